package chart

import (
	"slices"
	"strconv"
)

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
