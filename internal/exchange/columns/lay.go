package columns

import "strings"

// Piece is a chord or a remark with the words that follow it.
type Piece struct{ Mark, Text string }

// Lay sets pieces as a row of chords over a line of words. Where a chord needs more room than the words under it give, the words
// are stretched: between words by blanks, within a word by strokes ("a___mazing"), which Place takes out again.
func Lay(pieces []Piece) (row, words string) {
	var above, below strings.Builder
	at, end := 0, 0 // columns of words so far, and of the row with a blank after it
	for i, p := range pieces {
		if p.Mark != "" {
			if at < end {
				below.WriteString(strings.Repeat(stretch(pieces, i), end-at))
				at = end
			}
			above.WriteString(strings.Repeat(" ", at-max(0, end-1)))
			above.WriteString(p.Mark)
			end = at + Width(p.Mark) + 1
		}
		below.WriteString(p.Text)
		at += Width(p.Text)
	}
	return above.String(), strings.TrimRight(below.String(), " ")
}

// stretch says what fills the words before the piece at i: strokes inside a word, else blanks.
func stretch(pieces []Piece, i int) string {
	if lastOf(pieces[:i]) != ' ' && firstOf(pieces[i:]) != ' ' {
		return "_"
	}
	return " "
}

func lastOf(pieces []Piece) rune {
	for k := len(pieces) - 1; k >= 0; k-- {
		if r := []rune(pieces[k].Text); len(r) > 0 {
			return r[len(r)-1]
		}
	}
	return ' '
}

func firstOf(pieces []Piece) rune {
	for _, p := range pieces {
		for _, r := range p.Text {
			return r
		}
	}
	return ' '
}
