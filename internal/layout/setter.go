package layout

import (
	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// Measures in em of the words, from the design's chart.css.
const (
	chordSize   = 0.84 // of a chord's root
	raisedSize  = chordSize * 0.74
	raise       = raisedSize * 0.34
	raisedAir   = raisedSize * 0.03
	chordAir    = 0.27 // between two chords, at least
	hyphenGap   = 0.4
	chordHeight = chordSize * 1.06
	chordBase   = 0.738
	wordsHeight = 1.28
	wordsBase   = 0.99
	lineGap     = 0.62 // below a line with chords
	plainGap    = 0.14 // between lines without
	hang        = 1.1
	sectionGap  = 1.66
	tightLine   = 0.4 // the gaps where a page is to be saved
	tightGap    = 1.2
	insetBy     = 0.9
	labelSize   = 0.82
	labelHeight = labelSize * 1.55
	labelBase   = labelSize * 1.0
	cueHeight   = labelSize * 1.4
	blankGap    = 0.6
	rulePoints  = 1.5 // of the rule beside a refrain, in points
	soloAir     = 0.8 // between chords on a line without words
)

// over is what may stand above a syllable: a chord or an annotation. Widths in em.
type over struct {
	root, raised, bass string
	note               string
	widths             [3]float64
	width              float64
}

// breaks says whether a page or column may end before a row.
type breaks uint8

const (
	never  breaks = iota
	poorly        // inside a line: only where nothing else is possible
	well
)

// row is what is never parted: a chord row with its words, a label, a bar row.
type row struct {
	runs, rules span // in the setter's slabs, measured from the row's top left
	gap, height float64
	before      breaks
}

type span struct{ from, to int }

// block is a section set in rows.
type block struct {
	rows   span
	label  string
	inset  bool
	height float64
}

// setter sets one chart in one size. Its slabs are used again for the next size.
type setter struct {
	metrics Metrics
	view    *chart.View
	choice  Choice
	shapes  int
	space   float64 // width of a blank, in em
	overs   []over  // the view's chords first, then annotations
	em      float64
	width   float64 // of the column, in em
	measure float64 // of the section being set, in em
	atoms   []atom  // of all lines of words, in the order in which they are set
	lines   []span  // of atoms, one for each line of words
	next    int     // the line that comes next
	starts  []int   // of the rows of one line
	runs    []Run
	rules   []Rule
	rows    []row
	blocks  []block
	wraps   int
	plain   bool // the line before had no chords

	tight    bool
	labelled bool // the row before is a label
}

func newSetter(v *chart.View, c Choice, m Metrics) *setter {
	s := &setter{metrics: m, view: v, choice: c, shapes: c.Shapes(v), space: m.Width(" ", Serif, 1)}
	s.overs = make([]over, len(v.Chords), len(v.Chords)+8)
	for i := range v.Chords {
		s.overs[i] = newOver(m, c.Spelled(&v.Chords[i], s.shapes))
	}
	return s
}

func newOver(m Metrics, p music.Parts) over {
	o := over{root: p[0] + p[1], raised: p[2]}
	o.widths[0] = m.Width(o.root, SansBold, chordSize)
	if o.raised != "" {
		o.widths[1] = raisedAir + m.Width(o.raised, SansSemi, raisedSize)
	}
	if p[3] != "" {
		o.bass = "/" + p[3]
		o.widths[2] = m.Width(o.bass, SansMedium, chordSize)
	}
	o.width = o.widths[0] + o.widths[1] + o.widths[2]
	return o
}

// overOf is the chord or annotation of a part; −1 for none.
func (s *setter) overOf(p *chart.PartView) int32 {
	switch {
	case s.choice.WordsOnly:
		return -1
	case p.Chord != nil && *p.Chord >= 0 && *p.Chord < len(s.view.Chords):
		return int32(*p.Chord)
	case p.Annotation != "":
		s.overs = append(s.overs, over{note: p.Annotation, width: s.metrics.Width(p.Annotation, SansMedium, chordSize)})
		return int32(len(s.overs) - 1)
	}
	return -1
}

// set sets the whole chart in columns of a width in points.
func (s *setter) set(size, width float64) {
	s.em, s.width = size, width/size
	s.runs, s.rules, s.rows, s.blocks, s.wraps = s.runs[:0], s.rules[:0], s.rows[:0], s.blocks[:0], 0
	s.next = 0
	for _, shown := range s.choice.order(s.view) {
		s.section(shown)
	}
}

func (s *setter) section(shown shownSection) {
	v := shown.view
	b := block{rows: span{from: len(s.rows)}, label: v.Label, inset: inset(v)}
	s.measure = s.width
	if b.inset {
		s.measure -= insetBy
	}
	s.plain = false
	s.label(v, shown.times)
	labels := len(s.rows)
	s.labelled = labels > b.rows.from
	for i := range v.Lines {
		s.line(&v.Lines[i])
	}
	b.rows.to = len(s.rows)
	if b.rows.to == b.rows.from || b.rows.to == labels && s.choice.WordsOnly {
		s.rows = s.rows[:b.rows.from]
		return
	}
	b.height = s.heightOf(b.rows)
	s.blocks = append(s.blocks, b)
}

// heightOf is the height of rows that stand together; the gap above the first is not counted.
func (s *setter) heightOf(rows span) float64 {
	h := 0.0
	for i := rows.from; i < rows.to; i++ {
		if i > rows.from {
			h += s.rows[i].gap
		}
		h += s.rows[i].height
	}
	return h
}

func (s *setter) line(l *chart.LineView) {
	switch l.Kind {
	case "lyrics":
		s.lyrics(l)
	case "comment":
		s.comment(l)
	case "grid":
		s.bars(l.Cells)
	case "tab":
		s.tab(l.Text)
	case "recall":
		s.recall(l)
	case "blank":
		s.blank()
	}
}

// begin opens a row; gap and height are in em.
func (s *setter) begin(gap, height float64, before breaks) *row {
	if s.labelled {
		gap, before, s.labelled = 0, never, false
	}
	s.rows = append(s.rows, row{runs: span{from: len(s.runs)}, rules: span{from: len(s.rules)}, gap: gap * s.em, height: height * s.em, before: before})
	return &s.rows[len(s.rows)-1]
}

// end closes the row opened last.
func (s *setter) end() {
	r := &s.rows[len(s.rows)-1]
	r.runs.to, r.rules.to = len(s.runs), len(s.rules)
}

// run adds text; all lengths are in em.
func (s *setter) run(style Style, text string, x, y, size, width float64) {
	if text != "" {
		s.runs = append(s.runs, Run{x * s.em, y * s.em, size * s.em, width * s.em, style, text})
	}
}

// write adds text and gives the x behind it.
func (s *setter) write(style Style, text string, x, y, size float64) float64 {
	if text == "" {
		return x
	}
	w := s.metrics.Width(text, style.Face(), size)
	s.run(style, text, x, y, size, w)
	return x + w
}

func (s *setter) chord(o *over, x, y float64) float64 {
	if o.note != "" {
		s.run(Note, o.note, x, y, chordSize, o.width)
		return x + o.width
	}
	s.run(Root, o.root, x, y, chordSize, o.widths[0])
	x += o.widths[0]
	s.run(Raised, o.raised, x+raisedAir, y-raise, raisedSize, o.widths[1]-raisedAir)
	x += o.widths[1]
	s.run(Bass, o.bass, x, y, chordSize, o.widths[2])
	return x + o.widths[2]
}
