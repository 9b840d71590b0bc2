package chart

import (
	"slices"
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

// inlineRecall is a recall inside a section that is shown, in the key of its target.
func (b *builder) inlineRecall(line *Line) (LineView, bool) {
	if line.Target < 0 || b.needsCopy(line) {
		return LineView{}, false
	}
	target := &b.chart.Sections[line.Target]
	return LineView{Kind: "recall", Section: target.ID, Label: recallLabel(line, target)}, true
}

func (b *builder) needsCopy(line *Line) bool {
	target := &b.chart.Sections[line.Target]
	return target.startRegion() != line.region && target.hasChords()
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

// recalls shows the recalls of a section's lines.
func (b *builder) recalls(views []SectionView, s *Section) []SectionView {
	if s.Hidden {
		return views
	}
	for i := range s.Lines {
		line := &s.Lines[i]
		if line.Kind != Recall || line.Hidden || line.Target < 0 {
			continue
		}
		if b.needsCopy(line) {
			views = b.copy(views, line)
			continue
		}
		if shown, ok := b.inlineRecall(line); ok && !s.shows() {
			views = appendRecall(views, shown)
		}
	}
	return views
}

func appendRecall(views []SectionView, line LineView) []SectionView {
	if len(views) == 0 {
		return append(views, SectionView{ID: "n0", Type: None, Lines: []LineView{line}})
	}
	last := &views[len(views)-1]
	last.Lines = append(last.Lines, line)
	return views
}

func recallLabel(line *Line, target *Section) string {
	if line.Text != "" {
		return titled(line.Text)
	}
	return target.Label
}

// copy writes a recalled section out in the key that holds at the recall, once for each key.
func (b *builder) copy(views []SectionView, line *Line) []SectionView {
	target := &b.chart.Sections[line.Target]
	if id, ok := b.copies[line.Target][line.region]; ok {
		return appendRecall(views, LineView{Kind: "recall", Section: id, Label: recallLabel(line, target)})
	}
	if b.copies[line.Target] == nil {
		b.copies[line.Target] = map[int]string{}
	}
	v := SectionView{ID: target.ID + "-k" + strconv.Itoa(line.region), Type: target.Type, Label: recallLabel(line, target),
		Short: target.Short, Refrain: target.Refrain, Lines: make([]LineView, 0, len(target.Lines))}
	for i := range target.Lines {
		if shown, ok := b.line(&target.Lines[i], place{target.Lines[i].region, line.region}); ok {
			v.Lines = append(v.Lines, shown)
		}
	}
	v.Lines = trimBlank(v.Lines)
	b.copies[line.Target][line.region] = v.ID
	return append(views, v)
}

func (s *Section) startRegion() int {
	for i := range s.Lines {
		if s.Lines[i].isContent() {
			return s.Lines[i].region
		}
	}
	return 0
}

func (s *Section) hasChords() bool {
	return slices.ContainsFunc(s.Lines, func(l Line) bool {
		return slices.ContainsFunc(l.Parts, func(p Part) bool { return p.Chord != "" }) ||
			slices.ContainsFunc(l.Cells, func(c Cell) bool { return c.Chord != "" })
	})
}
