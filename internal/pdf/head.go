package pdf

import (
	"strconv"
	"strings"

	"churchmusic/internal/layout"
)

// Measures of the head and the foot, from the design's print page.
const (
	titleSize  = 23.0
	titleLeast = 17.0
	byline     = 9.0
	keySize    = 17.0
	stripSize  = 9.5
	ruleThick  = 0.35 * mm
	afterRule  = 5.5 * mm
	laterTop   = top + 9*mm
	bodyGap    = 4 * mm
)

// text is a piece of the head in its place.
type text struct {
	words string
	look  look
	x, y  float64
}

// head is the head of a song: title, makers, key, tempo and order.
type head struct {
	title, key string
	texts      []text
	rule       float64
	width      float64
	height     float64 // from the top of the page to the chart
}

func (p *press) newHead(s *Song) head {
	h := head{title: s.View.Title, width: p.Paper.inner()}
	y, keys := top, p.keyBlocks(s)
	room := h.width - 8*mm
	for _, k := range keys {
		room -= k.width + 5*mm
	}
	y = p.headTitle(&h, y, room)
	y = p.headByline(&h, s, y, room)
	p.headKeys(&h, keys, y)
	if strip := layout.Order(s.View); len(strip) > 0 {
		y = p.headStrip(&h, strip, y+2*mm)
	}
	h.rule = y + 3.2*mm
	h.height = h.rule + ruleThick + afterRule
	return h
}

func (h *head) add(words string, l look, x, y float64) {
	h.texts = append(h.texts, text{words, l, left + x, y})
}

// headTitle sets the title, smaller where it is long, and gives the y below it.
func (p *press) headTitle(h *head, y, room float64) float64 {
	l := look{layout.Serif, layout.Black, titleSize, -0.012}
	if w := p.doc.width(h.title, l); w > room {
		l.size = max(titleLeast, titleSize*room/w)
	}
	for _, line := range layout.Wrap(p.Fonts, h.title, l.face, l.size, room) {
		h.add(line, l, 0, y+0.88*l.size)
		y += 1.08 * l.size
	}
	return y
}

// headByline sets who made the song and its tune; its line is there even when empty, as
// the captions of key and tempo stand on it.
func (p *press) headByline(h *head, s *Song, y, room float64) float64 {
	plain := look{layout.Sans, layout.Grey, byline, 0}
	tune := look{layout.Sans, layout.Grey, byline, 0.06}
	y += 1.4 * mm
	x, name := 0.0, strings.ToUpper(s.View.Tune)
	lines := layout.Wrap(p.Fonts, s.View.Byline, plain.face, plain.size, room)
	for i, line := range lines {
		if i > 0 {
			y += 1.4 * byline
		}
		h.add(line, plain, 0, y+byline)
		x = p.doc.width(line, plain)
	}
	if name == "" {
		return y + 1.4*byline
	}
	if x > 0 {
		dot := " · "
		if x+p.doc.width(dot+name, tune) > room {
			x, y = 0, y+1.4*byline
		} else {
			h.add(dot, plain, x, y+byline)
			x += p.doc.width(dot, plain)
		}
	}
	for i, line := range layout.Wrap(p.Fonts, name, tune.face, tune.size*1.06, max(room-x, room/2)) {
		if i > 0 {
			x, y = 0, y+1.4*byline
		}
		h.add(line, tune, x, y+byline)
	}
	return y + 1.4*byline
}

// keyBlock is a figure with a caption below it.
type keyBlock struct {
	figure, caption string
	look            look
	width           float64
}

func (p *press) keyBlocks(s *Song) []keyBlock {
	v := s.View
	blocks := make([]keyBlock, 0, 2)
	if key, note := s.keyTexts(); key != "" {
		blocks = append(blocks, keyBlock{figure: key, caption: note, look: look{layout.SansBold, layout.Rubric, keySize, 0}})
	}
	figure := look{layout.SansSemi, layout.Black, keySize, 0}
	switch {
	case v.BPM > 0 && v.Meter != "":
		blocks = append(blocks, keyBlock{strconv.Itoa(v.BPM), "bpm, " + v.Meter, figure, 0})
	case v.BPM > 0:
		blocks = append(blocks, keyBlock{strconv.Itoa(v.BPM), "bpm", figure, 0})
	case v.Meter != "":
		blocks = append(blocks, keyBlock{v.Meter, "time", figure, 0})
	}
	for i := range blocks {
		b := &blocks[i]
		b.width = max(p.doc.width(b.figure, b.look), p.doc.width(b.caption, look{face: layout.Sans, size: byline}))
	}
	return blocks
}

// keyTexts are the sounding key and what is said below it; nothing for a chart without chords.
func (s *Song) keyTexts() (key, note string) {
	v := s.View
	if s.Choice.WordsOnly || len(v.Chords) == 0 || s.Choice.Key < 0 || s.Choice.Key >= len(v.Keys) {
		return "", ""
	}
	key, note = s.Choice.KeyText(v, s.Choice.Key), "key"
	if s.KeyNote != "" {
		note = s.KeyNote
	}
	if s.Choice.Capo > 0 {
		capo := "capo " + strconv.Itoa(s.Choice.Capo)
		if s.Choice.Notation != layout.Nashville && s.Choice.Notation != layout.Roman {
			capo += ", " + s.Choice.KeyText(v, s.Choice.Shapes(v)) + " shapes"
		}
		if s.KeyNote != "" {
			return key, s.KeyNote + ", " + capo
		}
		return key, capo
	}
	return key, note
}

// headKeys sets the key and the tempo at the right; base is where the byline ends.
func (p *press) headKeys(h *head, blocks []keyBlock, base float64) {
	x := h.width
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		caption := look{layout.Sans, layout.Grey, byline, 0}
		y := base - 0.4*byline
		h.add(b.caption, caption, x-p.doc.width(b.caption, caption), y)
		h.add(b.figure, b.look, x-p.doc.width(b.figure, b.look), y-1.35*byline-1*mm)
		x -= b.width + 5*mm
	}
}

// headStrip sets the order of the sections, on as many lines as it takes.
func (p *press) headStrip(h *head, strip []string, y float64) float64 {
	l := look{layout.SansMedium, layout.Black, stripSize, 0}
	dash := look{layout.Sans, layout.Pale, stripSize, 0}
	const apart = 2.4 * mm
	width, x := p.doc.width("–", dash), 0.0
	for i, name := range strip {
		for j, line := range layout.Wrap(p.Fonts, name, l.face, l.size, h.width-20*mm) {
			w := p.doc.width(line, l)
			switch {
			case i == 0 && j == 0:
			case j > 0 || x+2*apart+width+w > h.width:
				x, y = 0, y+1.4*stripSize
			default:
				h.add("–", dash, x+apart, y+stripSize)
				x += 2*apart + width
			}
			h.add(line, l, x, y+stripSize)
			x += w
		}
	}
	return y + 1.4*stripSize
}

func (h *head) draw(c *canvas) {
	for i := range h.texts {
		t := &h.texts[i]
		c.write(t.words, t.look, t.x, t.y)
	}
	c.rule(left, h.rule, h.width, ruleThick, layout.Black)
}

// drawAgain is the head of a song's later pages.
func (h *head) drawAgain(c *canvas, paper Paper) {
	l := look{layout.Serif, layout.Grey, 10, 0}
	title := h.title
	if lines := layout.Wrap(c.doc.fonts, title, l.face, l.size, paper.inner()*0.9); len(lines) > 1 {
		title = lines[0] + " …"
	}
	c.write(title, l, left, top+10)
	c.rule(left, top+14, h.width, 0.2*mm, layout.Line)
}
