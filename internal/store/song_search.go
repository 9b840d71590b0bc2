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
	hits  []*song.Candidate
}

// How far a search looks.
const (
	commonFrom = 64 // so many titles begin with a word: expanding it in all texts would take long
	shortWord  = 2  // letters of a last word that is looked for in titles only
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

func scanCandidate(r *sql.Rows) (*song.Candidate, error) {
	var texts string
	c := &song.Candidate{}
	if err := r.Scan(&c.Seq, &texts); err != nil {
		return nil, err
	}
	return c, unpackTexts(c, texts)
}

// afterAll sorts after every text that continues what stands before it.
const afterAll = "\U0010ffff"

// beginnings finds titles that begin with the text; full says that there are enough of them.
func (s *finder) beginnings() (full bool, err error) {
	c := conditions{args: []any{s.q.Text, s.q.Text + afterAll}}
	if err := s.filter(&c); err != nil {
		return false, err
	}
	c.args = append(c.args, s.most()) // a title can stand with and without its article
	got, err := all(s.ctx, s.db, scanCandidate, "SELECT x.song_seq, x.texts FROM song_titles t CROSS JOIN song_texts x"+s.songs()+
		" WHERE t.folded >= $1 AND t.folded < $2 AND x.song_seq = t.song_seq"+s.joined()+c.text.String()+
		" ORDER BY t.folded, t.song_seq LIMIT $"+itoa(len(c.args)), c.args...)
	for i := range got {
		if s.q.MatchTitle(got[i]) {
			s.add(got[i])
		}
	}
	return len(got) == s.most() || len(s.hits) >= s.limit, err
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

// anywhere looks in all texts for songs that have some words; where these are not all, the texts decide. Complete says
// that every song that matches is found.
func (s *finder) anywhere(words []song.Word) (complete bool, err error) {
	verify := len(words) < len(s.q.Words) || len(s.q.Phrases) > 0
	got, err := s.propose(clausesOf("", words))
	for _, c := range got {
		if s.q.Match(c, verify) {
			s.add(c)
		}
	}
	return len(got) < s.most(), err
}

func (s *finder) titles(words []song.Word) error {
	all := clausesOf(titleMark, words)
	number := len(words) == 1 && isNumber(words[0].Forms[0])
	if number {
		all[0] = append(all[0], clausesOf(numberMark, words)[0]...)
	}
	got, err := s.propose(all)
	for _, c := range got {
		if s.q.MatchTitle(c) || number && s.q.Match(c, true) {
			s.add(c)
		}
	}
	return err
}

func (s *finder) firstLines(words []song.Word) error {
	got, err := s.propose(clausesOf(firstMark, words))
	for _, c := range got {
		if s.q.MatchFirstLine(c) {
			s.add(c)
		}
	}
	return err
}

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }) < 0
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
func (s *finder) propose(want []clause) ([]*song.Candidate, error) {
	c := conditions{args: []any{s.db.engine.matchText(want)}}
	if err := s.filter(&c); err != nil {
		return nil, err
	}
	c.args = append(c.args, s.most())
	from, where, seq := s.db.engine.matching()
	return all(s.ctx, s.db, scanCandidate, "SELECT x.song_seq, x.texts FROM "+from+" CROSS JOIN song_texts x"+s.songs()+" WHERE "+where+
		" AND x.song_seq = "+seq+s.joined()+c.text.String()+" ORDER BY "+seq+" LIMIT $"+itoa(len(c.args)), c.args...)
}

// most is how many songs one stage looks at.
func (s *finder) most() int { return s.limit + s.limit/4 + 1 }

// songs, joined and filter bring in the table of songs where the filter wants something that texts do not tell.
func (s *finder) songs() string {
	if s.f.Narrow() {
		return " CROSS JOIN songs s"
	}
	return ""
}

func (s *finder) joined() string {
	if s.f.Narrow() {
		return " AND s.seq = x.song_seq"
	}
	return ""
}

func (s *finder) filter(c *conditions) error {
	if s.f.Narrow() {
		return c.filter(s.f)
	}
	return nil
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
