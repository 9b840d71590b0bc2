// Package webpage writes charts as one HTML file that needs nothing else: no scripts, no
// fonts or pictures from anywhere. It reads well on a screen and prints like the paper of
// the program.
package webpage

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"io"
	"strconv"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
)

//go:embed page.css
var style string

// Song is a chart to show and how it is wanted.
type Song struct {
	View   *chart.View
	Choice layout.Choice
}

// Page is what goes into one file.
type Page struct {
	Songs    []Song
	Title    string // "" is the first song's
	Language string // of the words, a code such as "en"
	Letter   bool   // paper when printed; else A4
	Columns  int    // 1 to 3; 0 is 2
	Size     float64
	Licence  string         // the church's; behind the credits of songs under copyright
	Metrics  layout.Metrics // widths of the faces, so that chords do not touch
}

// roomy measures chords a little wider, as the reader's machine may not have our fonts.
type roomy struct{ layout.Metrics }

func (r roomy) Width(text string, face layout.Face, size float64) float64 {
	const more = 1.1
	w := r.Metrics.Width(text, face, size)
	if face != layout.Serif {
		w *= more
	}
	return w
}

// writer collects the file.
type writer struct {
	bytes.Buffer
	flow *layout.Flow
	song *Song
}

// Write writes the page. Errors are those of w.
func Write(w io.Writer, p Page) error {
	out := writer{}
	out.Grow(16<<10 + len(style))
	out.head(p)
	for i := range p.Songs {
		out.song = &p.Songs[i]
		out.flow = layout.NewFlow(out.song.View, out.song.Choice, roomy{p.Metrics})
		out.article(p)
	}
	out.WriteString("</body>\n</html>\n")
	_, err := out.WriteTo(w)
	return err
}

func (w *writer) text(s string) { w.WriteString(html.EscapeString(s)) }

// tag writes an element with text in it; nothing when the text is empty.
func (w *writer) tag(name, class, text string) {
	if text == "" {
		return
	}
	for _, part := range [...]string{"<", name, ` class="`, class, `">`, html.EscapeString(text), "</", name, ">"} {
		w.WriteString(part)
	}
}

func (w *writer) head(p Page) {
	title, language, paper := p.Title, p.Language, "A4"
	if title == "" && len(p.Songs) > 0 {
		title = p.Songs[0].View.Title
	}
	if language == "" {
		language = "en"
	}
	if p.Letter {
		paper = "letter"
	}
	size, columns := p.Size, p.Columns
	if size <= 0 {
		size = layout.DefaultSize
	}
	if columns < 1 || columns > 3 {
		columns = 2
	}
	fmt.Fprintf(w, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>%s</title>\n",
		html.EscapeString(language), html.EscapeString(title))
	fmt.Fprintf(w, "<style>\n@page{size:%s;margin:13mm 12mm 10mm 14mm}\n:root{--size:%spt;--columns:%d}\n%s</style>\n</head>\n<body>\n",
		paper, strconv.FormatFloat(size, 'f', -1, 64), columns, style)
}

func (w *writer) article(p Page) {
	v := w.song.View
	w.WriteString("<article>\n<header>\n<div>")
	w.tag("h1", "title", v.Title)
	if v.Byline != "" || v.Tune != "" {
		w.WriteString(`<p class="by">`)
		w.text(v.Byline)
		if v.Byline != "" && v.Tune != "" {
			w.WriteString(" · ")
		}
		w.tag("span", "tune", v.Tune)
		w.WriteString("</p>")
	}
	w.WriteString("</div>\n")
	w.facts()
	w.order()
	w.WriteString("</header>\n<div class=\"chart\">\n")
	for _, shown := range layout.Sections(v, w.song.Choice) {
		w.section(shown)
	}
	w.WriteString("</div>\n")
	w.foot(v, p.Licence)
	w.WriteString("</article>\n")
}

func (w *writer) facts() {
	v, c := w.song.View, w.song.Choice
	w.WriteString(`<div class="facts">`)
	if len(v.Chords) > 0 && !c.WordsOnly {
		caption := "key"
		if c.Capo > 0 {
			caption = "capo " + strconv.Itoa(c.Capo) + ", " + c.KeyText(v, c.Shapes(v)) + " shapes"
		}
		w.fact("key", c.KeyText(v, c.Key), caption)
	}
	if v.BPM > 0 {
		caption := "bpm"
		if v.Meter != "" {
			caption += ", " + v.Meter
		}
		w.fact("tempo", strconv.Itoa(v.BPM), caption)
	} else if v.Meter != "" {
		w.fact("tempo", v.Meter, "time")
	}
	w.WriteString("</div>\n")
}

func (w *writer) fact(class, figure, caption string) {
	fmt.Fprintf(w, `<p class="%s"><b>%s</b>%s</p>`, class, html.EscapeString(figure), html.EscapeString(caption))
}

func (w *writer) order() {
	strip := layout.Order(w.song.View)
	if len(strip) == 0 {
		return
	}
	w.WriteString(`<p class="order">`)
	for _, name := range strip {
		w.tag("span", "step", name)
		w.WriteByte(' ')
	}
	w.WriteString("</p>\n")
}

func (w *writer) foot(v *chart.View, licence string) {
	if text := layout.Rights(v, licence); text != "" {
		w.tag("footer", "rights", text)
		w.WriteByte('\n')
	}
}
