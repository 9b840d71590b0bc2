// Package rtf takes the words out of Rich Text as presentation programs store it: code-page escapes, Unicode escapes with their
// fallbacks, and plain UTF-8 bytes side by side.
package rtf

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Deepest is how many groups may stand within each other; formatting of deeper ones is not told apart.
const Deepest = 200

// Is says whether data looks like Rich Text.
func Is(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n\x00"), []byte(`{\rtf`))
}

// Text gives the words of Rich Text, a line feed for each end of a line. encoding is the code page for escapes that name none; a
// person's choice wins over what the file says. Data that is no Rich Text is taken as plain text. Nothing is trimmed, so that
// positions in the words stay what the file means.
func Text(data []byte, encoding string) string {
	if !Is(data) {
		return plain(data, encoding)
	}
	r := &reader{data: data, chosen: encoding, now: state{fallback: 1}, fonts: map[int]string{}}
	r.run()
	return r.out.String()
}

func plain(data []byte, encoding string) string {
	data = bytes.TrimRight(data, "\x00")
	if utf8.Valid(data) {
		return lineEnds.Replace(string(data))
	}
	return lineEnds.Replace(decode(data, encoding))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// state is what a group inherits and gives back at its end.
type state struct {
	skip     bool
	fonts    bool // within the font table
	font     int
	fallback int // characters that follow a Unicode escape for readers without Unicode
}

type reader struct {
	data   []byte
	at     int
	chosen string
	page   string // code page that the file names
	fonts  map[int]string
	now    state
	stack  []state
	deeper int
	start  bool // a group has just begun
	skip   int  // fallback characters that still follow
	high   rune // first half of a surrogate pair
	bytes  []byte
	hex    bool // bytes came as escapes
	out    strings.Builder
}

func (r *reader) run() {
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.open()
		case '}':
			r.close()
		case '\\':
			r.escape()
		case '\r', '\n', 0:
		default:
			r.start = false
			r.raw(c)
		}
	}
	r.flush()
}

func (r *reader) open() {
	r.flush()
	r.skip = 0
	r.start = true
	if len(r.stack) >= Deepest {
		r.deeper++
		return
	}
	r.stack = append(r.stack, r.now)
}

func (r *reader) close() {
	r.flush()
	r.skip = 0
	r.start = false
	switch n := len(r.stack); {
	case r.deeper > 0:
		r.deeper--
	case n > 0:
		r.now, r.stack = r.stack[n-1], r.stack[:n-1]
	}
}

// raw takes a byte that stands for itself.
func (r *reader) raw(c byte) {
	if r.skip > 0 {
		r.skip--
		for c >= 0xc0 && r.at < len(r.data) && r.data[r.at]&0xc0 == 0x80 {
			r.at++ // a fallback in UTF-8 is one character
		}
		return
	}
	if r.now.skip {
		return
	}
	if r.hex {
		r.flush()
	}
	r.bytes = append(r.bytes, c)
}

// escape reads what follows a backslash: a sign, a code, or a word with a number.
func (r *reader) escape() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if letter(c) {
		r.word()
		return
	}
	r.at++
	first := r.start
	r.start = false
	switch c {
	case '\'':
		r.code()
	case '*':
		r.now.skip = r.now.skip || first
	case '\n', '\r':
		if c == '\r' && r.at < len(r.data) && r.data[r.at] == '\n' {
			r.at++
		}
		r.put("\n")
	case '~':
		r.put("\u00a0")
	case '_':
		r.put("-")
	case '-', ':', '|':
	default:
		r.raw(c)
	}
}

// code reads a byte as two hexadecimal digits.
func (r *reader) code() {
	if r.at+2 > len(r.data) {
		r.at = len(r.data)
		return
	}
	n, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8)
	if err != nil {
		return
	}
	r.at += 2
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.now.skip {
		return
	}
	if !r.hex {
		r.flush()
		r.hex = true
	}
	r.bytes = append(r.bytes, byte(n))
}

func (r *reader) word() {
	from := r.at
	for r.at < len(r.data) && letter(r.data[r.at]) && r.at-from < 40 {
		r.at++
	}
	name := string(r.data[from:r.at])
	from = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' && r.at-from < 12 {
		r.at++
	}
	number, err := strconv.Atoi(string(r.data[from:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	first := r.start
	r.start = false
	r.control(name, number, err == nil, first)
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
