package store

import (
	"cmp"
	"context"
	"database/sql"
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
	hits  []song.Candidate
}

// How far a search looks.
const (
	candidatesPerHit = 2  // proposals of one stage, for each wanted hit
	commonFrom       = 64 // so many titles begin with a word: expanding it in all texts would take long
	shortWord        = 2  // letters of a last word that is looked for in titles only
)

func (db *DB) search(ctx context.Context, f song.Filter) (song.Page, error) {
	s := &finder{db: db, ctx: ctx, f: f, q: song.ParseQuery(f.Query), limit: f.Limit, at: map[int64]int{}}
	if s.limit <= 0 || s.limit > mostPerPage {
		s.limit = song.MostFound
	}
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
	short := last != nil && utf8.RuneCountInString(last.Forms[0]) <= shortWord
	if short && len(s.q.Words) == 1 {
		return s.titles()
	}
	common, err := s.common(last)
	if err != nil {
		return err
	}
	if !common || len(s.q.Words) > 1 {
		if complete, err := s.anywhere(short || common); complete || err != nil {
			return err
		}
	}
	if err := s.titles(); err != nil {
		return err
	}
	if err := s.firstLines(); err != nil {
		return err
	}
	if common && len(s.q.Words) == 1 && len(s.hits) < s.limit {
		_, err = s.anywhere(false)
	}
	return err
}

// lightColumns are what titles and first lines need, allColumns what every text needs.
const (
	lightColumns = summaryColumns + ", s.sort_title, s.aliases, s.first_line, s.songbooks, s.ccli_song_number"
	allColumns   = lightColumns + ", s.authors, x.lyrics"
)

func scanLight(r *sql.Rows) (c song.Candidate, err error) {
	c.Summary, err = scanSummary(r, &c.SortTitle, &c.Aliases, &c.First, &c.Songbooks, &c.CCLISongNumber)
	return c, err
}

func scanCandidate(r *sql.Rows) (c song.Candidate, err error) {
	c.Summary, err = scanSummary(r, &c.SortTitle, &c.Aliases, &c.First, &c.Songbooks, &c.CCLISongNumber, &c.Authors, &c.Lyrics)
	return c, err
}

// afterAll sorts after every text that continues what stands before it.
const afterAll = "\U0010ffff"

// beginnings finds titles that begin with the text; full says that there are enough of them.
func (s *finder) beginnings() (full bool, err error) {
	c := conditions{args: []any{s.q.Text, s.q.Text + afterAll}}
	if err := c.filter(s.f); err != nil {
		return false, err
	}
	most := s.limit + s.limit/4 + 1 // a title can stand with and without its article
	c.args = append(c.args, most)
	got, err := all(s.ctx, s.db, scanLight, "SELECT "+lightColumns+` FROM song_titles t CROSS JOIN songs s WHERE t.folded >= $1 AND t.folded < $2
AND s.seq = t.song_seq`+c.text.String()+" ORDER BY t.folded, t.song_seq LIMIT $"+itoa(len(c.args)), c.args...)
	for i := range got {
		if s.q.MatchTitle(&got[i]) {
			s.add(got[i])
		}
	}
	return len(got) == most || len(s.hits) >= s.limit, err
}

// common says whether the last word begins very many titles.
func (s *finder) common(last *song.Word) (bool, error) {
	if last == nil {
		return false, nil
	}
	if len(s.q.Words) == 1 && !s.f.Narrow() {
		return len(s.hits) >= commonFrom, nil // beginnings has counted them
	}
	n, err := one(s.ctx, s.db, value[int], "SELECT COUNT(*) FROM (SELECT 1 FROM song_titles WHERE folded >= $1 AND folded < $2 LIMIT $3) b",
		last.Forms[0], last.Forms[0]+afterAll, commonFrom)
	return n >= commonFrom, err
}

// anywhere looks in all texts. Where the last word is not to be expanded the other words propose and the texts decide.
// Complete says that every song that matches is found.
func (s *finder) anywhere(withoutLast bool) (complete bool, err error) {
	words := s.q.Words
	if withoutLast {
		words = words[:len(words)-1]
	}
	verify := withoutLast || len(s.q.Phrases) > 0
	most := s.limit * candidatesPerHit
	got, err := s.propose(allColumns, clausesOf("", words), most, scanCandidate)
	for i := range got {
		if s.q.Match(&got[i], verify) {
			s.add(got[i])
		}
	}
	return len(got) < most, err
}

func (s *finder) titles() error {
	all := clausesOf(titleMark, s.q.Words)
	number := len(s.q.Words) == 1 && isNumber(s.q.Words[0].Forms[0])
	if number {
		all[0] = append(all[0], clausesOf(numberMark, s.q.Words)[0]...)
	}
	got, err := s.propose(lightColumns, all, s.limit*candidatesPerHit, scanLight)
	for i := range got {
		if s.q.MatchTitle(&got[i]) || number && s.q.Match(&got[i], true) {
			s.add(got[i])
		}
	}
	return err
}

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func (s *finder) firstLines() error {
	got, err := s.propose(lightColumns, clausesOf(firstMark, s.q.Words), s.limit*candidatesPerHit, scanLight)
	for i := range got {
		if s.q.MatchFirstLine(&got[i]) {
			s.add(got[i])
		}
	}
	return err
}

func clausesOf(mark string, words []song.Word) []clause {
	out := make([]clause, len(words))
	for i, w := range words {
		for j, form := range w.Forms {
			out[i] = append(out[i], term{mark + cutTerm(form), w.Prefix && j == 0})
		}
	}
	return out
}

// propose gives the first songs, in the order of their making, that satisfy all clauses and the filter.
func (s *finder) propose(columns string, want []clause, most int, scan func(*sql.Rows) (song.Candidate, error)) ([]song.Candidate, error) {
	c := conditions{args: []any{s.db.engine.matchText(want)}}
	if err := c.filter(s.f); err != nil {
		return nil, err
	}
	from, where, seq := s.db.engine.matching()
	if columns == allColumns {
		from += " CROSS JOIN song_texts x"
		where += " AND x.song_seq = " + seq
	}
	c.args = append(c.args, most)
	return all(s.ctx, s.db, scan, "SELECT "+columns+" FROM "+from+" CROSS JOIN songs s WHERE "+where+" AND s.seq = "+seq+c.text.String()+
		" ORDER BY "+seq+" LIMIT $"+itoa(len(c.args)), c.args...)
}

// add keeps a hit, the better one where a song was found before.
func (s *finder) add(c song.Candidate) {
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
		page.Songs[i] = s.hits[i].Summary
		page.Songs[i].FirstLine = s.hits[i].First
	}
	return page
}

func (s *finder) compare(a, b song.Candidate) int {
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
