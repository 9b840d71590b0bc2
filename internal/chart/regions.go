package chart

import (
	"strings"

	"churchmusic/internal/music"
)

// region is a stretch of the chart with one written key and one transposition.
type region struct {
	key       music.Key
	hasKey    bool
	transpose int
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
		key, ok := w.chart.parseKey(line.Directive.Value)
		if !ok {
			w.badKey(line)
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

func (w *walker) badKey(line *Line) {
	if value := line.Directive.Value; value != "" {
		w.chart.problem(line.Number, 1, "Write a key such as Bb or F#m", "%q is no key", shortened(value))
	}
}

// parseKey reads a key in the chart's own note names, else in English, else in German.
func (c *Chart) parseKey(text string) (music.Key, bool) {
	if key, ok := c.names.ParseKey(text); ok {
		return key, true
	}
	if key, ok := music.ParseKey(text); ok {
		return key, true
	}
	return music.German.ParseKey(text)
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
