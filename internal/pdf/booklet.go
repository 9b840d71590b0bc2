// Package pdf puts charts on paper: one song, or a booklet with contents. The places come
// from layout; here are the fonts, the head and foot of the pages, and the file format,
// written by hand so that fonts are parsed once in the life of the program (see
// docs/adr/0006-pdf-written-by-hand.md).
package pdf

import (
	"io"
	"time"

	"churchmusic/internal/chart"
	"churchmusic/internal/fault"
	"churchmusic/internal/layout"
)

// Song is a chart to print and how it is wanted.
type Song struct {
	View    *chart.View
	Choice  layout.Choice
	KeyNote string // below the key: "Tom’s key"; "" says "key", or the capo and its shapes
}

// Booklet is what goes into one file. Zero values choose by themselves.
type Booklet struct {
	Songs      []Song
	Title      string // of the file and above the contents; "" is the only song's title, or "Songs"
	NoContents bool   // several songs get a page of contents unless this says no
	Paper      Paper  // zero is A4
	Columns    int    // 1 to 3
	Size       float64
	LargePrint bool   // 18 pt in one column; the caller decides about Choice.WrittenOut
	Church     string // in the middle of the foot, with the occasion
	Occasion   string // such as "Sunday 15 March 2026 · for Tom"
	Licence    string // the church's, such as "CCLI licence 123456"; behind the credits of songs under copyright
	Language   string // of the words, a code such as "en"
	Created    time.Time
	Fonts      *Fonts // nil is NewFonts()
}

// Report says what came out and what could not be drawn as it should.
type Report struct {
	Pages   int
	Missing []rune   // characters that no font has; at most 40
	Shaped  []string // scripts whose letters join or stack, or run from right to left, which this does not do
}

const mostSongs = 10_000

// Write writes the booklet as a PDF. A booklet without songs, or with more than 10,000, is
// a fault of kind Invalid; other errors are those of w.
func Write(w io.Writer, b Booklet) (Report, error) {
	if len(b.Songs) == 0 {
		return Report{}, fault.New(fault.Invalid, "There is no song to print.")
	}
	if len(b.Songs) > mostSongs {
		return Report{}, fault.New(fault.Invalid, "A booklet has at most %d songs.", mostSongs)
	}
	p := newPress(b)
	p.layOut()
	p.contents()
	for i := range p.sheets {
		p.song(i)
	}
	report := Report{Pages: len(p.doc.pages), Missing: p.doc.missing, Shaped: p.shaped()}
	return report, p.doc.writeTo(w)
}

// press prints one booklet.
type press struct {
	Booklet
	doc    *document
	sheets []sheet
	first  []int // the page, from 0, on which each song begins
	total  int
	row    float64 // height of a row of the contents
}

// sheet is a song laid out between its head and foot.
type sheet struct {
	head head
	foot foot
	set  layout.Sheet
}

func newPress(b Booklet) *press {
	if b.Paper.Width == 0 {
		b.Paper = A4
	}
	if b.Fonts == nil {
		b.Fonts = NewFonts()
	}
	if b.Title == "" {
		b.Title = "Songs"
		if len(b.Songs) == 1 {
			b.Title = b.Songs[0].View.Title
		}
	}
	p := &press{Booklet: b, doc: newDocument(b.Fonts, b.Paper)}
	p.doc.title, p.doc.language, p.doc.created = b.Title, b.Language, b.Created
	return p
}

func (p *press) want() layout.Want {
	w := layout.Want{Columns: p.Columns, Size: p.Size}
	if p.LargePrint {
		if w.Columns == 0 {
			w.Columns = 1
		}
		if w.Size == 0 {
			w.Size, w.Least = layout.LargePrint, layout.LargePrint-2
		}
	}
	return w
}

// layOut lays out all songs and knows then on which page each begins.
func (p *press) layOut() {
	p.sheets, p.first = make([]sheet, len(p.Songs)), make([]int, len(p.Songs))
	p.total = p.contentsPages()
	for i := range p.Songs {
		s := &p.Songs[i]
		head, foot := p.newHead(s), p.newFoot(s.View)
		low := p.Paper.Height - bottom - foot.height - bodyGap
		frame := layout.Frame{Width: p.Paper.inner(), First: low - head.height, Later: low - laterTop}
		p.sheets[i] = sheet{head, foot, layout.Set(s.View, s.Choice, frame, p.want(), p.Fonts)}
		p.first[i] = p.total
		p.total += len(p.sheets[i].set.Pages)
	}
}

func (p *press) song(i int) {
	sh := &p.sheets[i]
	if len(p.Songs) > 1 {
		p.doc.bookmarks = append(p.doc.bookmarks, bookmark{p.Songs[i].View.Title, p.first[i]})
	}
	for n := range sh.set.Pages {
		c := p.doc.page()
		y := laterTop
		if n == 0 {
			sh.head.draw(c)
			y = sh.head.height
		} else {
			sh.head.drawAgain(c, p.Paper)
		}
		c.draw(&sh.set.Pages[n], left, y)
		sh.foot.draw(c, p.Paper, p.first[i]+n+1, p.total)
	}
}
