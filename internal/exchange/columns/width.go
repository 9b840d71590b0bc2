// Package columns knows chords that stand in a line of their own above the words: which lines are such lines, which letter each
// chord stands over, and how to set them so again.
package columns

import (
	"strings"
	"unicode"
)

const tabStop = 8

// Width is how many columns a text takes on a screen with letters of one width: East Asian letters take two, accents that join
// the letter before them none.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += width(r)
	}
	return n
}

func width(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf), r >= 0x1160 && r <= 0x11ff:
		return 0
	case wide(r):
		return 2
	}
	return 1
}

func wide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf && r != 0x303f, r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff,
		r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60, r >= 0xffe0 && r <= 0xffe6,
		r >= 0x1f300 && r <= 0x1f64f, r >= 0x1f900 && r <= 0x1f9ff, r >= 0x20000 && r <= 0x3fffd:
		return true
	}
	return false
}

// Expand replaces tabs by blanks up to the next stop of eight columns.
func Expand(s string) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	column := 0
	for _, r := range s {
		if r == '\t' {
			n := tabStop - column%tabStop
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		}
		b.WriteRune(r)
		column += width(r)
	}
	return b.String()
}

// Mark is something that stands over a column, counted from 0.
type Mark struct {
	Column int
	Text   string
	Note   bool // words for players, no chord
}

// token is a run without blanks.
type token struct {
	column int
	text   string
}

func tokens(line string) []token {
	list := make([]token, 0, 8)
	column, start, from := 0, -1, 0
	for i, r := range line {
		blank := r == ' ' || r == '\t' || r == '\u00a0' || r == '\u3000'
		if blank && start >= 0 {
			list = append(list, token{from, line[start:i]})
			start = -1
		}
		if !blank && start < 0 {
			start, from = i, column
		}
		column += width(r)
	}
	if start >= 0 {
		list = append(list, token{from, line[start:]})
	}
	return list
}

// remarks joins the tokens of a remark in parentheses: "(play softly)". Chords in parentheses stay apart.
func remarks(list []token) []token {
	joined := list[:0]
	open := -1 // the remark that is not closed yet
	for _, t := range list {
		if open >= 0 {
			joined[open].text += " " + t.text
			if strings.HasSuffix(t.text, ")") || len(joined[open].text) > 60 {
				open = -1
			}
			continue
		}
		joined = append(joined, t)
		if inner, ok := strings.CutPrefix(t.text, "("); ok && !strings.Contains(inner, ")") && !(Names{}).chord(inner) {
			open = len(joined) - 1
		}
	}
	return joined
}
