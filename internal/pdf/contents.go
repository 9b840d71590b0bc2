package pdf

import (
	"strconv"

	"churchmusic/internal/layout"
)

const (
	contentsRow   = 7 * mm
	contentsLeast = 5.6 * mm // to save a page
	contentsTitle = 12.0
)

// contentsPages is how many pages the contents take.
func (p *press) contentsPages() int {
	if len(p.Songs) < 2 || p.NoContents {
		return 0
	}
	first := p.contentsRoom(p.newContentsHead().height)
	p.row = min(contentsRow, max(contentsLeast, first/float64(len(p.Songs))))
	rest := len(p.Songs) - p.rowsBelow(first)
	if rest <= 0 {
		return 1
	}
	p.row = contentsRow
	rest = len(p.Songs) - p.rowsBelow(first)
	each := p.rowsBelow(p.contentsRoom(laterTop))
	return 1 + (rest+each-1)/each
}

// contentsRoom is the height for rows from y down.
func (p *press) contentsRoom(y float64) float64 {
	foot := p.footOf("")
	return p.Paper.Height - bottom - foot.height - bodyGap - y
}

func (p *press) rowsBelow(room float64) int { return max(1, int(room/p.row+1e-6)) }

func (p *press) newContentsHead() head {
	h := head{title: p.Title, width: p.Paper.inner()}
	y := p.headTitle(&h, top, h.width)
	under := p.Church
	if p.Church != "" && p.Occasion != "" {
		under += " · "
	}
	if under += p.Occasion; under != "" {
		y += 1.4 * mm
		for _, line := range layout.Wrap(p.Fonts, under, layout.Sans, byline, h.width) {
			h.add(line, look{layout.Sans, layout.Grey, byline, 0}, 0, y+byline)
			y += 1.4 * byline
		}
	}
	h.rule = y + 3.2*mm
	h.height = h.rule + ruleThick + 2*mm
	return h
}

// contents draws the pages of contents, each row a link to its song.
func (p *press) contents() {
	pages := p.contentsPages()
	if pages == 0 {
		return
	}
	h, foot := p.newContentsHead(), p.footOf("")
	at := 0
	for n := range pages {
		c := p.doc.page()
		y := h.height
		if n == 0 {
			h.draw(c)
		} else {
			h.drawAgain(c, p.Paper)
			y = laterTop
		}
		rows := p.rowsBelow(p.contentsRoom(y))
		for i := 0; i < rows && at < len(p.Songs); i++ {
			p.contentsEntry(c, at, y)
			y += p.row
			at++
		}
		foot.draw(c, p.Paper, n+1, p.total)
	}
}

func (p *press) contentsEntry(c *canvas, i int, y float64) {
	song, width, base := &p.Songs[i], p.Paper.inner(), y+0.66*p.row
	number := look{layout.SansMedium, layout.Pale, 9, 0}
	n := strconv.Itoa(i + 1)
	c.write(n, number, left+8*mm-c.doc.width(n, number), base)
	page := strconv.Itoa(p.first[i] + 1)
	figure := look{layout.Sans, layout.Grey, 10, 0}
	c.write(page, figure, left+width-c.doc.width(page, figure), base)
	if key, _ := song.keyTexts(); key != "" {
		c.write(key, look{layout.SansBold, layout.Rubric, 10.5, 0}, left+width-26*mm, base)
	}
	x := left + 11*mm
	x = p.contentsText(c, song.View.Title, look{layout.Serif, layout.Black, contentsTitle, 0}, x, base)
	p.contentsText(c, song.View.Byline, look{layout.Sans, layout.Pale, 8, 0}, x+3*mm, base)
	c.rule(left, y+p.row-0.2*mm, width, 0.2*mm, layout.Line)
	c.links = append(c.links, link{left, y, width, p.row, p.first[i]})
}

// contentsText draws a text as far as it fits before the keys, and gives where it ends.
func (p *press) contentsText(c *canvas, words string, l look, x, y float64) float64 {
	room := left + p.Paper.inner() - 30*mm - x
	lines := layout.Wrap(p.Fonts, words, l.face, l.size, room-1.5*l.size)
	if room < 20*mm || len(lines) == 0 {
		return x
	}
	words = lines[0]
	if len(lines) > 1 {
		words += " …"
	}
	c.write(words, l, x, y)
	return x + c.doc.width(words, l)
}
