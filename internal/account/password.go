package account

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/fault"
)

// The lengths a password may have, in characters. There are no rules about which characters.
const (
	minPassword = 12
	maxPassword = 256
)

// passwords.txt holds common passwords and the words that they are made of, one a line.
//
//go:embed passwords.txt
var commonText string

var common = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(commonText) {
		if line = plain(line); line != "" {
			out[line] = true
		}
	}
	return out
})

// checkPassword notes what is wrong with a password for a person of these names.
func checkPassword(wrong *fault.Fields, field, password string, names ...string) {
	n := utf8.RuneCountInString(password)
	switch {
	case n < minPassword:
		wrong.Add(field, "A password has at least %d characters. Three or four words that do not belong together are good.", minPassword)
	case n > maxPassword:
		wrong.Add(field, "A password has at most %d characters.", maxPassword)
	case holdsName(password, names):
		wrong.Add(field, "This password is mostly a name that others know. Choose something else.")
	case guessable(password):
		wrong.Add(field, "This password is one of the first that are tried. Choose something else.")
	}
}

// guessable says whether a password is common: on the list, one or two words of it with digits around, a run or a repetition.
func guessable(password string) bool {
	p := plain(password)
	list := common()
	core := plain(strings.TrimLeftFunc(password, notLetter))
	return list[p] || list[core] || few(password) || run(password) || repeats(p) || twoWords(core, list)
}

// plain undoes what people do to a word to make it look like a password: capitals, look-alike digits, spaces and signs.
func plain(s string) string {
	swap := func(r rune) rune {
		switch r {
		case '0':
			return 'o'
		case '1', '!':
			return 'i'
		case '3':
			return 'e'
		case '4', '@':
			return 'a'
		case '5', '$':
			return 's'
		case '7':
			return 't'
		}
		if unicode.IsSpace(r) || strings.ContainsRune("._-+'’,", r) {
			return -1
		}
		return r
	}
	inner := strings.TrimRightFunc(FoldUsername(s), func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("@$", r) })
	return strings.Map(swap, inner)
}

func few(s string) bool {
	seen := map[rune]bool{}
	for _, r := range strings.ToLower(s) {
		seen[r] = true
	}
	return len(seen) < 5
}

// rows are the orders in which fingers and alphabets run.
var rows = []string{"abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "a1b2c3d4e5f6g7h8i9j0", "qazwsxedcrfvtgbyhnujmikolp"}

// run says whether most of a password is steps along one row, forwards or backwards.
func run(s string) bool {
	s = strings.ToLower(s)
	pairs, steps := 0, 0
	for i := 0; i+1 < len(s); i++ {
		pairs++
		if next(s[i:i+2]) || next(string([]byte{s[i+1], s[i]})) {
			steps++
		}
	}
	return steps*4 >= pairs*3
}

func next(pair string) bool {
	for _, row := range rows {
		if strings.Contains(row, pair) {
			return true
		}
	}
	return false
}

func repeats(s string) bool {
	return len(s) > 1 && strings.Contains((s + s)[1:2*len(s)-1], s)
}

func twoWords(s string, list map[string]bool) bool {
	for i := range s {
		if list[s[:i]] && (list[s[i:]] || list[strings.TrimFunc(s[i:], notLetter)]) {
			return true
		}
	}
	return false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// holdsName says whether little is left of a password when the names in it are taken out.
func holdsName(password string, names []string) bool {
	p := plain(password)
	rest := p
	for _, name := range names {
		for _, part := range append(strings.FieldsFunc(name, notLetter), name) {
			if part = plain(part); utf8.RuneCountInString(part) >= 4 {
				rest = strings.ReplaceAll(rest, part, "")
			}
		}
	}
	return rest != p && utf8.RuneCountInString(rest) < 6
}
