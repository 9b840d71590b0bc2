package chart

import (
	"strings"
	"unicode/utf8"

	"churchmusic/internal/music"
)

// symbol is what a bracket's text turned out to be.
type symbol struct {
	chord music.Chord
	kind  symbolKind
}

type symbolKind uint8

const (
	unknown symbolKind = iota
	known
	direction // words for players, "Rit." or "x2"
)

// region is a stretch of the chart with one written key and one transposition.
type region struct {
	key       music.Key
	hasKey    bool
	transpose int
}

// readChords classes every bracket, follows key and transpose directives, and warns.
func (c *Chart) readChords() {
	if c.hasGermanChords() {
		c.names = music.German
	}
	w := walker{chart: c, seen: map[region]int{}}
	w.enter(region{})
	for i := range c.Sections {
		if c.Sections[i].Hidden {
			continue
		}
		for j := range c.Sections[i].Lines {
			w.line(&c.Sections[i].Lines[j])
		}
	}
}

// hasGermanChords looks for a chord on H, which only German spelling has.
func (c *Chart) hasGermanChords() bool {
	for i := range c.Sections {
		for j := range c.Sections[i].Lines {
			for _, p := range c.Sections[i].Lines[j].Parts {
				if _, ok := music.German.ParseChord(p.Chord); ok && p.Chord[0] == 'H' {
					return true
				}
			}
		}
	}
	return false
}

type walker struct {
	chart *Chart
	seen  map[region]int
	now   int
	moves []int // what {transpose} without a value goes back to
}

// enter makes a region current, an earlier one when key and transposition agree.
func (w *walker) enter(r region) {
	at, ok := w.seen[r]
	if !ok {
		at = len(w.chart.regions)
		w.seen[r] = at
		w.chart.regions = append(w.chart.regions, r)
	}
	w.now = at
}

func (w *walker) line(line *Line) {
	line.region = w.now
	switch line.Kind {
	case Directive:
		if !line.Hidden {
			w.directive(line)
		}
	case Lyrics:
		for i := range line.Parts {
			w.part(line, &line.Parts[i])
		}
	case Grid:
		for i := range line.Cells {
			w.cell(&line.Cells[i], line.Number)
		}
	}
}

func (w *walker) directive(line *Line) {
	r := w.chart.regions[w.now]
	switch line.Directive.Name {
	case "key":
		key, ok := w.chart.names.ParseKey(line.Directive.Value)
		if !ok {
			key, ok = music.ParseKey(line.Directive.Value)
		}
		if !ok {
			if line.Directive.Value != "" {
				w.chart.problem(line.Number, 1, "Write a key such as Bb or F#m", "%q is no key", shortened(line.Directive.Value))
			}
			return
		}
		r.key, r.hasKey = key, true
	case "transpose":
		r.transpose = w.transpose(line.Directive.Value, r.transpose)
	default:
		return
	}
	w.enter(r)
}

// transpose stacks: "+2" adds to what holds, nothing takes the last one back.
func (w *walker) transpose(value string, now int) int {
	if value == "" {
		if len(w.moves) == 0 {
			return 0
		}
		last := w.moves[len(w.moves)-1]
		w.moves = w.moves[:len(w.moves)-1]
		return last
	}
	w.moves = append(w.moves, now)
	return (now + semitones(value)) % 12
}

func semitones(value string) int {
	value = strings.TrimSpace(value)
	sign := 1
	if strings.HasPrefix(value, "-") {
		sign = -1
	}
	n := 0
	for _, r := range strings.TrimLeft(value, "+-") {
		if r < '0' || r > '9' || n > 100 {
			break
		}
		n = n*10 + int(r-'0')
	}
	return sign * n
}

func (w *walker) part(line *Line, part *Part) {
	if part.Chord == "" {
		return
	}
	switch s := w.chart.classify(part.Chord); s.kind {
	case direction:
		if strings.Trim(part.Chord, "|/.%- ") != "" {
			w.chart.problem(line.Number, part.Column, "Write [*"+shortened(part.Chord)+"]", "%q is no chord; it is shown as a remark", shortened(part.Chord))
		}
		part.Annotation, part.Chord = part.Chord, ""
	case unknown:
		w.chart.problem(line.Number, part.Column, chordFix(part.Chord), "The chord %q is not known; it is shown as typed and never transposed", shortened(part.Chord))
	}
}

func (w *walker) cell(cell *Cell, number int) {
	if cell.Chord == "" {
		return
	}
	switch s := w.chart.classify(cell.Chord); s.kind {
	case direction:
		cell.Text, cell.Chord = cell.Chord, ""
	case unknown:
		w.chart.problem(number, cell.Column, chordFix(cell.Chord), "The chord %q is not known; it is shown as typed and never transposed", shortened(cell.Chord))
	}
}

// chordFix has an answer for several chords in one bracket.
func chordFix(text string) string {
	first, _, several := strings.Cut(text, " ")
	if _, ok := music.ParseChord(first); ok && several {
		return "Give each chord its own brackets"
	}
	return ""
}

// classify says what a bracket's text is; each distinct text is parsed once.
func (c *Chart) classify(text string) symbol {
	if s, ok := c.chords[text]; ok {
		return s
	}
	s := symbol{}
	if chord, ok := c.names.ParseChord(text); ok {
		s = symbol{chord, known}
	} else if chord, ok := music.ParseNamedChord(text); ok && c.defined[text] {
		s = symbol{chord, known}
	} else if chord, ok := music.ParseSingleNote(text); ok && c.singles {
		s = symbol{chord, known}
	} else if isDirection(text) {
		s.kind = direction
	}
	c.chords[text] = s
	return s
}

// isDirection tells words ("Rit.", "x2", "Bridge", "D.S. al Coda") from a chord with
// a slip of the pen ("Gmajj7").
func isDirection(text string) bool {
	note, rest, ok := music.ParseNote(strings.TrimLeft(text, "( "))
	if !ok {
		return !startsLikeNote(text)
	}
	if _, isLabel := ParseLabel(text); isLabel && len(text) > 2 {
		return true
	}
	if note.Alter != 0 || rest == "" {
		return strings.ContainsAny(rest, " ")
	}
	for _, start := range chordStarts {
		if strings.HasPrefix(rest, start) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(rest)
	word := strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz.' ")
	return first == '.' || len(rest) > 1 && word == "" && strings.ContainsAny(rest, "aeiou .")
}

var chordStarts = []string{"maj", "min", "sus", "dim", "aug", "add", "m7", "m9", "m6"}

// startsLikeNote catches "h" and "c#m": note names of other habits, kept as chords.
func startsLikeNote(text string) bool {
	if text == "" || text[0] < 'a' || text[0] > 'h' {
		return false
	}
	_, ok := music.ParseChord(strings.ToUpper(text[:1]) + text[1:])
	return ok
}
