package account

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/fault"

	"golang.org/x/text/unicode/norm"
)

// The lengths that names may have, in characters.
const (
	minUsername = 2
	maxUsername = 60
	maxName     = 100
)

// FoldUsername gives the form in which usernames are compared: compatible characters as one, lower case, no space around.
func FoldUsername(s string) string {
	return strings.ToLower(norm.NFKC.String(strings.TrimSpace(s)))
}

func tidy(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

func checkUsername(wrong *fault.Fields, s string) {
	n := utf8.RuneCountInString(s)
	switch {
	case n < minUsername || n > maxUsername:
		wrong.Add("username", "A username has %d to %d characters.", minUsername, maxUsername)
	case strings.IndexFunc(s, notInUsername) >= 0:
		wrong.Add("username", "A username has letters, digits and . _ - + @ only.")
	}
}

func notInUsername(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("._-+@", r)
}

func checkName(wrong *fault.Fields, field, s string) {
	n := utf8.RuneCountInString(s)
	switch {
	case n == 0:
		wrong.Add(field, "Please enter a name.")
	case n > maxName:
		wrong.Add(field, "A name has at most %d characters.", maxName)
	case !utf8.ValidString(s) || strings.IndexFunc(s, unicode.IsControl) >= 0:
		wrong.Add(field, "A name is one line of text.")
	}
}
