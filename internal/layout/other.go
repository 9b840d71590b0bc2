package layout

import (
	"strings"
	"unicode/utf8"

	"churchmusic/internal/chart"
)

// label sets the name of a section, with ×2 and its cue behind it.
func (s *setter) label(v *chart.SectionView, times int) {
	if v.Label == "" && v.Cue == "" && times < 2 {
		return
	}
	s.headline(v.Label, strings.TrimSpace(timesText(times)), v.Cue, 0)
}

// headline is a label, ×2 and a cue on one row, or on more when they do not fit.
func (s *setter) headline(label, times, cue string, gap float64) {
	width := s.metrics.Width(label+" "+times+" "+cue, SansSemi, labelSize) + labelSize
	if width > s.measure {
		s.wrapped(Label, strings.TrimSpace(label+" "+times), well)
		s.wrapped(Cue, cue, never)
		return
	}
	s.begin(gap, labelHeight, well)
	x := s.write(Label, label, 0, labelBase, labelSize)
	if times != "" {
		x = s.write(Times, times, x+labelSize*0.3, labelBase, labelSize)
	}
	if x > 0 {
		x += labelSize * 0.5
	}
	s.write(Cue, cue, x, labelBase, labelSize)
	s.end()
}

// recall is the name of a section to play again. Where the order strip or the writing
// out already says so, it is left out, unless it has a label of its own.
func (s *setter) recall(l *chart.LineView) {
	if !Recalls(s.view, l) {
		return
	}
	s.headline(l.Label, "", "", lineGap)
	s.plain = false
}

func (s *setter) comment(l *chart.LineView) {
	if strings.TrimSpace(l.Text) == "" {
		return
	}
	if l.Style != "box" {
		s.wrapped(Cue, l.Text, well)
		return
	}
	const inside = 0.4
	first := len(s.rows)
	s.measure -= 2 * inside
	s.wrapped(Cue, l.Text, well)
	s.measure += 2 * inside
	right := 0.0
	for i := s.rows[first].runs.from; i < len(s.runs); i++ {
		s.runs[i].X += inside * s.em
		right = max(right, s.runs[i].X+s.runs[i].Width)
	}
	s.frame(first, right+inside*s.em)
}

// frame draws a thin frame around the rows from first to the last one.
func (s *setter) frame(first int, width float64) {
	const (
		thin  = 0.6
		whole = 12 // rows that are kept together
	)
	last := len(s.rows) - 1
	for i := first; i <= last; i++ {
		r := &s.rows[i]
		top, height := 0.0, r.height-thin
		if i > first && last-first < whole {
			r.before = never
		}
		r.rules.from = len(s.rules)
		s.rules = append(s.rules, Rule{0, top, thin, height, Pencil}, Rule{width - thin, top, thin, height, Pencil})
		if i == first {
			s.rules = append(s.rules, Rule{0, top, width, thin, Pencil})
		}
		if i == last {
			s.rules = append(s.rules, Rule{0, height, width, thin, Pencil})
		}
		r.rules.to = len(s.rules)
	}
}

// wrapped sets running text in a small style.
func (s *setter) wrapped(style Style, text string, before breaks) {
	gap := plainGap * 2
	for _, line := range Wrap(s.metrics, text, style.Face(), labelSize, s.measure) {
		s.begin(gap, cueHeight, before)
		s.write(style, line, 0, labelBase, labelSize)
		s.end()
		gap, before = 0, poorly
	}
	s.plain = false
}

// tab sets a line of tablature as it is, smaller where it is long.
func (s *setter) tab(text string) {
	if s.choice.WordsOnly {
		return
	}
	const best, least = 0.78, 0.5
	advance := s.metrics.Width("-", Mono, 1)
	fits := s.measure / (advance * float64(max(1, utf8.RuneCountInString(text))))
	size := min(best, max(least, fits))
	for _, line := range chunks(text, int(s.measure/(advance*size)+1e-6)) {
		s.begin(0, size*1.35, poorly)
		s.write(Tab, line, 0, size*1.05, size)
		s.end()
	}
	s.plain = false
}

// chunks cuts text into pieces of at most n characters.
func chunks(text string, n int) []string {
	pieces := make([]string, 0, 1)
	count, from := 0, 0
	for at := range text {
		if count == max(1, n) {
			pieces = append(pieces, text[from:at])
			count, from = 0, at
		}
		count++
	}
	return append(pieces, text[from:])
}

func (s *setter) blank() {
	s.begin(0, blankGap, well)
	s.end()
	s.plain = false
}

// Wrap cuts text into lines that are no wider than width, between words; a word that is
// too long is cut.
func Wrap(m Metrics, text string, face Face, size, width float64) []string {
	lines := make([]string, 0, 1)
	space := m.Width(" ", face, size)
	line, x := "", 0.0
	for word := range strings.FieldsSeq(text) {
		w := m.Width(word, face, size)
		if line != "" && x+space+w <= width {
			line, x = line+" "+word, x+space+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w > width && utf8.RuneCountInString(word) > 1 {
			head := fitting(m, word, face, size, width)
			lines = append(lines, head)
			word = word[len(head):]
			w -= m.Width(head, face, size)
		}
		line, x = word, w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func fitting(m Metrics, word string, face Face, size, width float64) string {
	x := 0.0
	for at, r := range word {
		if x += m.Width(string(r), face, size); at > 0 && x > width {
			return word[:at]
		}
	}
	return word
}
