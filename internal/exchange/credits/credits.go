// Package credits reads the small print under songs: who made them, whose they are, and the numbers of CCLI.
package credits

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// mostFacts is how much small print a song may have.
const mostFacts = 300

// Line adds what a line of small print says, and tells whether it is one. A line that may be words of the song is none.
func Line(b *format.Builder, line string, number int) bool {
	line = strings.Join(strings.Fields(line), " ")
	lower := strings.ToLower(line)
	switch {
	case line == "" || len(line) > 500 || len(b.Facts) > mostFacts:
		return false
	case strings.HasPrefix(lower, "ccli") && containsAny(lower, "licen", "lizenz", "licença"):
		format.PutTag(&b.Facts, &b.Losses, number, "ccli_license", line)
	case strings.HasPrefix(lower, "ccli"):
		return ccli(b, line)
	case isRights(line, lower):
		format.Put(&b.Facts, "copyright", line)
	case isTerms(lower):
	default:
		return tagged(b, line, number)
	}
	return true
}

func ccli(b *format.Builder, line string) bool {
	digits := format.Digits(line)
	if digits == "" || len(digits) > 10 {
		return false
	}
	format.Put(&b.Facts, "ccli", digits)
	return true
}

func isRights(line, lower string) bool {
	return strings.Contains(line, "©") || strings.HasPrefix(lower, "(c) ") || strings.HasPrefix(lower, "copyright") || strings.HasPrefix(lower, "public domain") ||
		strings.HasPrefix(lower, "rechte:") || strings.HasPrefix(lower, "rights:")
}

func isTerms(lower string) bool {
	return strings.HasPrefix(lower, "all rights reserved") || strings.HasPrefix(lower, "for use solely") || strings.HasPrefix(lower, "used by permission") ||
		strings.Contains(lower, "www.ccli.com") || strings.Contains(lower, "songselect")
}

// facts that may stand in small print as "Name: value"; others are more likely words of a song.
var facts = map[string]bool{"author": true, "lyricist": true, "composer": true, "translator": true, "arranger": true, "publisher": true, "key": true, "tempo": true,
	"capo": true, "time": true, "ccli": true}

// tagged takes "Words: Anna Smith", "Text und Musik: …", and "Words and music by …".
func tagged(b *format.Builder, line string, number int) bool {
	for _, cut := range []string{":", " by "} {
		head, tail, found := strings.Cut(line, cut)
		if !found || strings.TrimSpace(tail) == "" {
			continue
		}
		name := strings.TrimSpace(head + strings.TrimSuffix(cut, " "))
		if fact := format.TagName(strings.TrimSuffix(name, ":")); facts[fact] {
			format.PutTag(&b.Facts, &b.Losses, number, fact, tail)
			return true
		}
	}
	return false
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
