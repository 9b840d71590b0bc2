package chart

import (
	"strings"
	"unicode/utf8"
)

// parseParts cuts a lyric line at its brackets. A bracket that does not close, or in
// which another one opens, is text.
func parseParts(line string) []Part {
	if strings.IndexByte(line, '[') < 0 {
		return []Part{{Text: plain(decode(line)), Column: 1}}
	}
	parts := make([]Part, 0, strings.Count(line, "[")+1)
	var c cutter
	for at := 0; at < len(line); {
		open, closing := bracket(line, at)
		if open < 0 {
			break
		}
		parts = c.text(parts, line[c.from:open])
		c.column += utf8.RuneCountInString(line[c.from:open])
		parts = append(parts, newPart(line[open+1:closing], c.column+1))
		c.column += utf8.RuneCountInString(line[open : closing+1])
		c.from, at = closing+1, closing+1
	}
	return c.text(parts, line[c.from:])
}

// bracket finds the next pair of brackets without another inside; -1 for none.
func bracket(line string, at int) (open, closing int) {
	open = -1
	for i := at; i < len(line); i++ {
		switch line[i] {
		case '[':
			open = i
		case ']':
			if open >= 0 {
				return open, i
			}
		}
	}
	return -1, -1
}

type cutter struct {
	from   int
	column int
}

// text puts words behind the last chord, or in front of the first one.
func (c *cutter) text(parts []Part, words string) []Part {
	if words == "" {
		return parts
	}
	words = plain(decode(words))
	if len(parts) > 0 && parts[len(parts)-1].Text == "" {
		parts[len(parts)-1].Text = words
		return parts
	}
	return append(parts, Part{Text: words, Column: c.column + 1})
}

func newPart(inside string, column int) Part {
	if note, ok := strings.CutPrefix(inside, "*"); ok {
		return Part{Annotation: plain(decode(note)), Column: column}
	}
	return Part{Chord: strings.TrimSpace(decode(inside)), Column: column}
}

// words joins the text of a line.
func words(parts []Part) string {
	if len(parts) == 1 {
		return parts[0].Text
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}
