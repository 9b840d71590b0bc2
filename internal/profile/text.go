package profile

import (
	"strings"
	"unicode/utf8"

	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
)

// cleanText gives a text as it may be stored, of at most so many characters, and notes what is wrong with it.
func cleanText(wrong *fault.Fields, field, text string, most int) string {
	clean, err := fold.Clean(field, text)
	if f, ok := fault.As(err); ok {
		*wrong = append(*wrong, f.Fields...)
		return ""
	}
	if clean = strings.TrimSpace(clean); utf8.RuneCountInString(clean) > most {
		wrong.Add(field, "At most %d characters, please.", most)
	}
	return clean
}

// cleanLine is cleanText for a text of one line.
func cleanLine(wrong *fault.Fields, field, text string, most int) string {
	return strings.Join(strings.Fields(cleanText(wrong, field, text, most)), " ")
}

func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
