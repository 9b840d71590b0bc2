package song

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/fold"
)

// highlight cuts a text of a field where the words of the query are.
func (q *Query) highlight(field, text string) *Match {
	m := &Match{Field: field, Parts: make([]Part, 0, 3)}
	plain := 0
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		for _, h := range q.hits(text[start:end]) {
			m.add(text[plain:start+h[0]], false)
			m.add(text[start+h[0]:start+h[1]], true)
			plain = start + h[1]
		}
		at = end
	}
	m.add(text[plain:], false)
	return m
}

// add appends a piece; touching hits become one.
func (m *Match) add(text string, hit bool) {
	if text == "" {
		return
	}
	if n := len(m.Parts); n > 0 && m.Parts[n-1].Hit == hit {
		m.Parts[n-1].Text += text
		return
	}
	m.Parts = append(m.Parts, Part{text, hit})
}

// nextWord gives the bounds of the next run of letters, digits, marks and apostrophes.
func nextWord(text string, from int) (start, end int) {
	start = len(text)
	for i, r := range text[from:] {
		if inWord(r) {
			start = from + i
			break
		}
	}
	for i, r := range text[start:] {
		if !inWord(r) {
			return start, start + i
		}
	}
	return start, len(text)
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '\'' || r == '`'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '’' || r == '‘' || r == 'ʼ' || r == '´' || r == '′'
}

// hits gives the bounds of what the query finds in one word of a text.
func (q *Query) hits(word string) [][2]int {
	if !q.mayHit(word) {
		return nil
	}
	folded := fold.Text(word)
	if strings.IndexByte(folded, ' ') >= 0 || len(folded) >= 3 && utf8.RuneCountInString(folded) <= 2 && folded[0] >= 0xe0 {
		return q.hitsInRun(word)
	}
	for i := range q.Words {
		w := &q.Words[i]
		switch {
		case contains(w.Forms, folded):
			return [][2]int{{0, len(word)}}
		case w.Prefix && strings.HasPrefix(folded, w.Forms[0]):
			return [][2]int{{0, beginning(word, w.Forms[0])}}
		}
	}
	return nil
}

// mayHit rules most words out by their first letter, without folding them.
func (q *Query) mayHit(word string) bool {
	if word == "" {
		return false
	}
	first := word[0] | 0x20
	if first < 'a' || first > 'z' {
		return true
	}
	for i := range q.Words {
		for _, form := range q.Words[i].Forms {
			if form[0] == first {
				return true
			}
		}
	}
	return false
}

func contains(forms []string, s string) bool {
	for _, f := range forms {
		if f == s {
			return true
		}
	}
	return false
}

// beginning gives how much of a word, in bytes, folds to at least the prefix.
func beginning(word, prefix string) int {
	for i := range word {
		if i > 0 && len(fold.Text(word[:i])) >= len(prefix) {
			return i
		}
	}
	return len(word)
}

// hitsInRun finds pairs of characters in a run that is written without blanks.
func (q *Query) hitsInRun(run string) (out [][2]int) {
	end := 0
	for i := range run {
		for j := range q.Words {
			form := q.Words[j].Forms[0]
			if i+len(form) > end && strings.HasPrefix(run[i:], form) {
				out = append(out, [2]int{max(i, end), i + len(form)})
				end = i + len(form)
			}
		}
	}
	return out
}
