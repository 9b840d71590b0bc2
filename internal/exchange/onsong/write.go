package onsong

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// Write gives an OnSong file with chords in brackets. Its key is the sounding key, and so are its chords; OnSong makes the shapes
// of the capo by itself.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := &writer{doc: doc, chords: doc.Chords(true)}
	w.header()
	for i := range doc.View.Sections {
		w.section(&doc.View.Sections[i])
	}
	format.Unwritten(&w.losses, doc.Facts, "OnSong", "alias", "lyricist", "composer", "author", "artist", "copyright", "ccli", "theme", "topic", "tag",
		"songbook", "scripture", "key", "capo", "tempo", "time", "duration", "notes", "number")
	return []byte(strings.TrimRight(w.b.String(), "\n") + "\n"), w.losses, nil
}

type writer struct {
	doc    *format.Document
	chords []string
	b      strings.Builder
	losses format.Losses
}

func (w *writer) tag(name, text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		w.b.WriteString(name + ": " + text + "\n")
	}
}

func (w *writer) header() {
	f := w.doc.Facts
	w.tag("Title", w.doc.Title())
	w.tag("Author", strings.Join(format.Byline(f), "; "))
	w.tag("Subtitle", f.Get("alias"))
	w.tag("Key", w.doc.KeyText(w.doc.Sounding))
	if w.doc.Capo > 0 {
		w.tag("Capo", strconv.Itoa(w.doc.Capo))
	}
	w.tag("Tempo", f.Get("tempo"))
	w.tag("Time", f.Meter())
	w.tag("Duration", f.Get("duration"))
	w.tag("Copyright", strings.Join(f.All("copyright"), "; "))
	w.tag("CCLI", f.Get("ccli"))
	w.tag("Keywords", strings.Join(append(append(f.All("theme"), f.All("topic")...), f.All("tag")...), ", "))
	w.tag("Book", strings.Join(f.All("songbook"), ", "))
	w.tag("Number", f.Get("number"))
	w.tag("Scripture", strings.Join(f.All("scripture"), "; "))
	w.tag("Notes", strings.Join(f.All("notes"), " "))
	if !w.doc.InTextOrder() {
		w.tag("Flow", w.flow())
	}
	w.b.WriteString("\n")
}

// flow names the sections by their labels, as OnSong does.
func (w *writer) flow() string {
	labels := map[string]string{}
	for i := range w.doc.View.Sections {
		labels[w.doc.View.Sections[i].ID] = w.label(&w.doc.View.Sections[i])
	}
	names := make([]string, 0, 16)
	for _, id := range w.doc.Steps() {
		if labels[id] != "" {
			names = append(names, labels[id])
		}
	}
	return strings.Join(names, ", ")
}

// label is free of the signs that mean something to OnSong.
func (w *writer) label(s *chart.SectionView) string {
	return strings.Join(strings.Fields(strings.NewReplacer(":", " ", ",", " ", "[", "(", "]", ")").Replace(s.Label)), " ")
}

func (w *writer) section(s *chart.SectionView) {
	if label := w.label(s); label != "" {
		w.b.WriteString(label + ":\n")
	}
	for i := range s.Lines {
		w.line(&s.Lines[i])
	}
	w.b.WriteString("\n")
}

func (w *writer) line(l *chart.LineView) {
	switch l.Kind {
	case "lyrics":
		w.b.WriteString(strings.TrimRight(w.words(l.Parts), " ") + "\n")
	case "grid":
		w.b.WriteString(w.grid(l.Cells) + "\n")
	case "tab":
		w.b.WriteString(l.Text + "\n")
	case "comment":
		w.b.WriteString("{c: " + l.Text + "}\n")
	case "blank":
		w.b.WriteString("\n")
	}
}

func (w *writer) words(parts []chart.PartView) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Chord != nil {
			b.WriteString("[" + w.chords[*p.Chord] + "]")
		} else if p.Annotation != "" {
			b.WriteString("[*" + p.Annotation + "]")
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

func (w *writer) grid(cells []chart.CellView) string {
	words := make([]string, 0, len(cells))
	for _, c := range cells {
		if c.Chord != nil {
			words = append(words, "["+w.chords[*c.Chord]+"]")
		} else {
			words = append(words, c.Bar+c.Text)
		}
	}
	return strings.Join(words, " ")
}
