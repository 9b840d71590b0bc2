package chart

import (
	"strings"
	"unicode/utf8"
)

// parseGrid cuts a grid row into bar lines, chords, several chords in a cell
// ("C~F") and whatever else stands there.
func parseGrid(line string) []Cell {
	cells := make([]Cell, 0, 16)
	column := 1
	for line != "" {
		token, before, rest := nextToken(line)
		column += utf8.RuneCountInString(before)
		if token != "" {
			cells = appendCells(cells, decode(token), column)
		}
		column += utf8.RuneCountInString(token)
		line = rest
	}
	return cells
}

func nextToken(s string) (token, before, rest string) {
	trimmed := strings.TrimLeft(s, " \t")
	before = s[:len(s)-len(trimmed)]
	end := strings.IndexAny(trimmed, " \t")
	if end < 0 {
		return trimmed, before, ""
	}
	return trimmed[:end], before, trimmed[end:]
}

func appendCells(cells []Cell, token string, column int) []Cell {
	if isBar(token) {
		return append(cells, Cell{Bar: token, Column: column})
	}
	for i, word := range strings.Split(token, "~") {
		if i > 0 {
			cells = append(cells, Cell{Text: "~", Column: column})
		}
		if word != "" {
			cells = append(cells, newCell(word, column))
		}
	}
	return cells
}

func isBar(token string) bool {
	if strings.IndexByte(token, '|') < 0 {
		return false
	}
	return strings.Trim(token, "|:.123456789>") == ""
}

func newCell(word string, column int) Cell {
	word = strings.TrimSuffix(strings.TrimPrefix(word, "["), "]")
	if word == "" || strings.Trim(word, "./%-*:x0123456789") == "" {
		return Cell{Text: word, Column: column}
	}
	return Cell{Chord: word, Column: column}
}
