package chart

import (
	"slices"
	"strconv"
	"strings"
)

// finish does what needs the whole text: bare labels, ids, keys and chords.
func (r *reader) finish() {
	if r.open {
		r.problem(r.started, 1, "Put {end_of_"+r.current().Environment+"} after its last line",
			"The section that begins here is not closed")
	}
	r.resolveHeadings()
	r.chart.nameSections()
	r.chart.readChords()
	r.chart.warnUnlabelled()
	slices.SortStableFunc(r.chart.Problems, func(a, b Problem) int { return a.Line - b.Line })
}

// resolveHeadings turns a label without a body into "as before", or into a comment.
func (r *reader) resolveHeadings() {
	for i := range r.chart.Sections {
		s := &r.chart.Sections[i]
		if s.content || s.Environment != "" || s.Type == None {
			continue
		}
		for j := range s.Lines {
			r.resolveHeading(&s.Lines[j], s)
		}
		s.Type, s.Label, s.Number, s.Refrain = None, "", 0, false
	}
}

func (r *reader) resolveHeading(line *Line, s *Section) {
	if line.Kind != Heading || s.before == ofRecall {
		return
	}
	line.Text = s.Label
	if s.before >= 0 {
		line.Kind, line.Target = Recall, s.before
		return
	}
	line.Kind, line.Style = Comment, "plain"
	r.problem(line.Number, 1, "Write the words under it", "%s has no words here and none before", s.Label)
}

// nameSections gives every section that can be shown its id, label and short name.
func (c *Chart) nameSections() {
	n := namer{ids: map[string]bool{}, used: map[sectionName]bool{}, next: map[Type]int{}, count: map[string]int{}}
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.shows() {
			n.count[s.letter()]++
			n.used[sectionName{s.Type, s.Number, ""}] = true
		}
	}
	for i := range c.Sections {
		if s := &c.Sections[i]; s.shows() {
			n.name(s)
		}
	}
}

// shows says whether players see anything of the section.
func (s *Section) shows() bool {
	if s.Hidden || !s.Type.drawn() {
		return false
	}
	if s.content {
		return true
	}
	return slices.ContainsFunc(s.Lines, func(l Line) bool { return l.Kind == Comment && !l.Hidden })
}

type namer struct {
	ids   map[string]bool
	used  map[sectionName]bool
	next  map[Type]int
	count map[string]int
}

func (n *namer) name(s *Section) {
	number := s.Number
	if number == 0 {
		number = n.free(s.Type)
	}
	s.ID = n.unique(s.Type.info().letter + strconv.Itoa(number) + s.suffix)
	shown, letter := "", s.letter()
	if s.Number > 0 || n.count[letter] > 1 {
		shown = strconv.Itoa(number) + s.suffix
	}
	if s.Label == "" && s.Type != None {
		s.Label = strings.TrimRight(s.Type.info().label+" "+shown, " ")
	}
	s.Short = letter + shown
	if s.Type == None {
		s.Short = strconv.Itoa(number)
	}
}

// letter is what the order strip shows before the number.
func (s *Section) letter() string {
	if s.Type == Chorus && strings.HasPrefix(strings.ToLower(s.Label), "ref") {
		return "R"
	}
	if s.Type == GridType && s.Label != "" {
		return initials(s.Label)
	}
	return s.Type.info().short
}

// free is the lowest number of a type that no label uses.
func (n *namer) free(kind Type) int {
	for {
		n.next[kind]++
		if !n.used[sectionName{kind, n.next[kind], ""}] {
			return n.next[kind]
		}
	}
}

// unique adds a letter to an id that is taken: "v1", "v1b", "v1c", …, "v1z", "v1-27".
func (n *namer) unique(id string) string {
	for i := n.count["id "+id] + 1; ; i++ {
		candidate := id
		if i > 26 {
			candidate += "-" + strconv.Itoa(i)
		} else if i > 1 {
			candidate += string(rune('a' + i - 1))
		}
		n.count["id "+id] = i
		if !n.ids[candidate] {
			n.ids[candidate] = true
			return candidate
		}
	}
}

func (c *Chart) warnUnlabelled() {
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.Type != None || !s.content {
			continue
		}
		for _, line := range s.Lines {
			if line.isContent() {
				c.problem(line.Number, 1, "Put {start_of_verse} before and {end_of_verse} after them", "These words belong to no section")
				return
			}
		}
	}
}
