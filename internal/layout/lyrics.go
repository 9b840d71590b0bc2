package layout

import "churchmusic/internal/chart"

// lyrics sets one line of words with its chords.
func (s *setter) lyrics(l *chart.LineView) {
	atoms := s.split(l.Parts)
	if len(atoms) == 0 {
		return
	}
	atoms = s.longNotes(atoms)
	p := pen{s: s, atoms: atoms, solo: wordless(atoms)}
	p.tame(s.measure - hang)
	atoms = p.atoms
	p.breakRows()
	if len(s.starts) > 1 {
		s.wraps++
	}
	for i, from := range s.starts {
		to := len(atoms)
		if i+1 < len(s.starts) {
			to = s.starts[i+1]
		}
		p.row(from, to, i)
	}
	s.plain = !hasOvers(atoms)
}

func wordless(atoms []atom) bool {
	for i := range atoms {
		if atoms[i].text != "" {
			return false
		}
	}
	return true
}

func hasOvers(atoms []atom) bool {
	for i := range atoms {
		if atoms[i].over >= 0 {
			return true
		}
	}
	return false
}

// longNotes sets annotations and unknown chords that no row could hold as cues above the line.
func (s *setter) longNotes(atoms []atom) []atom {
	copied := false
	for i := range atoms {
		if atoms[i].over < 0 || s.overs[atoms[i].over].width <= s.measure-2*hang {
			continue
		}
		if !copied {
			atoms, copied = append([]atom(nil), atoms...), true
		}
		o := &s.overs[atoms[i].over]
		s.wrapped(Cue, o.note+o.root+o.raised+o.bass, well)
		atoms[i].over = -1
	}
	return atoms
}

// pen walks along a row. Lengths in em.
type pen struct {
	s     *setter
	atoms []atom
	solo  bool    // no words: chords alone
	x     float64 // where the next letter goes
	clear float64 // where the next chord may stand at the earliest
	edge  float64 // right end of everything so far
	y     float64 // of the words; with draw only
	draw  bool
	first bool
	gap   func(atom int, gap float64, hyphen bool) // is told where room was made
}

func (p *pen) start(x float64, draw bool) {
	p.x, p.clear, p.edge, p.draw, p.first = x, -1e9, x, draw, true
}

// breakRows finds where rows begin: as many words to a row as fit, and no lonely last word.
func (p *pen) breakRows() {
	s := p.s
	s.starts = append(s.starts[:0], 0)
	p.start(0, false)
	words, before := 0, 0 // in this row, and where its last word begins
	for i := 0; i < len(p.atoms); {
		end := wordEnd(p.atoms, i)
		p.word(i, end)
		if p.edge > s.measure && words > 0 {
			s.starts = append(s.starts, i)
			p.start(hang, false)
			p.word(i, end)
			words = 0
		}
		words++
		before, i = i, end
	}
	if last := len(s.starts) - 1; last > 0 && s.starts[last] == before {
		p.company(last)
	}
}

// company gives the only word of the last row the word before it, if that leaves two above.
func (p *pen) company(last int) {
	s := p.s
	at, words := s.starts[last], 0
	for i := at - 1; i >= s.starts[last-1] && words < 3; i-- {
		if !p.atoms[i].start {
			continue
		}
		if words++; words == 1 {
			at = i
		}
	}
	if words < 3 {
		return
	}
	p.start(hang, false)
	for i := at; i < len(p.atoms); {
		end := wordEnd(p.atoms, i)
		p.word(i, end)
		i = end
	}
	if p.edge <= s.measure {
		s.starts[last] = at
	}
}

// word puts one word down, moved to the right where its first chord would touch the last one.
func (p *pen) word(from, to int) {
	if p.atoms[from].space && !p.first {
		p.x += p.s.space
	}
	ahead := 0.0
	for i := from; i < to && !p.first; i++ {
		if p.atoms[i].over >= 0 {
			if gap := p.clear - ahead - p.x; gap > 0 {
				p.x += gap
				p.tell(from, gap, false)
			}
			break
		}
		ahead += p.atoms[i].width
	}
	for i := from; i < to; i++ {
		p.atom(i, i > from)
	}
	p.first = false
}

func (p *pen) atom(i int, inner bool) {
	a := &p.atoms[i]
	if a.over >= 0 {
		o := &p.s.overs[a.over]
		if gap := p.clear - p.x; gap > 0 && inner {
			p.open(i, gap, a.text != "" && p.atoms[i-1].text != "")
		}
		if p.draw {
			p.s.chord(o, p.x, chordBase)
		}
		p.clear, p.edge = p.x+o.width+p.air(), max(p.edge, p.x+o.width)
	}
	if p.draw {
		p.s.run(Words, a.text, p.x, p.y, 1, a.width)
	}
	p.x += a.width
	p.edge = max(p.edge, p.x)
}

// open parts a word for its chords, with a hyphen in the gap as engravers do.
func (p *pen) open(i int, gap float64, hyphen bool) {
	if hyphen {
		gap = max(gap, hyphenGap)
		if p.draw {
			w := p.s.metrics.Width("-", Serif, 1)
			p.s.run(Hyphen, "-", p.x+(gap-w)/2, p.y, 1, w)
		}
	}
	p.x += gap
	p.tell(i, gap, hyphen)
}

func (p *pen) tell(i int, gap float64, hyphen bool) {
	if p.gap != nil {
		p.gap(i, gap, hyphen)
	}
}

func (p *pen) air() float64 {
	if p.solo {
		return soloAir
	}
	return chordAir
}

// row draws one row. Without chords it closes up, without words too.
func (p *pen) row(from, to, number int) {
	s := p.s
	chords, height := hasOvers(p.atoms[from:to]), 0.0
	p.y = wordsBase
	if chords {
		p.y, height = p.y+chordHeight, chordHeight
	}
	if !p.solo {
		height += wordsHeight
	}
	s.begin(p.above(chords, number), height, breaksBefore(number))
	x := 0.0
	if number > 0 {
		x = hang
	}
	p.start(x, true)
	for i := from; i < to; {
		end := wordEnd(p.atoms[:to], i)
		p.word(i, end)
		i = end
	}
	s.end()
}

func (p *pen) above(chords bool, number int) float64 {
	switch {
	case number > 0:
		return 0
	case !chords && p.s.plain || p.s.choice.WordsOnly:
		return plainGap
	case p.s.tight:
		return tightLine
	}
	return lineGap
}

func breaksBefore(number int) breaks {
	if number > 0 {
		return poorly
	}
	return well
}
