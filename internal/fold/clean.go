package fold

import (
	"strings"
	"unicode/utf8"

	"churchmusic/internal/fault"

	"golang.org/x/text/unicode/norm"
)

// Clean is the one validator in front of both engines: it gives a text as NFC with plain line feeds, or an Invalid fault that
// names the field and the offset, in bytes, of what cannot be stored: NUL, control characters but newline and tab, broken UTF-8.
func Clean(field, text string) (string, error) {
	if isPlain(text) {
		return text, nil
	}
	if at := forbidden(text); at >= 0 {
		return "", fault.At(field, "This text holds a character that cannot be stored, at position %d.", at)
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return norm.NFC.String(text), nil
}

// isPlain says whether a text is printable ASCII with newlines and tabs.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

func forbidden(s string) int {
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		case r < ' ' && r != '\n' && r != '\t' && r != '\r', r >= 0x7f && r < 0xa0:
			return i
		}
	}
	return -1
}
