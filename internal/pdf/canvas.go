package pdf

import (
	"strconv"

	"churchmusic/internal/layout"
)

// colours are the design's print colours, as PDF operands.
var colours = [layout.Inks]string{
	layout.Black:      "0.102 0.086 0.078",
	layout.Grey:       "0.263 0.239 0.220",
	layout.Pale:       "0.365 0.337 0.314",
	layout.Rubric:     "0.604 0.110 0.157",
	layout.RubricLine: "0.788 0.561 0.545",
	layout.Pencil:     "0.122 0.310 0.522",
	layout.Line:       "0.725 0.702 0.675",
}

// look is how a text is drawn.
type look struct {
	face  layout.Face
	ink   layout.Ink
	size  float64
	track float64 // between letters, in em
}

// canvas is the content of one page. Coordinates count from its top left, y downwards.
type canvas struct {
	doc    *document
	height float64
	rules  []byte
	text   []byte
	links  []link

	ruleInk, textInk int
	heavy            bool
	font             *subset
	size             float64
}

// link is a rectangle of the page that leads to another page.
type link struct {
	x, y, w, h float64
	page       int
}

func (c *canvas) rule(x, y, w, h float64, ink layout.Ink) {
	if c.ruleInk != int(ink)+1 {
		c.ruleInk = int(ink) + 1
		c.rules = append(append(c.rules, colours[ink]...), " rg\n"...)
	}
	c.rules = numbers(c.rules, x, c.height-y-h, w, h)
	c.rules = append(c.rules, "re f\n"...)
}

// write draws a text with its baseline at y.
func (c *canvas) write(text string, l look, x, y float64) {
	if text == "" {
		return
	}
	if c.textInk != int(l.ink)+1 {
		c.textInk = int(l.ink) + 1
		c.text = append(append(c.text, colours[l.ink]...), " rg\n"...)
	}
	for text != "" {
		n, width := c.segment(text, l, x, y)
		text, x = text[n:], x+width
	}
}

// segment draws as much of a text as one font has and gives its length and width.
func (c *canvas) segment(text string, l look, x, y float64) (n int, width float64) {
	var sub *subset
	last, em := 0, 0
	letters := 0
	for at, r := range text {
		if silent(r) {
			continue
		}
		r = printable(r)
		font, g := c.doc.fonts.find(l.face, r)
		if sub == nil {
			sub = c.doc.subset(font)
			c.weigh(l, r)
			c.begin(sub, l.size, x, y)
		} else if font != sub.font {
			c.text = append(c.text, ">]TJ\n"...)
			return at, (float64(em)/sub.font.units + float64(letters)*l.track) * l.size
		}
		if g == 0 {
			c.doc.misses(r)
		}
		if last != 0 {
			by := sub.font.between(last, g)
			em += by
			c.adjust(float64(by)/sub.font.units + l.track)
		}
		c.glyph(sub.use(g, r))
		em += font.advance(g)
		letters++
		last = g
	}
	if sub == nil {
		return len(text), 0
	}
	c.text = append(c.text, ">]TJ\n"...)
	return len(text), (float64(em)/sub.font.units + float64(letters)*l.track) * l.size
}

func (c *canvas) begin(sub *subset, size, x, y float64) {
	if c.font != sub || c.size != size {
		c.font, c.size = sub, size
		c.text = append(c.text, "/F"...)
		c.text = strconv.AppendInt(c.text, int64(c.doc.number(sub)), 10)
		c.text = append(c.text, ' ')
		c.text = append(numbers(c.text, size), "Tf\n"...)
	}
	c.text = append(c.text, "1 0 0 1 "...)
	c.text = append(numbers(c.text, x, c.height-y), "Tm[<"...)
}

// weigh makes accidentals as heavy as the bold letters beside them, as no bold font draws
// them so: their outline is drawn too.
func (c *canvas) weigh(l look, first rune) {
	bold := l.face == layout.SansBold || l.face == layout.SansSemi
	heavy := bold && first >= '♭' && first <= '♯'
	switch {
	case heavy:
		c.text = append(append(c.text, colours[l.ink]...), " RG "...)
		c.text = append(numbers(c.text, 0.045*l.size), "w 2 Tr\n"...)
	case c.heavy:
		c.text = append(c.text, "0 Tr\n"...)
	}
	c.heavy = heavy
}

// adjust moves the next letter, in em.
func (c *canvas) adjust(em float64) {
	if em > -0.0005 && em < 0.0005 {
		return
	}
	c.text = append(c.text, '>')
	c.text = strconv.AppendFloat(c.text, -1000*em, 'f', 0, 64)
	c.text = append(c.text, '<')
}

func (c *canvas) glyph(n int) {
	const digits = "0123456789abcdef"
	c.text = append(c.text, digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15])
}

// numbers adds numbers, each with a blank behind it.
func numbers(to []byte, list ...float64) []byte {
	for _, v := range list {
		n := len(to)
		to = strconv.AppendFloat(to, v, 'f', 2, 64)
		for to[len(to)-1] == '0' && len(to) > n+1 && to[len(to)-2] != '.' {
			to = to[:len(to)-1]
		}
		to = append(to, ' ')
	}
	return to
}

// content is the whole page's drawing.
func (c *canvas) content() []byte {
	out := make([]byte, 0, len(c.rules)+len(c.text)+16)
	out = append(out, c.rules...)
	out = append(out, "BT\n"...)
	out = append(out, c.text...)
	return append(out, "ET\n"...)
}
