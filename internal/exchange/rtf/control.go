package rtf

import (
	"unicode/utf16"
	"unicode/utf8"
)

// signs are words that stand for a character.
var signs = map[string]string{
	"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "lbr": "\n", "tab": "\t", "cell": "\t", "nestcell": "\t", "nestrow": "\n",
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}

// destinations hold no words of the song.
var destinations = map[string]bool{"colortbl": true, "stylesheet": true, "info": true, "pict": true, "header": true, "headerl": true, "headerr": true,
	"headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true, "object": true, "xe": true, "tc": true,
	"listtext": true, "pntext": true, "filetbl": true, "revtbl": true, "annotation": true, "atnid": true, "themedata": true, "datastore": true}

func (r *reader) control(name string, number int, has, first bool) {
	if name == "u" && has {
		r.unicode(number)
		return
	}
	if sign, ok := signs[name]; ok {
		r.put(sign)
		return
	}
	switch {
	case name == "fonttbl":
		r.flush()
		r.now.fonts, r.now.skip = true, true
	case first && destinations[name]:
		r.flush()
		r.now.skip = true
	case name == "bin" && has && number > 0:
		r.at = min(len(r.data), r.at+number)
	default:
		r.format(name, number, has)
	}
}

// format follows what decides how bytes become characters.
func (r *reader) format(name string, number int, has bool) {
	switch name {
	case "uc":
		r.now.fallback = max(0, min(number, 8))
	case "ansicpg":
		r.page = pageName(number)
	case "mac":
		r.page = "macintosh"
	case "f":
		r.flush()
		r.now.font = number
	case "fcharset":
		if r.now.fonts && has && len(r.fonts) < 1000 {
			r.fonts[r.now.font] = charsets[number]
		}
	case "plain":
		r.flush()
		r.now.font = -1
	}
}

// unicode takes a character by its number; the file gives characters above 32767 as negative ones and those above 65535 in halves.
func (r *reader) unicode(number int) {
	r.flush()
	high := r.high
	r.skip = r.now.fallback
	c := rune(number)
	if number < 0 {
		c = rune(number + 0x10000)
	}
	if utf16.IsSurrogate(c) {
		if pair := utf16.DecodeRune(high, c); pair != utf8.RuneError {
			r.high = 0
			r.text(string(pair))
			return
		}
		r.high = c
		return
	}
	if c > 0 && utf8.ValidRune(c) {
		r.high = 0
		r.text(string(c))
	}
}

func (r *reader) put(text string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.text(text)
}

func (r *reader) text(s string) {
	if !r.now.skip {
		r.out.WriteString(s)
	}
}

// flush decodes the bytes read so far. Bytes that stand for themselves are UTF-8 wherever they can be.
func (r *reader) flush() {
	if len(r.bytes) == 0 {
		r.hex = false
		return
	}
	if !r.hex && utf8.Valid(r.bytes) {
		r.text(string(r.bytes))
	} else {
		r.text(decode(r.bytes, r.encoding()))
	}
	r.bytes, r.hex = r.bytes[:0], false
}

// encoding is the code page here: of the font, else of the file; a person's choice replaces the file's.
func (r *reader) encoding() string {
	if name := r.fonts[r.now.font]; name != "" {
		return name
	}
	if r.chosen != "" {
		return r.chosen
	}
	return r.page
}
