package rtf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var cases = []struct{ name, in, want string }{
	{"cocoa lines", "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0\\fnil\\fcharset0 Helvetica;}{\\colortbl;\\red255\\green0\\blue0;}\n\\f0\\fs84 \\cf2 Amazing grace\\\nhow sweet}", "Amazing grace\nhow sweet"},
	{"code page", `{\rtf1\ansi\ansicpg1252 Gro\'df und sch\'f6n\par Stra\'dfe}`, "Groß und schön\nStraße"},
	{"cyrillic page", `{\rtf1\ansi\ansicpg1251 \'c1\'ee\'e3}`, "Бог"},
	{"cyrillic font", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'c1\'ee\'e3\f0 \'e4}`, "Богä"},
	{"unicode with fallback", `{\rtf1\ansi\uc1 caf\u233?\par \u1041\'c1\u8220"\uc0\u8364 5}`, "café\nБ“€5"},
	{"negative and halves", `{\rtf1\u-3913?\u-10179?\u-8704?}`, "\uf0b7\U0001F600"},
	{"fallback of two", `{\rtf1{\uc2\u21644\'93\'fa}\u229x}`, "和å"},
	{"raw utf-8", "{\\rtf1\\ansi\\ansicpg1252 F\u00fcr \\'e4 Бог}", "Für ä Бог"},
	{"raw latin", "{\\rtf1\\ansi\\ansicpg1252 F\xfcr}", "Für"},
	{"double bytes", `{\rtf1\ansi\ansicpg932 \'90\'5f}`, "神"},
	{"destinations", `{\rtf1{\*\expandedcolortbl;;}{\info{\title No}}{\stylesheet{\s1 Normal;}}{\pict\bin4 }}}}}{\field{\*\fldinst HYPERLINK}{\fldrslt words}}}`, "words"},
	{"signs", `{\rtf1 a\emdash b\~c\_d\-e\tab\{f\}\\}`, "a—b\u00a0c-de\t{f}\\"},
	{"windows propresenter", "{\\rtf1\\prortf1\\ansi\\uc1{\\fonttbl{\\f0\\fcharset0 Times New Roman;}}\\loch\\hich\\pard{\\fs1 {\\cf2\\ltrch one}\\li0\\par}\r\n{\\fs1 {\\cf2\\ltrch two}\\li0\\par}\r\n}", "one\ntwo\n"},
	{"unclosed", `{\rtf1 words {\b more \'e`, "words more "},
	{"no rich text", "plain\r\nwords", "plain\nwords"},
}

func TestText(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Text([]byte(c.in), ""); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestChosenCodePage(t *testing.T) {
	if got := Text([]byte(`{\rtf1\ansi\ansicpg1252 \'c1\'ee\'e3}`), "windows-1251"); got != "Бог" {
		t.Errorf("got %q", got)
	}
}

func FuzzText(f *testing.F) {
	for _, c := range cases {
		f.Add([]byte(c.in))
	}
	f.Add([]byte(`{\rtf1` + strings.Repeat("{", 500) + "x" + strings.Repeat("}", 500)))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := Text(data, "")
		if len(got) > 4*len(data)+16 {
			t.Errorf("%d bytes made %d", len(data), len(got))
		}
		if utf8.Valid(data) && !utf8.ValidString(got) {
			t.Errorf("%q made invalid text %q", data, got)
		}
	})
}
