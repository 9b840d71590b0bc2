package chart

// blank ends a paragraph outside sections, and a label that only repeats a section.
func (r *reader) blank(line Line) {
	line.Kind = Blank
	if r.growBlank() {
		return
	}
	r.blankFrom = r.offset - len(line.source)
	r.add(line)
	if r.open {
		return
	}
	s := r.current()
	if s.content || s.Type != None && s.before >= 0 {
		r.closed = true
	}
}

// growBlank makes a run of blank lines one line, so that empty space costs nothing.
func (r *reader) growBlank() bool {
	if r.closed || len(r.chart.Sections) == 0 {
		return false
	}
	lines := r.current().Lines
	if len(lines) == 0 || lines[len(lines)-1].Kind != Blank {
		return false
	}
	lines[len(lines)-1].source = r.text[r.blankFrom:r.offset]
	return true
}

type sectionName struct {
	kind   Type
	number int
	suffix string
}

func (s *Section) name() sectionName {
	return sectionName{s.Type, s.Number, s.suffix}
}

// namesake is the index of the earlier section that a bare label repeats, -1 for
// none. A verse without a number is always a new verse.
func (r *reader) namesake(s *Section) int {
	if s.Type == Verse && s.Number == 0 {
		return -1
	}
	if at, ok := r.byName[s.name()]; ok {
		return at
	}
	if at, ok := r.latest[s.Type]; ok && s.Number == 0 {
		return at
	}
	return -1
}
