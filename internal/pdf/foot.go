package pdf

import (
	"strconv"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
)

const (
	footSize = 7.75
	footLine = 1.4 * footSize

	numberRoom = 18 * mm // for "1 of 1"
)

var footLook = look{layout.Sans, layout.Grey, footSize, 0}

// foot is the foot of a page: rights, church and occasion, page of pages.
type foot struct {
	rights []string
	middle []string
	width  float64 // of the rights
	height float64
}

func (p *press) newFoot(v *chart.View) foot { return p.footOf(layout.Rights(v, p.Licence)) }

func (p *press) footOf(rights string) foot {
	inner := p.Paper.inner()
	middle := p.Church
	if p.Church != "" && p.Occasion != "" {
		middle += " · "
	}
	middle += p.Occasion
	f := foot{rights: layout.Wrap(p.Fonts, rights, footLook.face, footSize, inner*0.42)}
	for _, line := range f.rights {
		f.width = max(f.width, p.doc.width(line, footLook))
	}
	f.middle = layout.Wrap(p.Fonts, middle, footLook.face, footSize, inner-f.width-numberRoom-2*6*mm)
	f.height = 2.6*mm + footLine*float64(max(1, len(f.rights), len(f.middle)))
	return f
}

func (f *foot) draw(c *canvas, paper Paper, page, pages int) {
	y := paper.Height - bottom - f.height
	c.rule(left, y, paper.inner(), 0.2*mm, layout.Line)
	y += 2.6*mm + footSize
	for i, line := range f.rights {
		c.write(line, footLook, left, y+footLine*float64(i))
	}
	number := strconv.Itoa(page) + " of " + strconv.Itoa(pages)
	width := c.doc.width(number, footLook)
	c.write(number, footLook, paper.Width-right-width, y)
	middle := 0.0
	for _, line := range f.middle {
		middle = max(middle, c.doc.width(line, footLook))
	}
	x := left + f.width + (paper.inner()-f.width-width-middle)/2
	for i, line := range f.middle {
		c.write(line, footLook, x, y+footLine*float64(i))
	}
}
