package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// index is all that finding a song needs beside its row.
type index struct {
	titles     []string // folded titles and aliases, with and without article
	words      []string // for the full-text search, some behind a mark
	titleWords []string // for forgiving typos
	facets     []facet
}

type facet struct{ kind, folded, foldedGroup, label, labelGroup string }

const (
	tagFacet    = "tag"
	authorFacet = "author"
)

// shortestCorrected is the length from which a title word may be found in spite of a typo.
const shortestCorrected = 4

func indexOf(s *song.Song) index {
	ix := index{}
	lyrics := strings.Join(s.Lyrics(), "\n")
	bag := map[string]bool{}
	ix.addTitles(s, bag)
	first, _, _ := strings.Cut(lyrics, "\n")
	addMarked(bag, firstMark, first)
	addPlain(bag, lyrics)
	for _, a := range s.Authors {
		addPlain(bag, a.Name)
		ix.facets = append(ix.facets, facet{kind: authorFacet, folded: fold.Text(a.Name), label: a.Name})
	}
	addPlain(bag, s.Tune)
	for _, t := range s.Tags {
		addPlain(bag, t.Name)
		ix.facets = append(ix.facets, facet{tagFacet, fold.Text(t.Name), fold.Text(t.Group), t.Name, t.Group})
	}
	for _, b := range s.Songbooks {
		addPlain(bag, b.Book+" "+b.Number)
		addMarked(bag, numberMark, b.Number)
	}
	addPlain(bag, s.CCLISongNumber)
	addMarked(bag, numberMark, s.CCLISongNumber)
	ix.words = make([]string, 0, len(bag))
	for w := range bag {
		ix.words = append(ix.words, w)
	}
	slices.Sort(ix.words)
	ix.facets = distinctFacets(ix.facets)
	return ix
}

func (ix *index) addTitles(s *song.Song, bag map[string]bool) {
	for _, title := range append([]string{s.Title}, s.Aliases...) {
		ix.titles = append(ix.titles, fold.Text(title), fold.SortTitle(title, s.Language))
		addMarked(bag, titleMark, title)
		addPlain(bag, title)
		for _, w := range fold.Words(title) {
			if utf8.RuneCountInString(w) >= shortestCorrected && len(w) <= longestTerm {
				ix.titleWords = append(ix.titleWords, w)
			}
		}
	}
	ix.titles, ix.titleWords = distinct(ix.titles), distinct(ix.titleWords)
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(s string) bool { return s == "" })
}

func distinctFacets(list []facet) []facet {
	seen := map[[3]string]bool{}
	return slices.DeleteFunc(list, func(f facet) bool {
		key := [3]string{f.kind, f.folded, f.foldedGroup}
		gone := seen[key] || f.folded == ""
		seen[key] = true
		return gone
	})
}

func addPlain(bag map[string]bool, text string) {
	for w := range strings.FieldsSeq(fold.IndexText(text)) {
		bag[cutTerm(w)] = true
	}
}

func addMarked(bag map[string]bool, mark, text string) {
	for w := range strings.FieldsSeq(fold.IndexText(text)) {
		bag[mark+cutTerm(w)] = true
	}
}

// cutTerm bounds a word; what is searched is cut the same way.
func cutTerm(w string) string {
	if len(w) <= longestTerm {
		return w
	}
	end := longestTerm
	for !utf8.RuneStart(w[end]) {
		end--
	}
	return w[:end]
}

// sameIndex says whether a change leaves everything as it is that finding a song needs.
func sameIndex(a, b *song.Song) bool {
	return a.Title == b.Title && a.Language == b.Language && a.CCLISongNumber == b.CCLISongNumber && a.DeletedAt.IsZero() == b.DeletedAt.IsZero() &&
		slices.Equal(a.Aliases, b.Aliases) && slices.Equal(a.Authors, b.Authors) && slices.Equal(a.Tags, b.Tags) &&
		slices.Equal(a.Songbooks, b.Songbooks) && slices.EqualFunc(a.Arrangements, b.Arrangements, sameWords)
}

func sameWords(a, b song.Arrangement) bool {
	return a.ChartText == b.ChartText && a.Default == b.Default
}

// putTexts keeps what a search shows of a song as it is now; of a song in the trash, nothing.
func (t *Tx) putTexts(seq int64, s *song.Song) error {
	if !s.DeletedAt.IsZero() {
		_, err := t.exec("DELETE FROM song_texts WHERE song_seq = $1", seq)
		return err
	}
	_, err := t.exec("INSERT INTO song_texts(song_seq, texts) VALUES($1,$2) ON CONFLICT(song_seq) DO UPDATE SET texts = excluded.texts", seq, packTexts(s))
	return err
}

// addIndex makes a song findable.
func (t *Tx) addIndex(seq int64, ix index) error {
	if err := t.db.engine.index(t, seq, ix.words); err != nil {
		return err
	}
	if err := insertRows(t, "song_titles(folded, song_seq)", "", len(ix.titles), func(i int) []any { return []any{ix.titles[i], seq} }); err != nil {
		return err
	}
	if err := insertRows(t, "title_words(word)", " ON CONFLICT DO NOTHING", len(ix.titleWords), func(i int) []any { return []any{ix.titleWords[i]} }); err != nil {
		return err
	}
	return insertRows(t, "song_facets(kind, folded, folded_group, song_seq, label, label_group)", "", len(ix.facets), func(i int) []any {
		f := ix.facets[i]
		return []any{f.kind, f.folded, f.foldedGroup, seq, f.label, f.labelGroup}
	})
}

// dropIndex takes a song out of everything that addIndex put it in; ix must be what was added. Title words stay: a word
// too many never finds a song that is not there.
func (t *Tx) dropIndex(seq int64, ix index) error {
	if err := t.db.engine.unindex(t, seq); err != nil {
		return err
	}
	for _, folded := range ix.titles {
		if _, err := t.exec("DELETE FROM song_titles WHERE folded = $1 AND song_seq = $2", folded, seq); err != nil {
			return err
		}
	}
	for _, f := range ix.facets {
		if _, err := t.exec("DELETE FROM song_facets WHERE kind = $1 AND folded = $2 AND folded_group = $3 AND song_seq = $4", f.kind, f.folded, f.foldedGroup, seq); err != nil {
			return err
		}
	}
	return nil
}

// rowsAtOnce bounds the rows of one INSERT, and so the number of different statement texts.
const rowsAtOnce = 8

func insertRows(t *Tx, into, end string, n int, row func(int) []any) error {
	for from := 0; from < n; from += rowsAtOnce {
		var b strings.Builder
		var args []any
		b.WriteString("INSERT INTO " + into + " VALUES")
		for i := from; i < min(from+rowsAtOnce, n); i++ {
			sep := ","
			if i == from {
				sep = ""
			}
			b.WriteString(sep + "(")
			for j, v := range row(i) {
				if j > 0 {
					b.WriteByte(',')
				}
				args = append(args, v)
				fmt.Fprintf(&b, "$%d", len(args))
			}
			b.WriteByte(')')
		}
		if _, err := t.exec(b.String()+end, args...); err != nil {
			return err
		}
	}
	return nil
}
