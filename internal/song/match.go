package song

import (
	"strings"

	"churchmusic/internal/fold"
)

// Rank says how well a song answers a query; less is better.
type Rank uint8

// The ranks: a hit in the title stands before a whole number, that before one in the first line, and that before one anywhere else.
const (
	TitleIs Rank = iota
	TitleBegins
	TitleHas
	NumberIs
	FirstLineBegins
	FirstLineHas
	Elsewhere
)

// Candidate is a song that may answer a query, with the texts that a match can be in, lists as JSON.
type Candidate struct {
	Summary
	SortTitle                   string
	Aliases, Authors, Songbooks string
	CCLISongNumber              string
	First                       string
	Lyrics                      string // line by line; empty where only titles are looked at
	Rank                        Rank

	field, title string // what a rank for a title or a number comes from
}

// Match ranks a candidate. With verify it makes sure that the unfinished word and every phrase is in the song somewhere;
// without, and of the other words, the caller knows.
func (q *Query) Match(c *Candidate, verify bool) bool {
	if q.matchTitles(c) || q.matchNumber(c) || q.matchFirstLine(c) {
		return true
	}
	c.Rank = Elsewhere
	return !verify || q.everywhere(c)
}

// Show sets the Match of a candidate that was ranked.
func (q *Query) Show(c *Candidate) {
	switch {
	case c.Rank == Elsewhere:
		c.Match = q.bestElsewhere(c)
	case c.Rank >= FirstLineBegins:
		c.Match = q.highlight(InFirstLine, c.First)
	default:
		c.Match = q.highlight(c.field, c.title)
	}
}

// MatchTitle ranks a candidate by title and aliases alone.
func (q *Query) MatchTitle(c *Candidate) bool { return q.matchTitles(c) }

func (q *Query) matchTitles(c *Candidate) bool {
	c.field = ""
	q.matchTitle(c, InTitle, c.Title, c.SortTitle)
	for _, alias := range list[string](c.Aliases) {
		if c.field != "" && c.Rank == TitleIs {
			break
		}
		q.matchTitle(c, InAlias, alias, "")
	}
	return c.field != ""
}

// matchTitle takes a title for the rank unless a better one was found before.
func (q *Query) matchTitle(c *Candidate, field, title, sortTitle string) {
	folded := fold.Text(title)
	rank := TitleHas
	switch {
	case folded == q.Text || sortTitle != "" && sortTitle == q.Text:
		rank = TitleIs
	case len(q.Phrases) == 0 && q.begins(folded, sortTitle):
		rank = TitleBegins
	case !q.wholly(searchable(folded, title)):
		return
	}
	if c.field == "" || rank < c.Rank {
		c.Rank, c.field, c.title = rank, field, title
	}
}

// matchNumber finds a song by its whole number in a songbook or with CCLI.
func (q *Query) matchNumber(c *Candidate) bool {
	if len(q.Words) != 1 || q.Text == "" || q.Text[0] < '0' || q.Text[0] > '9' {
		return false
	}
	if c.CCLISongNumber == q.Text {
		c.Rank, c.field, c.title = NumberIs, InCCLI, c.CCLISongNumber
		return true
	}
	for _, b := range list[Songbook](c.Songbooks) {
		if fold.Text(b.Number) == q.Text {
			c.Rank, c.field, c.title = NumberIs, InSongbook, strings.TrimSpace(b.Book+" "+b.Number)
			return true
		}
	}
	return false
}

// searchable gives the indexed form of a text whose folded form is known: both are the same but for Han, Kana and Hangul.
func searchable(folded, text string) string {
	for i := range len(folded) {
		if folded[i] >= 0xe2 {
			return fold.IndexText(text)
		}
	}
	return folded
}

func (q *Query) begins(folded ...string) bool {
	for _, f := range folded {
		if strings.HasPrefix(f, q.Text) {
			return true
		}
	}
	return false
}

// MatchFirstLine ranks a candidate by its first line alone.
func (q *Query) MatchFirstLine(c *Candidate) bool { return q.matchFirstLine(c) }

func (q *Query) matchFirstLine(c *Candidate) bool {
	folded := fold.Text(c.First)
	if folded == "" || !q.wholly(searchable(folded, c.First)) {
		return false
	}
	c.Rank = FirstLineHas
	if q.begins(folded) {
		c.Rank = FirstLineBegins
	}
	return true
}
