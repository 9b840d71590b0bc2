package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"churchmusic/internal/song"
)

// mostCorrections bounds what one mistyped word may stand for.
const mostCorrections = 8

// titleWords are the words of all titles, kept as long as the library stays as it is.
type titleWords struct {
	mu       sync.Mutex
	state    uint64
	loaded   bool
	sorted   []string
	byLength map[int][]string // in characters
}

// titleWords gives the words of all titles of songs that there are or were.
func (db *DB) titleWords(ctx context.Context) (sorted []string, byLength map[int][]string, err error) {
	state, err := db.State(ctx, Library)
	if err != nil {
		return nil, nil, err
	}
	w := &db.words
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.loaded && w.state == state {
		return w.sorted, w.byLength, nil
	}
	if w.sorted, err = all(ctx, db, value[string], "SELECT word FROM title_words ORDER BY word"); err != nil {
		return nil, nil, err
	}
	w.byLength = map[int][]string{}
	for _, word := range w.sorted {
		n := utf8.RuneCountInString(word)
		w.byLength[n] = append(w.byLength[n], word)
	}
	w.state, w.loaded = state, true
	return w.sorted, w.byLength, nil
}

// forgive looks for titles once more, with words that are a typo away from what was typed.
func (s *finder) forgive() error {
	if !slices.ContainsFunc(s.q.Words, func(w song.Word) bool { return allowed(w.Forms[0]) > 0 }) {
		return nil
	}
	sorted, byLength, err := s.db.titleWords(s.ctx)
	if err != nil {
		return err
	}
	corrected := false
	for i := range s.q.Words {
		w := &s.q.Words[i]
		if known(sorted, w) {
			continue
		}
		more := corrections(w.Forms[0], byLength)
		if len(more) == 0 && !w.Prefix {
			return nil // no title has this word or one like it
		}
		w.Forms = append(w.Forms, more...)
		corrected = corrected || len(more) > 0
	}
	if !corrected {
		return nil
	}
	return s.titles(s.q.Words)
}

// known says whether a title has a word, or the beginning of one.
func known(sorted []string, w *song.Word) bool {
	at, found := slices.BinarySearch(sorted, w.Forms[0])
	return found || w.Prefix && at < len(sorted) && strings.HasPrefix(sorted[at], w.Forms[0])
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
func corrections(word string, byLength map[int][]string) []string {
	type near struct {
		word     string
		distance int
	}
	typed, most := []rune(word), allowed(word)
	var found []near
	for n := len(typed) - most; n <= len(typed)+most; n++ {
		for _, k := range byLength[n] {
			if d := distance(typed, []rune(k), most); d <= most {
				found = append(found, near{k, d})
			}
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
