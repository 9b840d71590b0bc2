package layout

import (
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/chart"
)

// atom is a piece of a word that cannot be parted, with the chord over its first
// letter. Widths are in em of the words.
type atom struct {
	text  string
	width float64
	over  int32 // index of overs, −1 for none
	space bool  // a space stands before it
	start bool  // a row may begin here
}

// splitter cuts a line's parts into atoms.
type splitter struct {
	s     *setter
	first int // its first atom
	prev  rune
	space bool
	inner bool // inside a word
}

// split gives the atoms of the next line of words. They are measured once; later
// sizes of the same chart take them as they are.
func (s *setter) split(parts []chart.PartView) []atom {
	if s.next == len(s.lines) {
		sp := splitter{s: s, first: len(s.atoms)}
		for i := range parts {
			sp.part(parts[i].Text, s.overOf(&parts[i]))
		}
		s.lines = append(s.lines, span{sp.first, len(s.atoms)})
	}
	at := s.lines[s.next]
	s.next++
	return s.atoms[at.from:at.to]
}

func (sp *splitter) part(text string, over int32) {
	first, _ := utf8.DecodeRuneInString(text)
	if over >= 0 && (text == "" || unicode.IsSpace(first)) {
		sp.add("", over)
		over = -1
	}
	from := 0
	for at, r := range text {
		switch {
		case breakable(r):
			sp.word(text[from:at], &over)
			from = at + utf8.RuneLen(r)
			sp.space, sp.inner = true, false
		case (isWide(r) || isWide(sp.prev)) && (sp.inner || at > from):
			sp.word(text[from:at], &over)
			from, sp.inner = at, neverFirst(r) || neverLast(sp.prev)
		}
		sp.prev = r
	}
	sp.word(text[from:], &over)
}

func (sp *splitter) word(text string, over *int32) {
	if text != "" {
		sp.add(text, *over)
		*over = -1
	}
}

func (sp *splitter) add(text string, over int32) {
	s := sp.s
	a := atom{text: text, over: over, space: sp.space && len(s.atoms) > sp.first, start: !sp.inner}
	if text != "" {
		a.width = s.metrics.Width(text, Serif, 1)
	}
	s.atoms = append(s.atoms, a)
	sp.space, sp.inner = false, true
}

// breakable is white space, except the kinds that hold words together.
func breakable(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// isWide tells the scripts in which a row may end after any letter.
func isWide(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xffef || r >= 0x20000 && r <= 0x3fffd
}

func neverFirst(r rune) bool {
	switch r {
	case '、', '。', '，', '．', '！', '？', '：', '；', '」', '』', '）', '】', '〉', '》', 'ー', '々', 'っ', 'ッ', 'ゃ', 'ゅ', 'ょ', 'ャ', 'ュ', 'ョ':
		return true
	}
	return false
}

func neverLast(r rune) bool {
	switch r {
	case '「', '『', '（', '【', '〈', '《':
		return true
	}
	return false
}

// tame makes every word fit a row of the given width in em, cutting the few that do not.
func (p *pen) tame(limit float64) {
	for i := 0; i < len(p.atoms); {
		end := wordEnd(p.atoms, i)
		if p.wordWidth(i, end) > limit {
			p.cut(limit)
			return
		}
		i = end
	}
}

// wordWidth is the width of a word that begins a row, with the room that its chords need.
func (p *pen) wordWidth(from, to int) float64 {
	p.start(0, false)
	p.word(from, to)
	return p.edge
}

func wordEnd(atoms []atom, from int) int {
	end := from + 1
	for end < len(atoms) && !atoms[end].start {
		end++
	}
	return end
}

// cut lets rows begin at every atom of words that are too long, and cuts long atoms.
func (p *pen) cut(limit float64) {
	short := make([]atom, 0, len(p.atoms)+8)
	for i := 0; i < len(p.atoms); {
		end := wordEnd(p.atoms, i)
		long := p.wordWidth(i, end) > limit
		for ; i < end; i++ {
			a := p.atoms[i]
			a.start = a.start || long
			if a.width > limit {
				short = p.s.chop(short, a, limit)
				continue
			}
			short = append(short, a)
		}
	}
	p.atoms = short
}

// chop cuts one long atom into pieces that fit.
func (s *setter) chop(short []atom, a atom, limit float64) []atom {
	for rest := a.text; rest != ""; {
		piece := a
		piece.text, piece.width = s.head(rest, limit)
		short = append(short, piece)
		rest = rest[len(piece.text):]
		a.over, a.space, a.start = -1, false, true
	}
	return short
}

// head is as much of a text as fits, at least one letter. It looks at the fitting part only.
func (s *setter) head(text string, limit float64) (string, float64) {
	width := 0.0
	for at, r := range text {
		w := s.metrics.Width(string(r), Serif, 1)
		if at > 0 && width+w > limit {
			return text[:at], s.metrics.Width(text[:at], Serif, 1)
		}
		width += w
	}
	return text, width
}
