package layout

import "churchmusic/internal/chart"

// Word is a word of a line, which is never broken.
type Word struct {
	Space     bool // a blank stands before it
	Fragments []Fragment
}

// Fragment is a piece of a word with what stands above its first letter. Widths are in em
// of the words.
type Fragment struct {
	Root, Raised, Bass string // of the chord, as it is shown; Bass with its slash
	Note               string // an annotation
	Text               string
	After              float64 // room to leave behind it, so that chords do not touch
	Hyphen             bool    // the room parts a word and has a hyphen in its middle
}

// Flow prepares a chart for a medium that breaks lines and pages by itself, by the same
// rules as Set. It is for one chart and one goroutine.
type Flow struct{ s *setter }

// NewFlow begins a chart.
func NewFlow(v *chart.View, c Choice, m Metrics) *Flow { return &Flow{newSetter(v, c, m)} }

// Chord is a chord of the view as it is shown.
func (f *Flow) Chord(index int) Fragment {
	if index < 0 || index >= len(f.s.view.Chords) {
		return Fragment{}
	}
	o := &f.s.overs[index]
	return Fragment{Root: o.root, Raised: o.raised, Bass: o.bass}
}

// Line gives the words of a line. No words at all: the line has nothing to show.
func (f *Flow) Line(parts []chart.PartView) []Word {
	s := f.s
	s.next = len(s.lines)
	atoms := s.split(parts)
	fragments := make([]Fragment, len(atoms))
	words := make([]Word, 0, len(atoms))
	p := pen{s: s, atoms: atoms, solo: wordless(atoms)}
	p.gap = func(i int, gap float64, hyphen bool) {
		fragments[i-1].After += gap
		fragments[i-1].Hyphen = hyphen
	}
	p.start(0, false)
	for i := 0; i < len(atoms); {
		end := wordEnd(atoms, i)
		p.word(i, end)
		words = append(words, Word{Space: atoms[i].space, Fragments: fragments[i:end:end]})
		i = end
	}
	for i := range atoms {
		s.fragment(&atoms[i], &fragments[i])
	}
	return words
}

func (s *setter) fragment(a *atom, f *Fragment) {
	f.Text = a.text
	if a.over >= 0 {
		o := &s.overs[a.over]
		f.Root, f.Raised, f.Bass, f.Note = o.root, o.raised, o.bass, o.note
	}
}

// Shown is a section to show, and how often it is played there.
type Shown struct {
	Section *chart.SectionView
	Times   int
	Inset   bool // set in with a rule, as refrains are
}

// Sections are the sections to show: each once, or all of them as they are played.
func Sections(v *chart.View, c Choice) []Shown {
	order := c.order(v)
	shown := make([]Shown, len(order))
	for i, s := range order {
		shown[i] = Shown{s.view, s.times, inset(s.view)}
	}
	return shown
}

// Recalls says whether a line that plays a section again is shown: not where the order of
// the sections already says so, unless it has a label of its own.
func Recalls(v *chart.View, l *chart.LineView) bool {
	if len(v.Sequence) == 0 {
		return true
	}
	for i := range v.Sections {
		if s := &v.Sections[i]; s.ID == l.Section {
			return s.Label != l.Label
		}
	}
	return true
}
