package store

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/song"
)

// mostCorrections bounds what one mistyped word may stand for.
const mostCorrections = 8

// forgive looks for titles once more, with words that are a typo away from what was typed.
func (s *finder) forgive() error {
	if !slices.ContainsFunc(s.q.Words, func(w song.Word) bool { return allowed(w.Forms[0]) > 0 }) {
		return nil
	}
	known, err := all(s.ctx, s.db, value[string], "SELECT word FROM title_words")
	if err != nil {
		return err
	}
	corrected := false
	for i := range s.q.Words {
		w := &s.q.Words[i]
		if more := corrections(*w, known); len(more) > 0 {
			w.Forms = append(w.Forms, more...)
			corrected = true
		}
	}
	if !corrected {
		return nil
	}
	return s.titles()
}

// allowed tells how many typos a word may have.
func allowed(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n >= 8:
		return 2
	case n >= shortestCorrected:
		return 1
	}
	return 0
}

// corrections gives the known words nearest to one that is not known itself.
func corrections(w song.Word, known []string) []string {
	type near struct {
		word     string
		distance int
	}
	typed, most := []rune(w.Forms[0]), allowed(w.Forms[0])
	var found []near
	for _, k := range known {
		if k == w.Forms[0] || w.Prefix && strings.HasPrefix(k, w.Forms[0]) {
			return nil
		}
		if n := len(k); n < len(w.Forms[0])-4*most || n > len(w.Forms[0])+4*most {
			continue
		}
		if d := distance(typed, []rune(k), most); d <= most {
			found = append(found, near{k, d})
		}
	}
	slices.SortFunc(found, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), strings.Compare(a.word, b.word))
	})
	out := make([]string, 0, mostCorrections)
	for _, f := range found[:min(len(found), mostCorrections)] {
		out = append(out, f.word)
	}
	return out
}

// distance counts the letters to insert, drop, replace or swap with their neighbour that lead from a to b; anything above
// most counts as most+1.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
