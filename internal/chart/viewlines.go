package chart

import (
	"strconv"
	"strings"
)

// sections are the sections to show. A recall stands at the end of the section
// before it; in another key than its section it is written out as a copy.
func (b *builder) sections() []SectionView {
	views := make([]SectionView, 0, len(b.chart.Sections))
	for i := range b.chart.Sections {
		s := &b.chart.Sections[i]
		if s.shows() {
			views = append(views, b.section(s))
		}
		views = b.recalls(views, s)
	}
	if len(b.chords) == mostChords {
		b.problems = append(b.problems, Problem{1, 1, "More than " + strconv.Itoa(mostChords) + " different chords; the rest is shown as typed", ""})
	}
	return views
}

func (b *builder) section(s *Section) SectionView {
	v := SectionView{ID: s.ID, Type: s.Type, Label: s.Label, Short: s.Short, Refrain: s.Refrain, Lines: make([]LineView, 0, len(s.Lines))}
	v.Cue = cue(s)
	for i := range s.Lines {
		if line, ok := b.line(&s.Lines[i], place{s.Lines[i].region, s.Lines[i].region}); ok {
			v.Lines = append(v.Lines, line)
		}
	}
	v.Lines = trimBlank(v.Lines)
	return v
}

func cue(s *Section) string {
	if s.Repeat > 1 {
		return "×" + strconv.Itoa(s.Repeat)
	}
	return ""
}

// trimBlank takes blank lines off both ends.
func trimBlank(lines []LineView) []LineView {
	for len(lines) > 0 && lines[len(lines)-1].Kind == "blank" {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && lines[0].Kind == "blank" {
		lines = lines[1:]
	}
	return lines
}

// line is one line as it is shown at a place; false for lines that players do not see.
func (b *builder) line(line *Line, at place) (LineView, bool) {
	if line.Hidden {
		return LineView{}, false
	}
	switch line.Kind {
	case Lyrics:
		return b.lyrics(line, at), true
	case Grid:
		return LineView{Kind: "grid", Cells: b.cells(line.Cells, at)}, true
	case Literal:
		return LineView{Kind: "tab", Text: line.Text}, true
	case Comment:
		return LineView{Kind: "comment", Text: line.Text, Style: line.Style}, true
	case Blank:
		return LineView{Kind: "blank"}, true
	case Recall:
		return b.inlineRecall(line)
	}
	return LineView{}, false
}

func (b *builder) lyrics(line *Line, at place) LineView {
	if isBarLine(line.Parts) {
		return LineView{Kind: "grid", Cells: b.cells(barCells(line.Parts), at)}
	}
	parts := make([]PartView, len(line.Parts))
	for i := range line.Parts {
		p := &line.Parts[i]
		parts[i] = PartView{Annotation: p.Annotation, Text: p.Text}
		if p.Chord != "" {
			if parts[i].Chord = b.chord(p.Chord, at); parts[i].Chord == nil {
				parts[i].Annotation = p.Chord
			}
		}
	}
	return LineView{Kind: "lyrics", Parts: parts}
}

func (b *builder) cells(cells []Cell, at place) []CellView {
	views := make([]CellView, len(cells))
	for i := range cells {
		views[i] = CellView{Bar: cells[i].Bar, Text: cells[i].Text}
		if cells[i].Chord != "" {
			if views[i].Chord = b.chord(cells[i].Chord, at); views[i].Chord == nil {
				views[i].Text = cells[i].Chord
			}
		}
	}
	return views
}

// isBarLine finds instrumental lines such as "| [G] / / / | [C] / / / |".
func isBarLine(parts []Part) bool {
	chords, bars := false, false
	for i := range parts {
		if strings.Trim(parts[i].Text, "|/:.%- ") != "" || parts[i].Annotation != "" {
			return false
		}
		chords = chords || parts[i].Chord != ""
		bars = bars || strings.IndexByte(parts[i].Text, '|') >= 0
	}
	return chords && bars
}

func barCells(parts []Part) []Cell {
	cells := make([]Cell, 0, 4*len(parts))
	for i := range parts {
		if parts[i].Chord != "" {
			cells = append(cells, Cell{Chord: parts[i].Chord})
		}
		cells = append(cells, parseGrid(parts[i].Text)...)
	}
	return cells
}
