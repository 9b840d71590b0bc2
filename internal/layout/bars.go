package layout

import (
	"strings"

	"churchmusic/internal/chart"
)

// Measures of bars, in em of the words.
const (
	barLeast  = 4.3 * chordSize
	barPad    = 0.75 * chordSize
	beatGap   = 0.9 * chordSize
	barHeight = 1.4 * chordSize
	barBase   = 1.0 * chordSize
	barGap    = 0.5 * chordSize
)

// bar is one bar of a grid: its cells and the signs at its ends.
type bar struct {
	cells []chart.CellView
	left  string // the bar line before it, "" for none
	sign  string // what the bar line behind it says
	width float64
}

// bars sets a row of a grid: bars of at least one width between thin lines.
func (s *setter) bars(cells []chart.CellView) {
	if s.choice.WordsOnly {
		return
	}
	if s.tooWide(cells) {
		s.wrapped(Beat, s.plainCells(cells), well)
		return
	}
	list := s.barsOf(cells)
	gap, before := lineGap/2, well
	for from := 0; from < len(list); {
		to, x := from, 0.0
		for to < len(list) && (to == from || x+list[to].width <= s.measure) {
			x += list[to].width
			to++
		}
		s.barRow(list[from:to], gap, before)
		from, gap, before = to, barGap, poorly
	}
	s.plain = false
}

// barsOf cuts cells at their bar lines. Bars that are wider than a row are cut further.
func (s *setter) barsOf(cells []chart.CellView) []bar {
	list := make([]bar, 0, 8)
	current := bar{}
	flush := func(right string) {
		if len(current.cells) > 0 {
			current.sign = signBefore(right)
			list = append(list, current)
		}
		current = bar{left: right}
	}
	width := 0.0
	for i := range cells {
		if cells[i].Bar != "" {
			flush(cells[i].Bar)
			width = 0
			continue
		}
		w := s.cellWidth(&cells[i]) + beatGap
		if width+w > s.measure-4*barPad && len(current.cells) > 0 {
			flush("")
			width = 0
		}
		current.cells = cells[i-len(current.cells) : i+1]
		width += w
	}
	flush("")
	for i := range list {
		list[i].width = s.barWidth(&list[i])
	}
	return list
}

// tooWide finds a cell that no row can hold; it is hardly music.
func (s *setter) tooWide(cells []chart.CellView) bool {
	for i := range cells {
		if s.cellWidth(&cells[i]) > s.measure-4*barPad || len(cells[i].Bar) > 8 {
			return true
		}
	}
	return false
}

func (s *setter) plainCells(cells []chart.CellView) string {
	var b strings.Builder
	for i := range cells {
		c := &cells[i]
		b.WriteString(c.Bar)
		if o := s.cellOver(c); o != nil {
			b.WriteString(o.root + o.raised + o.bass)
		}
		b.WriteString(c.Text + " ")
	}
	return b.String()
}

func (s *setter) cellOver(c *chart.CellView) *over {
	if c.Chord != nil && *c.Chord >= 0 && *c.Chord < len(s.view.Chords) {
		return &s.overs[*c.Chord]
	}
	return nil
}

// signBefore is what a bar line says to the bar before it: ":" for ":|".
func signBefore(line string) string {
	before, _, _ := strings.Cut(line, "|")
	return before
}

// signAfter is what a bar line says to the bar behind it: ":" for "|:", the number of an ending.
func signAfter(line string) string {
	return strings.Trim(line[strings.LastIndexByte(line, '|')+1:], ".]")
}

func (s *setter) cellWidth(c *chart.CellView) float64 {
	if o := s.cellOver(c); o != nil {
		return o.width
	}
	return s.metrics.Width(c.Text, Sans, chordSize)
}

func (s *setter) barWidth(b *bar) float64 {
	w := 2 * barPad
	for i := range b.cells {
		w += s.cellWidth(&b.cells[i])
		if i > 0 {
			w += beatGap
		}
	}
	for _, sign := range []string{signAfter(b.left), b.sign} {
		if sign != "" {
			w += s.metrics.Width(sign, SansBold, chordSize) + beatGap/2
		}
	}
	return min(s.measure, max(barLeast, w))
}

func (s *setter) barRow(list []bar, gap float64, before breaks) {
	s.begin(gap, barHeight, before)
	x := 0.0
	for i := range list {
		b := &list[i]
		s.barLine(x, b.left)
		s.cells(b, x)
		x += b.width
		if i == len(list)-1 {
			s.barLine(x, "|")
		}
	}
	s.end()
}

func (s *setter) cells(b *bar, x float64) {
	end := x + b.width
	x += barPad
	if sign := signAfter(b.left); sign != "" {
		x = s.write(Root, sign, x, barBase, chordSize) + beatGap/2
	}
	for i := range b.cells {
		if o := s.cellOver(&b.cells[i]); o != nil {
			x = s.chord(o, x, barBase)
		} else {
			x = s.write(Beat, b.cells[i].Text, x, barBase, chordSize)
		}
		x += beatGap
	}
	if b.sign != "" {
		w := s.metrics.Width(b.sign, SansBold, chordSize)
		s.run(Root, b.sign, end-barPad/2-w, barBase, chordSize, w)
	}
}

// barLine draws a bar line; a double one where the chart has it.
func (s *setter) barLine(x float64, sign string) {
	const thick = 1.0 // point
	if sign == "" {
		return
	}
	at := min(x, s.measure-2*thick/s.em) * s.em
	s.rules = append(s.rules, Rule{at, 0, thick, barHeight * s.em, RubricLine})
	if sign == "||" {
		s.rules = append(s.rules, Rule{at + 2*thick, 0, thick, barHeight * s.em, RubricLine})
	}
}
