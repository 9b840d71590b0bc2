package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/song"
)

// A search goes in stages, each bounded, and stops when it has enough: titles that begin with the text, then words anywhere,
// where these are too many then words of titles and of first lines. Both engines only propose candidates; whether and how
// well a song matches is decided by song.Query, so that they cannot differ.
type finder struct {
	db    *DB
	ctx   context.Context
	f     song.Filter
	q     song.Query
	limit int
	at    map[int64]int // songs.seq → index in hits
	hits  []*song.Candidate
}

// How far a search looks.
const (
	commonFrom = 64 // so many titles begin with a word: expanding it in all texts would take long
	shortWord  = 2  // letters of a last word that is looked for in titles only
)

func (db *DB) search(ctx context.Context, f song.Filter) (song.Page, error) {
	s := &finder{db: db, ctx: ctx, f: f, q: song.ParseQuery(f.Query), limit: f.Limit, at: map[int64]int{}}
	if s.limit <= 0 {
		s.limit = song.MostFound
	}
	s.limit = min(s.limit, mostPerPage)
	if s.q.Empty() {
		return song.Page{Songs: []song.Summary{}}, nil
	}
	err := s.run()
	if err == nil && len(s.hits) == 0 && len(s.q.Phrases) == 0 {
		err = s.forgive()
	}
	return s.page(), err
}

func (s *finder) run() error {
	if len(s.q.Phrases) == 0 {
		if full, err := s.beginnings(); full || err != nil {
			return err
		}
	}
	last := s.q.Last()
	if last != nil && len(s.q.Words) == 1 && lettersOf(last) <= shortWord {
		return s.titles(s.q.Words)
	}
	common, err := s.common(last)
	if err != nil {
		return err
	}
	if common && len(s.q.Words) == 1 {
		return s.oneCommonWord()
	}
	if complete, err := s.anywhere(s.unless(last, common || lettersOf(last) <= shortWord)); complete || err != nil {
		return err
	}
	if err := s.titles(s.unless(last, lettersOf(last) <= shortWord)); err != nil {
		return err
	}
	return s.firstLines(s.unless(last, lettersOf(last) <= shortWord || common && lettersOf(last) == shortWord+1))
}

// oneCommonWord looks in all texts only when titles and first lines give too little.
func (s *finder) oneCommonWord() error {
	if err := s.titles(s.q.Words); err != nil {
		return err
	}
	if err := s.firstLines(s.q.Words); err != nil || len(s.hits) >= s.limit {
		return err
	}
	_, err := s.anywhere(s.q.Words)
	return err
}

// lettersOf counts what is typed of the last word; where none is unfinished, more than any. A character of Han, Kana or
// Hangul says as much as two letters.
func lettersOf(last *song.Word) int {
	if last == nil {
		return longestTerm
	}
	n := utf8.RuneCountInString(last.Forms[0])
	if last.Forms[0][0] >= 0xe2 {
		n *= 2
	}
	return n
}

// unless gives the words that propose candidates: all of them, or all but the unfinished one where too many words begin
// like it. Then the texts of the candidates tell which of them have it.
func (s *finder) unless(last *song.Word, tooMany bool) []song.Word {
	if last == nil || !tooMany {
		return s.q.Words
	}
	return s.q.Words[:len(s.q.Words)-1]
}

// add keeps a hit, the better one where a song was found before.
func (s *finder) add(c *song.Candidate) {
	if i, there := s.at[c.Seq]; there {
		if c.Rank < s.hits[i].Rank {
			s.hits[i] = c
		}
		return
	}
	s.at[c.Seq] = len(s.hits)
	s.hits = append(s.hits, c)
}

func (s *finder) page() song.Page {
	slices.SortFunc(s.hits, s.compare)
	page := song.Page{Songs: make([]song.Summary, min(len(s.hits), s.limit)), Total: len(s.hits)}
	for i := range page.Songs {
		s.q.Show(s.hits[i])
		page.Songs[i] = s.hits[i].Summary
		page.Songs[i].FirstLine = s.hits[i].First
	}
	return page
}

func (s *finder) compare(a, b *song.Candidate) int {
	first := cmp.Compare(a.Rank, b.Rank)
	switch s.f.Sort {
	case song.ByTitle:
		first = 0
	case song.ByUpdated:
		first = cmp.Compare(b.UpdatedAt, a.UpdatedAt)
	case song.ByKey:
		first = cmp.Compare(keyOrder(a.Key), keyOrder(b.Key))
	case song.ByBPM:
		first = cmp.Compare(paceOf(a.BPM), paceOf(b.BPM))
	}
	return cmp.Or(first, strings.Compare(a.SortTitle, b.SortTitle), cmp.Compare(a.Seq, b.Seq))
}
