package layout

import "churchmusic/internal/chart"

// Measures of the page, in points and em.
const (
	gutter      = 20.0 // between columns
	widest      = 34.0 // em in one column
	step        = 0.25 // between the sizes that are tried
	leastSize   = 6.0
	greatest    = 48.0
	manyColumns = 3
)

// Set lays a chart out on as few pages as it can at the least size, and then as large as
// it can on that many: up to one page first, then two.
func Set(v *chart.View, c Choice, f Frame, w Want, m Metrics) Sheet {
	w = w.complete()
	s := newSetter(v, c, m)
	fill := filler{s: s, frame: f}
	if w.Columns > 0 {
		return fill.fit(w.Columns, w)
	}
	return fill.chooseColumns(w)
}

// chooseColumns takes two, unless three save a page or one column wraps less for nothing.
func (f *filler) chooseColumns(w Want) Sheet {
	two := f.fit(2, w)
	lines := len(f.s.lines)
	if len(two.Pages) > 1 {
		if three := f.fit(manyColumns, w); len(three.Pages) < len(two.Pages) && three.Wraps*4 <= lines {
			return three
		}
	}
	if two.Wraps*3 <= lines {
		return two
	}
	if one := f.fit(1, w); len(one.Pages) <= len(two.Pages) && one.Size >= two.Size {
		return one
	}
	return two
}

func (w Want) complete() Want {
	if w.Size == 0 {
		w.Size = DefaultSize
	}
	w.Size = min(greatest, max(leastSize, w.Size))
	if w.Least == 0 {
		w.Least = min(SmallestFit, w.Size)
	}
	w.Least = min(w.Size, max(leastSize, w.Least))
	w.Columns = min(manyColumns, max(0, w.Columns))
	return w
}

// fit finds the size: the largest for which the pages are as few as they can be. Lines
// stand closer only where that saves a page.
func (f *filler) fit(columns int, w Want) Sheet {
	f.count = columns
	if f.try(w.Size, false) == 1 {
		return f.sheet(w.Size)
	}
	fewest := f.try(w.Least, false)
	if close := f.try(w.Least, true); close < fewest {
		return f.sheet(w.Least)
	}
	for size := w.Size; size > w.Least; size -= step {
		if f.try(size, false) <= fewest {
			return f.sheet(size)
		}
	}
	f.try(w.Least, false)
	return f.sheet(w.Least)
}

// try sets the chart in a size and counts the pages.
func (f *filler) try(size float64, tight bool) int {
	f.s.tight = tight
	f.s.set(size, f.columnWidth(size))
	f.fill()
	return f.pages()
}

func (f *filler) columnWidth(size float64) float64 {
	width := (f.frame.Width - gutter*float64(f.count-1)) / float64(f.count)
	if f.count == 1 {
		width = min(width, widest*size)
	}
	return width
}

// sheet puts everything in its place.
func (f *filler) sheet(size float64) Sheet {
	sheet := Sheet{Size: size, Columns: f.count, Wraps: f.s.wraps, Pages: make([]Page, f.pages())}
	apart := f.columnWidth(size) + gutter
	for i := range f.columns {
		page := &sheet.Pages[i/f.count]
		if i%f.count == 0 {
			page.Runs = make([]Run, 0, f.runsOn(i))
		}
		f.place(page, &f.columns[i], float64(i%f.count)*apart)
	}
	return sheet
}

func (f *filler) runsOn(first int) int {
	n := 0
	for i := first; i < min(len(f.columns), first+f.count); i++ {
		for _, p := range f.columns[i].pieces {
			n += 1
			for r := p.rows.from; r < p.rows.to; r++ {
				n += f.s.rows[r].runs.to - f.s.rows[r].runs.from
			}
		}
	}
	return n
}

func (f *filler) place(page *Page, c *column, x float64) {
	y := 0.0
	for i := range c.pieces {
		if i > 0 {
			y += f.gap()
		}
		f.placePiece(page, &c.pieces[i], x, y)
		y += c.pieces[i].height
	}
}

func (f *filler) placePiece(page *Page, p *piece, x, y float64) {
	s := f.s
	b := &s.blocks[p.block]
	if b.inset {
		page.Rules = append(page.Rules, Rule{x, y, rulePoints, p.height, RubricLine})
		x += insetBy * s.em
	}
	for i := p.rows.from; i < p.rows.to; i++ {
		r := &s.rows[i]
		if i > p.rows.from {
			y += r.gap
		}
		for _, run := range s.runs[r.runs.from:r.runs.to] {
			run.X, run.Y = run.X+x, run.Y+y
			page.Runs = append(page.Runs, run)
		}
		for _, rule := range s.rules[r.rules.from:r.rules.to] {
			rule.X, rule.Y = rule.X+x, rule.Y+y
			page.Rules = append(page.Rules, rule)
		}
		y += r.height
	}
	if p.more {
		f.goesOn(page, b.label, x, y)
	}
}

// goesOn says at the foot of a column that its section is not at its end.
func (f *filler) goesOn(page *Page, label string, x, y float64) {
	size := labelSize * f.s.em
	text := label + " goes on"
	width := f.s.metrics.Width(text, Cue.Face(), size)
	if label == "" || width > (f.s.width-insetBy)*f.s.em {
		text = "goes on"
		width = f.s.metrics.Width(text, Cue.Face(), size)
	}
	page.Runs = append(page.Runs, Run{x, y + 1.1*size, size, width, Cue, text})
}
