package openlyrics

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

func (w *writer) lyrics() {
	w.b.WriteString("<lyrics>\n")
	count := 0
	var pending []string // comments that stand before the first section
	for i := range w.doc.View.Sections {
		s := &w.doc.View.Sections[i]
		if !format.Sung(s) {
			pending = append(pending, commentsOf(s)...)
			continue
		}
		count++
		w.verse(s, pending)
		pending = nil
	}
	if count == 0 {
		w.losses.Add(0, "The song has no words; OpenLyrics wants a verse, so there is an empty one.")
		w.b.WriteString(`<verse name="v1"><lines></lines></verse>` + "\n")
	} else if len(pending) > 0 {
		w.losses.Add(0, "Remarks after the last section were left out.")
	}
	w.b.WriteString("</lyrics>\n")
}

func commentsOf(s *chart.SectionView) []string {
	list := make([]string, 0, 2)
	for _, l := range s.Lines {
		if l.Kind == "comment" {
			list = append(list, l.Text)
		}
	}
	return list
}

// verse writes a section as one line of XML: a raw line feed within it would be a blank for some readers and a line for others.
func (w *writer) verse(s *chart.SectionView, before []string) {
	w.start("verse", "name", w.codes[s.ID])
	w.b.WriteString("><lines>")
	for _, text := range before {
		w.comment(text)
	}
	open := false // a line of words came, and no break after it
	for i := range s.Lines {
		open = w.line(&s.Lines[i], open)
	}
	w.b.WriteString("</lines></verse>\n")
}

func (w *writer) line(l *chart.LineView, open bool) bool {
	switch l.Kind {
	case "recall":
		return open
	case "comment":
		w.comment(l.Text)
		return open
	case "tab":
		w.losses.Add(0, "OpenLyrics has no tablature; its lines became comments.")
		w.comment(l.Text)
		return open
	}
	if open {
		w.b.WriteString("<br/>")
	}
	switch l.Kind {
	case "lyrics":
		w.parts(l.Parts)
	case "grid":
		w.cells(l.Cells)
	}
	return true
}

func (w *writer) comment(text string) {
	if strings.TrimSpace(text) != "" {
		w.b.WriteString("<comment>")
		w.text(text)
		w.b.WriteString("</comment>")
	}
}

func (w *writer) parts(parts []chart.PartView) {
	for _, p := range parts {
		if p.Chord != nil {
			w.chord(w.chords[*p.Chord])
		} else if p.Annotation != "" {
			w.comment(p.Annotation)
		}
		w.text(strings.NewReplacer("\n", " ", "\r", " ").Replace(p.Text))
	}
}

func (w *writer) cells(cells []chart.CellView) {
	for i, c := range cells {
		if i > 0 {
			w.b.WriteByte(' ')
		}
		if c.Chord != nil {
			w.chord(w.chords[*c.Chord])
			continue
		}
		w.text(c.Bar + c.Text)
	}
}

func (w *writer) chord(name string) {
	w.start("chord", "name", name)
	w.b.WriteString("/>")
}
