package song

import (
	"encoding/json"
	"strings"

	"churchmusic/internal/fold"
)

// everywhere says whether the unfinished word and each phrase is in some text of the song.
func (q *Query) everywhere(c *Candidate) bool {
	last := q.Last()
	if len(q.Phrases) == 0 && (last == nil || beginsWord(c.Lyrics, last.Forms[0])) {
		return true
	}
	texts := []string{fold.IndexText(c.Title), fold.IndexText(strings.ReplaceAll(c.Lyrics, "\n", " "))}
	for _, s := range c.named() {
		texts = append(texts, fold.IndexText(s.text))
	}
	if last != nil && !inAny(texts, last.in) {
		return false
	}
	for _, p := range q.Phrases {
		if !inAny(texts, func(folded string) bool { return hasWord(folded, p, false) }) {
			return false
		}
	}
	return true
}

// beginsWord finds a word that begins with an ASCII prefix as it is usually written, without folding the text.
func beginsWord(text, prefix string) bool {
	for _, written := range []string{prefix, strings.ToUpper(prefix[:1]) + prefix[1:]} {
		for from := 0; ; {
			at := strings.Index(text[from:], written)
			if at < 0 {
				break
			}
			at += from
			if at == 0 || text[at-1] == ' ' || text[at-1] == '\n' {
				return true
			}
			from = at + len(written)
		}
	}
	return false
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
	if c.Tune != "" {
		out = append(out, namedText{InTune, c.Tune})
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

// bestLine gives a line of the lyrics that has many of the words, and how many: the best of a few that have the longest
// word, or, where that is written in an unusual way, the best of all.
func (q *Query) bestLine(lyrics string) (best string, most int) {
	if best, most = q.quickLine(lyrics); most > 0 {
		return best, most
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

// linesTried bounds the lines that are compared for one match.
const linesTried = 4

func (q *Query) quickLine(lyrics string) (best string, most int) {
	word := q.longest()
	if len(word) < 2 || word[0] < 'a' || word[0] > 'z' {
		return "", 0
	}
	rest := lyrics
	for range linesTried {
		at := strings.Index(rest, word[1:])
		if at < 0 {
			break
		}
		start, end := strings.LastIndexByte(rest[:at], '\n')+1, strings.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at
		}
		line := rest[start : at+end]
		if n := q.count(fold.IndexText(line)); n > most {
			best, most = line, n
		}
		if most == len(q.Words) {
			break
		}
		rest = rest[at+end:]
	}
	return best, most
}

func (q *Query) longest() (word string) {
	for _, w := range q.Words {
		if len(w.Forms) == 1 && len(w.Forms[0]) > len(word) {
			word = w.Forms[0]
		}
	}
	return word
}
