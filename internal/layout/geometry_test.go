package layout_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
	"churchmusic/internal/music"
)

// The distance between a chord's baseline and that of its words, and by how much an
// extension is raised, in em of the words.
const (
	chordAbove = 1.142
	raised     = 0.211
)

// sheetCheck looks at a finished sheet with a ruler.
type sheetCheck struct {
	t      *testing.T
	name   string
	view   *chart.View
	choice layout.Choice
	frame  layout.Frame
	sheet  layout.Sheet
}

func (c sheetCheck) all() {
	c.t.Helper()
	for i := range c.sheet.Pages {
		c.inside(i)
		c.apart(i)
	}
	c.words()
	c.syllables()
}

func (c sheetCheck) inside(page int) {
	c.t.Helper()
	height := c.frame.Later
	if page == 0 {
		height = c.frame.First
	}
	for _, r := range c.sheet.Pages[page].Runs {
		if r.X < -0.01 || r.X+r.Width > c.frame.Width+0.1 || r.Y-0.8*r.Size < -1 || r.Y > height {
			c.t.Errorf("%s, page %d: %q stands outside, at %.1f %.1f, %.1f wide", c.name, page+1, r.Text, r.X, r.Y, r.Width)
		}
	}
	for _, r := range c.sheet.Pages[page].Rules {
		if r.X < -0.01 || r.X+r.W > c.frame.Width+0.1 || r.Y < -0.01 || r.Y+r.H > height+0.1 {
			c.t.Errorf("%s, page %d: a rule stands outside: %+v", c.name, page+1, r)
		}
	}
}

// baseline is where a run's row has its line; extensions are raised above it.
func (c sheetCheck) baseline(r layout.Run) int {
	y := r.Y
	if r.Style == layout.Raised {
		y += raised * c.sheet.Size
	}
	return int(math.Round(y * 10))
}

// rows are the runs of a page by baseline, from left to right.
func (c sheetCheck) rows(page int) map[int][]layout.Run {
	rows := map[int][]layout.Run{}
	for _, r := range c.sheet.Pages[page].Runs {
		y := c.baseline(r)
		for near := y - 1; near <= y+1; near++ {
			if rows[near] != nil {
				y = near
			}
		}
		rows[y] = append(rows[y], r)
	}
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b layout.Run) int { return int(math.Copysign(1, a.X-b.X)) })
	}
	return rows
}

// apart finds texts that touch each other beside or below one another.
func (c sheetCheck) apart(page int) {
	c.t.Helper()
	rows := c.rows(page)
	for _, row := range rows {
		for i := 1; i < len(row); i++ {
			if end := row[i-1].X + row[i-1].Width; row[i].X < end-0.05 {
				c.t.Errorf("%s, page %d: %q lies on %q", c.name, page+1, row[i].Text, row[i-1].Text)
			}
		}
	}
	above := map[float64]int{}
	for _, y := range slices.Sorted(maps.Keys(rows)) {
		for _, r := range rows[y] {
			column := math.Floor(r.X / (c.frame.Width / float64(c.sheet.Columns)))
			if last, ok := above[column]; ok && last != y && float64(y-last)/10 < 0.7*r.Size {
				c.t.Errorf("%s, page %d: %q is %.1f below what is above it", c.name, page+1, r.Text, float64(y-last)/10)
			}
			above[column] = y
		}
	}
}

// words checks that every word is there, whole, as often as it is sung.
func (c sheetCheck) words() {
	c.t.Helper()
	want, got := map[string]int{}, map[string]int{}
	for _, s := range layout.Sections(c.view, c.choice) {
		for _, l := range s.Section.Lines {
			if l.Kind == "lyrics" {
				text := ""
				for _, p := range l.Parts {
					text += p.Text
				}
				count(want, strings.Fields(text)...)
			}
		}
	}
	for page := range c.sheet.Pages {
		for _, row := range c.rows(page) {
			count(got, strings.Fields(c.read(row))...)
		}
	}
	c.compare("word", want, got)
}

// read puts a row's runs together: a hyphen joins, white parts.
func (c sheetCheck) read(row []layout.Run) string {
	text, end, joined := "", 0.0, false
	for _, r := range row {
		switch r.Style {
		case layout.Hyphen:
			joined = true
			continue
		case layout.Words:
		default:
			continue
		}
		if !joined && r.X > end+0.1*c.sheet.Size {
			text += " "
		}
		text, end, joined = text+r.Text, r.X+r.Width, false
	}
	return text
}

// syllables checks that each chord begins where the syllable does that it was typed before.
func (c sheetCheck) syllables() {
	c.t.Helper()
	want, got := map[string]int{}, map[string]int{}
	shapes := c.choice.Shapes(c.view)
	for _, s := range layout.Sections(c.view, c.choice) {
		for _, l := range s.Section.Lines {
			for _, p := range l.Parts {
				first := strings.Fields(p.Text + " ")
				if p.Chord != nil && len(first) > 0 && !strings.HasPrefix(p.Text, " ") && !c.choice.WordsOnly {
					count(want, shown(c.choice.Spelled(&c.view.Chords[*p.Chord], shapes))+" over "+first[0])
				}
			}
		}
	}
	for page := range c.sheet.Pages {
		rows := c.rows(page)
		for _, y := range slices.Sorted(maps.Keys(rows)) {
			for i, r := range rows[y] {
				if r.Style != layout.Root {
					continue
				}
				if below, ok := c.below(rows, r); ok {
					count(got, chordAt(rows[y], i)+" over "+below)
				}
			}
		}
	}
	c.compare("chord", want, got)
}

func (c sheetCheck) below(rows map[int][]layout.Run, chord layout.Run) (string, bool) {
	y := int(math.Round((chord.Y + chordAbove*c.sheet.Size) * 10))
	for near := y - 2; near <= y+2; near++ {
		for _, r := range rows[near] {
			if r.Style == layout.Words && math.Abs(r.X-chord.X) < 0.01 {
				return r.Text, true
			}
		}
	}
	return "", false
}

// chordAt reads a chord whose root is the i-th run of a row.
func chordAt(row []layout.Run, i int) string {
	text := row[i].Text
	for i++; i < len(row) && (row[i].Style == layout.Raised || row[i].Style == layout.Bass); i++ {
		text += row[i].Text
	}
	return text
}

func shown(p music.Parts) string {
	text := p[0] + p[1] + p[2]
	if p[3] != "" {
		text += "/" + p[3]
	}
	return text
}

func count(in map[string]int, words ...string) {
	for _, w := range words {
		in[w]++
	}
}

func (c sheetCheck) compare(what string, want, got map[string]int) {
	c.t.Helper()
	for k, n := range want {
		if got[k] != n {
			c.t.Errorf("%s: %s %q stands there %d times, want %d", c.name, what, k, got[k], n)
		}
	}
	for k, n := range got {
		if want[k] == 0 {
			c.t.Errorf("%s: %s %q stands there %d times and should not", c.name, what, k, n)
		}
	}
}
