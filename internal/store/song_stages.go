package store

import (
	"database/sql"
	"strings"

	"churchmusic/internal/song"
)

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
