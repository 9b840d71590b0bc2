// Package fold brings text into the one form in which it is compared, sorted and searched, in front of both database
// engines: they differ on ß, Greek, đ and Han, this package does not.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text gives the words of a text in lower case without accents, apostrophes and punctuation, one blank between them.
// Runs of Han, Kana and Hangul become overlapping pairs of characters: they are written without blanks.
func Text(s string) string {
	if out, ok := foldASCII(s); ok {
		return out
	}
	return foldAny(s, false)
}

// IndexText is Text with the last character of each run of Han, Kana or Hangul as a word of its own, so that a search for
// one character finds it anywhere. Index what is searched with it, fold what people type with Text.
func IndexText(s string) string {
	if out, ok := foldASCII(s); ok {
		return out
	}
	return foldAny(s, true)
}

// Words gives the words of Text.
func Words(s string) []string { return strings.Fields(Text(s)) }

// ascii says for each byte what becomes of it: itself, a blank, 0 for an apostrophe that goes, 1 for "not ASCII".
var ascii = func() (t [256]byte) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = 1
		case c >= 'A' && c <= 'Z':
			t[i] = c + 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			t[i] = c
		case c == '\'' || c == '`':
			t[i] = 0
		default:
			t[i] = ' '
		}
	}
	return t
}()

func foldASCII(s string) (string, bool) {
	out := make([]byte, 0, len(s))
	blank := true
	for i := range len(s) {
		switch c := ascii[s[i]]; c {
		case 1:
			return "", false
		case 0:
		case ' ':
			if !blank {
				out, blank = append(out, ' '), true
			}
		default:
			out, blank = append(out, c), false
		}
	}
	if blank && len(out) > 0 {
		out = out[:len(out)-1]
	}
	return string(out), true
}

// letters that no decomposition turns into what people type for them.
var letters = map[rune]string{
	'đ': "d", 'ð': "d", 'ø': "o", 'ł': "l", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ı': "i", 'ς': "σ", 'ħ': "h", 'ŋ': "n", 'ŧ': "t",
}

// folder collects folded words.
type folder struct {
	out   strings.Builder
	word  bool // the last thing written belongs to a word that is still open
	run   rune // the last character of an open run of Han, Kana or Hangul
	pairs int  // pairs written for that run
	index bool
}

func foldAny(s string, index bool) string {
	f := &folder{index: index}
	f.out.Grow(len(s) + 16)
	for _, r := range norm.NFKC.String(s) {
		f.add(r)
	}
	f.endRun()
	return f.out.String()
}

func (f *folder) add(r rune) {
	switch {
	case isApostrophe(r):
	case unspaced(r):
		f.pair(r)
	case r < utf8.RuneSelf:
		f.plain(r)
	default:
		f.decomposed(r)
	}
}

func (f *folder) decomposed(r rune) {
	var buf [utf8.UTFMax]byte
	p := norm.NFKD.Properties(buf[:utf8.EncodeRune(buf[:], r)])
	parts := p.Decomposition()
	if parts == nil {
		f.mapped(r)
		return
	}
	for _, part := range string(parts) {
		f.mapped(part)
	}
}

func (f *folder) mapped(r rune) {
	r = unicode.ToLower(r)
	if text, ok := letters[r]; ok {
		for _, part := range text {
			f.plain(part)
		}
		return
	}
	f.plain(r)
}

func (f *folder) plain(r rune) {
	switch {
	case isApostrophe(r) || isAccent(r):
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		f.endRun()
		if !f.word {
			f.blank()
		}
		f.out.WriteRune(unicode.ToLower(r))
		f.word = true
	default:
		f.endRun()
		f.word = false
	}
}

// isAccent says whether a mark only colours its letter. Vowel signs (class 0) and viramas (9) of Indic and Thai scripts spell
// the word and stay.
func isAccent(r rune) bool {
	if r < utf8.RuneSelf || !unicode.Is(unicode.M, r) {
		return false
	}
	var buf [utf8.UTFMax]byte
	class := norm.NFKD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).CCC()
	return class != 0 && class != 9
}

func (f *folder) blank() {
	if f.out.Len() > 0 {
		f.out.WriteByte(' ')
	}
}

func (f *folder) pair(r rune) {
	f.word = false
	if f.run != 0 {
		f.blank()
		f.out.WriteRune(f.run)
		f.out.WriteRune(r)
		f.pairs++
	}
	f.run = r
}

// endRun closes a run: a lone character is a word, and so is the last one in an index.
func (f *folder) endRun() {
	if f.run != 0 && (f.pairs == 0 || f.index) {
		f.blank()
		f.out.WriteRune(f.run)
	}
	f.run, f.pairs = 0, 0
}

func unspaced(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '’', '‘', 'ʼ', 'ʻ', 'ʹ', '´', '′', '＇':
		return true
	}
	return false
}
