package song

import (
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/fold"
)

// Query is what somebody typed into the search, folded. The last word may be the beginning of one; words in quotes stand
// beside each other.
type Query struct {
	Text    string // all of it
	Words   []Word
	Phrases []string
}

// Word is one word that a song must have: any of its forms, or, with Prefix, a word that begins with the first of them.
type Word struct {
	Forms  []string
	Prefix bool
}

const (
	longestQuery = 200 // characters
	mostWords    = 16
)

// ParseQuery reads a search. An open quote is not there yet: it counts when it is closed.
func ParseQuery(typed string) Query {
	if utf8.RuneCountInString(typed) > longestQuery {
		typed = string([]rune(typed)[:longestQuery])
	}
	q := Query{Text: fold.Text(typed)}
	pieces := splitQuotes(typed)
	for i, piece := range pieces {
		words := fold.Words(piece)
		if i%2 == 1 && len(words) > 0 {
			q.Phrases = append(q.Phrases, strings.Join(words, " "))
		}
		for j, w := range words {
			last := i == len(pieces)-1 && i%2 == 0 && j == len(words)-1
			q.Words = append(q.Words, Word{Forms: []string{w}, Prefix: last})
		}
	}
	if len(q.Words) > mostWords {
		q.Words = q.Words[:mostWords]
	}
	return q
}

// splitQuotes cuts at quotes: pieces at odd places stood in quotes.
func splitQuotes(s string) []string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`).Replace(s)
	pieces := strings.Split(s, `"`)
	if n := len(pieces); n%2 == 0 {
		pieces[n-2] += " " + pieces[n-1]
		pieces = pieces[:n-1]
	}
	return pieces
}

// Empty says whether nothing is left to search for.
func (q *Query) Empty() bool { return len(q.Words) == 0 }

// Last gives the word that is still being typed, nil when there is none.
func (q *Query) Last() *Word {
	if n := len(q.Words); n > 0 && q.Words[n-1].Prefix {
		return &q.Words[n-1]
	}
	return nil
}

// in says whether a folded text has the word.
func (w *Word) in(folded string) bool {
	if hasWord(folded, w.Forms[0], w.Prefix) {
		return true
	}
	return slices.ContainsFunc(w.Forms[1:], func(form string) bool { return hasWord(folded, form, false) })
}

func hasWord(folded, word string, prefix bool) bool {
	for from := 0; ; {
		at := strings.Index(folded[from:], word)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(word)
		if (at == 0 || folded[at-1] == ' ') && (prefix || end == len(folded) || folded[end] == ' ') {
			return true
		}
		from = end
	}
}

// count tells how many of the words a folded text has.
func (q *Query) count(folded string) int {
	n := 0
	for i := range q.Words {
		if q.Words[i].in(folded) {
			n++
		}
	}
	return n
}

// wholly says whether a folded text has all words and all phrases.
func (q *Query) wholly(folded string) bool {
	for i := range q.Words {
		if !q.Words[i].in(folded) {
			return false
		}
	}
	return !slices.ContainsFunc(q.Phrases, func(p string) bool { return !hasWord(folded, p, false) })
}
