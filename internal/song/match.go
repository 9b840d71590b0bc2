package song

import (
	"encoding/json"
	"strings"

	"churchmusic/internal/fold"
)

// Rank says how well a song answers a query; less is better.
type Rank uint8

// The ranks: a hit in the title stands before one in the first line, and that before one anywhere else.
const (
	TitleIs Rank = iota
	TitleBegins
	TitleHas
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
}

// Match ranks a candidate and sets its Match. With verify it makes sure that every word and phrase is in the song somewhere;
// without, the caller knows.
func (q *Query) Match(c *Candidate, verify bool) bool {
	if q.matchTitles(c) || q.matchFirstLine(c) {
		return true
	}
	if verify && !q.everywhere(c) {
		return false
	}
	c.Rank = Elsewhere
	c.Match = q.bestElsewhere(c)
	return true
}

// MatchTitle ranks a candidate by title and aliases alone.
func (q *Query) MatchTitle(c *Candidate) bool { return q.matchTitles(c) }

func (q *Query) matchTitles(c *Candidate) bool {
	found := q.matchTitle(c, InTitle, c.Title, c.SortTitle)
	for _, alias := range list[string](c.Aliases) {
		if found && c.Rank == TitleIs {
			break
		}
		found = q.matchTitle(c, InAlias, alias, "") || found
	}
	return found
}

// matchTitle takes a title for the match unless a better one was found before.
func (q *Query) matchTitle(c *Candidate, field, title, sortTitle string) bool {
	folded := fold.Text(title)
	rank := TitleHas
	switch {
	case folded == q.Text || sortTitle != "" && sortTitle == q.Text:
		rank = TitleIs
	case len(q.Phrases) == 0 && q.begins(folded, sortTitle):
		rank = TitleBegins
	case !q.wholly(fold.IndexText(title)):
		return false
	}
	if c.Match == nil || rank < c.Rank {
		c.Rank, c.Match = rank, q.highlight(field, title)
	}
	return true
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
	if c.First == "" || !q.wholly(fold.IndexText(c.First)) {
		return false
	}
	c.Rank = FirstLineHas
	if q.begins(fold.Text(c.First)) {
		c.Rank = FirstLineBegins
	}
	c.Match = q.highlight(InFirstLine, c.First)
	return true
}

// everywhere says whether each word and phrase is in some text of the song.
func (q *Query) everywhere(c *Candidate) bool {
	texts := []string{c.Title, strings.ReplaceAll(c.Lyrics, "\n", " ")}
	for _, s := range c.named() {
		texts = append(texts, s.text)
	}
	for i, s := range texts {
		texts[i] = fold.IndexText(s)
	}
	for i := range q.Words {
		if !inAny(texts, q.Words[i].in) {
			return false
		}
	}
	for _, p := range q.Phrases {
		if !inAny(texts, func(folded string) bool { return hasWord(folded, p, false) }) {
			return false
		}
	}
	return true
}

func inAny(texts []string, in func(string) bool) bool {
	for _, t := range texts {
		if in(t) {
			return true
		}
	}
	return false
}

type namedText struct{ field, text string }

// named gives the short texts of a song with the fields they stand in.
func (c *Candidate) named() []namedText {
	var out []namedText
	for _, s := range list[string](c.Aliases) {
		out = append(out, namedText{InAlias, s})
	}
	for _, a := range list[Author](c.Authors) {
		out = append(out, namedText{InAuthor, a.Name})
	}
	for _, s := range list[string](string(c.Tags)) {
		out = append(out, namedText{InTag, s})
	}
	for _, b := range list[Songbook](c.Songbooks) {
		out = append(out, namedText{InSongbook, strings.TrimSpace(b.Book + " " + b.Number)})
	}
	if c.CCLISongNumber != "" {
		out = append(out, namedText{InCCLI, c.CCLISongNumber})
	}
	return out
}

func list[T any](raw string) (out []T) {
	if len(raw) > 2 {
		_ = json.Unmarshal([]byte(raw), &out) // the store wrote it
	}
	return out
}

// bestElsewhere shows the text that has the most words: the line of the lyrics where others are no better.
func (q *Query) bestElsewhere(c *Candidate) *Match {
	line, most := q.bestLine(c.Lyrics)
	best := namedText{InLyrics, line}
	if most < len(q.Words) {
		for _, t := range append(c.named(), namedText{InTitle, c.Title}) {
			if n := q.count(fold.IndexText(t.text)); n > most {
				best, most = t, n
			}
		}
	}
	if most == 0 {
		return nil
	}
	return q.highlight(best.field, best.text)
}

// bestLine gives the first of the lines that have the most words.
func (q *Query) bestLine(lyrics string) (best string, most int) {
	if line, ok := q.quickLine(lyrics); ok {
		return line, len(q.Words)
	}
	for line := range strings.SplitSeq(lyrics, "\n") {
		if n := q.count(fold.IndexText(line)); n > most {
			best, most = line, n
			if n == len(q.Words) {
				break
			}
		}
	}
	return best, most
}

// quickLine finds a line that has all words by the longest of them as it is usually written, without folding the whole text.
func (q *Query) quickLine(lyrics string) (string, bool) {
	word := ""
	for _, w := range q.Words {
		if len(w.Forms) == 1 && len(w.Forms[0]) > len(word) {
			word = w.Forms[0]
		}
	}
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return "", false
	}
	at := strings.Index(lyrics, word[1:])
	for tries := 0; at >= 0 && tries < 4; tries++ {
		start, end := strings.LastIndexByte(lyrics[:at], '\n')+1, strings.IndexByte(lyrics[at:], '\n')
		if end < 0 {
			end = len(lyrics) - at
		}
		line := lyrics[start : at+end]
		if q.count(fold.IndexText(line)) == len(q.Words) {
			return line, true
		}
		next := strings.Index(lyrics[at+end:], word[1:])
		if next < 0 {
			break
		}
		at += end + next
	}
	return "", false
}
