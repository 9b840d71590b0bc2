package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"churchmusic/internal/fault"
)

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"  Amazing  Grace! ":                "amazing grace",
		"All Hail the Pow'r of Jesus' Name": "all hail the powr of jesus name",
		"O’er ‘all’":                        "oer all",
		"Dejlig er jorden — Ære":            "dejlig er jorden aere",
		"Großer Gott, wir loben dich":       "grosser gott wir loben dich",
		"GROẞER":                            "grosser",
		"Słowo Đorđe Þú Łukasz œuvre":       "slowo dorde thu lukasz oeuvre",
		"Ёлка ёлка":                         "елка елка",
		"Χριστός ΧΡΙΣΤΟΣ":                   "χριστοσ χριστοσ",
		"İstanbul ıssız":                    "istanbul issiz",
		"cafe\u0301 café":                   "cafe cafe",
		"ﬁne １２３":                           "fine 123",
		"Psalm 23:1–6":                      "psalm 23 1 6",
		"奇异恩典":                              "奇异 异恩 恩典",
		"主 a":                               "主 a",
		"天父 Lord 我":                         "天父 lord 我",
		"がぎ":                                "がぎ",
		"주의 은혜":                             "주의 은혜",
		"사랑해요":                              "사랑 랑해 해요",
		"יְהוָה":                            "יהוה",
		"नमस्ते":                            "नमस्ते",
	} {
		if got := Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIndexTextFindsTheLastCharacterOfARun(t *testing.T) {
	if got := IndexText("奇异恩典 x"); got != "奇异 异恩 恩典 典 x" {
		t.Errorf("%q", got)
	}
	if got := IndexText("Ärger im Haus"); got != "arger im haus" {
		t.Errorf("%q", got)
	}
}

func TestSortTitle(t *testing.T) {
	for _, c := range [][3]string{
		{"The First Noel", "en", "first noel"},
		{"A Mighty Fortress", "", "mighty fortress"},
		{"The", "en", "the"},
		{"Die güldne Sonne", "de", "guldne sonne"},
		{"Die Another Day", "en", "die another day"},
		{"L'amour de Jésus", "fr", "amour de jesus"},
		{"El Shaddai", "en-US", "el shaddai"},
		{"La Paz", "es-MX", "paz"},
		{"A Deus demos glória", "pt", "deus demos gloria"},
	} {
		if got := SortTitle(c[0], c[1]); got != c[2] {
			t.Errorf("SortTitle(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestCleanRefusesWhatCannotBeStored(t *testing.T) {
	for in, want := range map[string]string{"a\tb\n": "a\tb\n", "a\r\nb\rc": "a\nb\nc", "e\u0301": "é", "\uFFFD": "\uFFFD"} {
		if got, err := Clean("title", in); got != want || err != nil {
			t.Errorf("Clean(%q) = %q, %v", in, got, err)
		}
	}
	for in, at := range map[string]string{"ab\x00": "2", "\x1b[0m": "0", "é\x85": "2", "x\u0085": "1", "\xff": "0"} {
		_, err := Clean("notes", in)
		f, ok := fault.As(err)
		if !ok || f.Kind != fault.Invalid || f.Fields[0].Name != "notes" || !strings.HasSuffix(f.Sentence, "position "+at+".") {
			t.Errorf("Clean(%q): %v", in, err)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("Großer Gott 主我 o'er")
	f.Fuzz(func(t *testing.T, s string) {
		once := Text(s)
		if !utf8.ValidString(once) || strings.Contains(once, "  ") || once != strings.TrimSpace(once) {
			t.Errorf("Text(%q) = %q", s, once)
		}
	})
}

func BenchmarkTextASCII(b *testing.B) {
	s := strings.Repeat("Amazing Grace, how sweet the sound\n", 40)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Text(s)
	}
}
