// Package encoding brings the bytes of a file into the one form in which the program keeps text: UTF-8, NFC, line feeds, no
// control characters.
package encoding

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"
)

// Text is a decoded file.
type Text struct {
	Text     string
	Encoding string // its name: "utf-8", "utf-16le", "windows-1252", …
	Dropped  int    // characters that no text may hold, or that the encoding does not have
}

type mark struct {
	bytes string
	name  string
}

// marks in the order in which they must be tried: that of UTF-32 begins like that of UTF-16.
var marks = []mark{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe\x00\x00", "utf-32le"}, {"\x00\x00\xfe\xff", "utf-32be"},
	{"\xff\xfe", "utf-16le"}, {"\xfe\xff", "utf-16be"},
}

// Decode finds out the encoding: byte order mark, then UTF-16 by its zeros, UTF-8 by its form, else Windows-1252.
func Decode(data []byte) Text {
	return DecodeAs(data, "")
}

// DecodeAs decodes by the name that a file declares or a person chose; a byte order mark wins over it. A name that nobody
// knows counts as none, and so does a declared UTF-8 that the bytes contradict.
func DecodeAs(data []byte, name string) Text {
	for _, m := range marks {
		if rest, found := bytes.CutPrefix(data, []byte(m.bytes)); found {
			return decode(rest, m.name)
		}
	}
	if e, err := htmlindex.Get(name); err == nil {
		canonical, _ := htmlindex.Name(e)
		if canonical != "utf-8" || utf8.Valid(data) {
			return decode(data, canonical)
		}
	}
	return decode(data, guess(data))
}

func guess(data []byte) string {
	if name := wide(data); name != "" {
		return name
	}
	if utf8.Valid(data) {
		return "utf-8"
	}
	return "windows-1252"
}

// wide finds UTF-16 without a mark: Latin text has a zero in every other place.
func wide(data []byte) string {
	head := data[:min(len(data), 512)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case half < 4:
		return ""
	case zeros[1] > half*2/3 && zeros[0] == 0:
		return "utf-16le"
	case zeros[0] > half*2/3 && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}

func decode(data []byte, name string) Text {
	text := Text{Encoding: name}
	raw := string(data)
	if d := decoder(name); d != nil {
		if decoded, err := d.Bytes(data); err == nil {
			raw = string(decoded)
		}
	}
	text.Text, text.Dropped = clean(raw)
	return text
}

func decoder(name string) *encoding.Decoder {
	switch name {
	case "utf-8":
		return nil
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder()
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewDecoder()
	}
	if e, err := htmlindex.Get(name); err == nil {
		return e.NewDecoder()
	}
	return charmap.Windows1252.NewDecoder()
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean makes line ends plain, takes out what no text may hold and composes accents.
func clean(raw string) (string, int) {
	dropped := 0
	text := strings.Map(func(r rune) rune {
		if r == utf8.RuneError {
			dropped++
			return r
		}
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufeff' {
			dropped++
			return -1
		}
		return r
	}, lineEnds.Replace(raw))
	return norm.NFC.String(text), dropped
}
