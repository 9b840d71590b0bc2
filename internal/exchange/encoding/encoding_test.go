package encoding

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct{ data, declared, want, name string }{
		{"", "", "", "utf-8"},
		{"Gru\u0308ße", "", "Grüße", "utf-8"},
		{"\xef\xbb\xbfA", "", "A", "utf-8"},
		{"\xff\xfeA\x00\xe4\x00", "", "Aä", "utf-16le"},
		{"\xfe\xff\x00A\x00\xe4", "", "Aä", "utf-16be"},
		{"\xff\xfe\x00\x00A\x00\x00\x00", "", "A", "utf-32le"},
		{"\x00\x00\xfe\xff\x00\x00\x00A", "", "A", "utf-32be"},
		{"H\x00o\x00l\x00y\x00!\x00", "", "Holy!", "utf-16le"},
		{"\x00H\x00o\x00l\x00y\x00!", "", "Holy!", "utf-16be"},
		{"Gr\xfc\xdfe \x93x\x94", "", "Grüße “x”", "windows-1252"},
		{"Gr\xfc\xdfe", "utf-8", "Grüße", "windows-1252"},
		{"\xcf\xf0\xe8\xef\xe5\xe2", "windows-1251", "Припев", "windows-1251"},
		{"\xc6\xe6", "GBK", "奇", "gbk"},
		{"a\xb9", "iso-8859-2", "aš", "iso-8859-2"},
		{"x", "no such name", "x", "utf-8"},
		{"a\r\nb\rc\nd\x0be\u2028f", "", "a\nb\nc\nd\ne\nf", "utf-8"},
		{"a\x00b\x1b\u0090c\td", "", "abc\td", "utf-8"},
	} {
		got := DecodeAs([]byte(c.data), c.declared)
		if got.Text != c.want || got.Encoding != c.name {
			t.Errorf("DecodeAs(%q, %q) = %q as %s", c.data, c.declared, got.Text, got.Encoding)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfeA\x00"), "")
	f.Add([]byte("Gr\xfc\xdfe"), "windows-1250")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		got := DecodeAs(data, name)
		if !utf8.ValidString(got.Text) || !norm.NFC.IsNormalString(got.Text) {
			t.Errorf("%q as %q gives %q", data, name, got.Text)
		}
		for _, r := range got.Text {
			if r < ' ' && r != '\n' && r != '\t' {
				t.Errorf("%q keeps %q", data, r)
			}
		}
	})
}
