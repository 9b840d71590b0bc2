package webpage

import (
	"fmt"
	"strconv"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
)

func (w *writer) section(shown layout.Shown) {
	s := shown.Section
	class := "sec"
	if shown.Inset {
		class = "sec refrain"
	}
	fmt.Fprintf(w, `<section class="%s">`, class)
	if s.Label != "" || s.Cue != "" || shown.Times > 1 {
		w.WriteString(`<h2 class="lab">`)
		w.text(s.Label)
		if shown.Times > 1 {
			w.WriteString(" <b>×" + strconv.Itoa(shown.Times) + "</b>")
		}
		if s.Cue != "" {
			w.WriteByte(' ')
			w.tag("span", "cue", s.Cue)
		}
		w.WriteString("</h2>")
	}
	w.WriteByte('\n')
	for i := range s.Lines {
		w.line(&s.Lines[i])
	}
	w.WriteString("</section>\n")
}

func (w *writer) line(l *chart.LineView) {
	wordsOnly := w.song.Choice.WordsOnly
	switch {
	case l.Kind == "lyrics":
		w.lyrics(l.Parts)
	case l.Kind == "comment":
		w.tag("p", "cue "+l.Style, l.Text)
	case l.Kind == "grid" && !wordsOnly:
		w.bars(l.Cells)
	case l.Kind == "tab" && !wordsOnly:
		w.tag("pre", "tab", l.Text)
	case l.Kind == "recall" && layout.Recalls(w.song.View, l):
		w.tag("p", "lab", l.Label)
	case l.Kind == "blank":
		w.WriteString(`<div class="gap"></div>`)
	}
	w.WriteByte('\n')
}

func (w *writer) lyrics(parts []chart.PartView) {
	words := w.flow.Line(parts)
	if len(words) == 0 {
		return
	}
	w.WriteString(`<p class="ln" dir="auto">`)
	for i := range words {
		if words[i].Space {
			w.WriteByte(' ')
		}
		w.word(words[i].Fragments)
	}
	w.WriteString("</p>")
}

// word writes a word without chords as plain text, any other as a box that is not broken.
func (w *writer) word(fragments []layout.Fragment) {
	if len(fragments) == 1 && fragments[0].Root == "" && fragments[0].Raised == "" && fragments[0].Bass == "" && fragments[0].Note == "" && fragments[0].After == 0 {
		w.text(fragments[0].Text)
		return
	}
	w.WriteString(`<span class="w">`)
	for i := range fragments {
		w.fragment(&fragments[i])
	}
	w.WriteString("</span>")
}

func (w *writer) fragment(f *layout.Fragment) {
	class := "s"
	if f.Hyphen {
		class = "s hy"
	}
	if f.After > 0 {
		fmt.Fprintf(w, `<span class="%s" style="--gap:%.2fem">`, class, f.After)
	} else {
		w.WriteString(`<span class="s">`)
	}
	if f.Note != "" {
		w.tag("b", "c note", f.Note)
	} else {
		w.chord(f, `<b class="c">`)
	}
	w.tag("span", "t", f.Text)
	w.WriteString("</span>")
}

func (w *writer) chord(f *layout.Fragment, open string) {
	if f.Root == "" && f.Raised == "" && f.Bass == "" {
		return
	}
	w.WriteString(open)
	w.text(f.Root)
	if f.Raised != "" {
		w.WriteString("<sup>")
		w.text(f.Raised)
		w.WriteString("</sup>")
	}
	if f.Bass != "" {
		w.WriteString("<i>")
		w.text(f.Bass)
		w.WriteString("</i>")
	}
	w.WriteString("</b>")
}

// bars writes a row of a grid; what stands before the first bar line is a bar of its own.
func (w *writer) bars(cells []chart.CellView) {
	w.WriteString(`<div class="bars">`)
	open := false
	for i := range cells {
		c := &cells[i]
		if c.Bar != "" {
			if open {
				w.WriteString("</span>")
			}
			open = false
			continue
		}
		if !open {
			w.WriteString(`<span class="bar">`)
			open = true
		}
		if c.Chord != nil {
			f := w.flow.Chord(*c.Chord)
			w.chord(&f, "<b>")
		} else {
			w.tag("span", "beat", c.Text)
		}
	}
	if open {
		w.WriteString("</span>")
	}
	w.WriteString("</div>")
}
