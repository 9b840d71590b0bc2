package overlyrics

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

// Write gives chords over lyrics in the shapes of the capo.
func (Text) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := writer{doc: doc, chords: doc.Chords(false)}
	return w.song()
}

// Write gives the words with their labels.
func (Words) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := writer{doc: doc, words: true}
	return w.song()
}

type writer struct {
	doc    *format.Document
	chords []string
	words  bool // without chords
	row    bool // the line before was chords alone
	b      strings.Builder
	losses format.Losses
}

func (w *writer) song() ([]byte, []format.Loss, error) {
	w.header()
	for i := range w.doc.View.Sections {
		w.section(&w.doc.View.Sections[i])
	}
	w.footer()
	format.Unwritten(&w.losses, w.doc.Facts, "Plain text", "key", "capo", "tempo", "time", "copyright", "ccli",
		"lyricist", "composer", "author", "artist")
	return []byte(strings.TrimRight(w.b.String(), "\n") + "\n"), w.losses, nil
}

func (w *writer) header() {
	w.b.WriteString(w.doc.Title() + "\n")
	if names := format.Byline(w.doc.Facts); len(names) > 0 {
		w.b.WriteString("By " + strings.Join(names, ", ") + "\n")
	}
	if !w.words {
		if key := w.doc.KeyText(w.doc.Shapes()); key != "" {
			if w.doc.Capo > 0 {
				key += " (sounds in " + w.doc.KeyText(w.doc.Sounding) + ")"
			}
			w.tag("Key", key)
		}
		if w.doc.Capo > 0 {
			w.tag("Capo", strconv.Itoa(w.doc.Capo))
		}
		w.tag("Tempo", w.doc.Facts.Get("tempo"))
		w.tag("Time", w.doc.Facts.Meter())
	}
	if !w.doc.InTextOrder() {
		w.tag("Order", w.order())
	}
	w.b.WriteString("\n")
}

// order names the sections as they are played.
func (w *writer) order() string {
	labels := map[string]string{}
	for i := range w.doc.View.Sections {
		s := &w.doc.View.Sections[i]
		labels[s.ID] = s.Label
	}
	names := make([]string, 0, len(w.doc.View.Sequence))
	for _, id := range w.doc.Steps() {
		if label := labels[id]; label != "" {
			names = append(names, label)
		}
	}
	return strings.Join(names, ", ")
}

func (w *writer) tag(name, value string) {
	if value != "" {
		w.b.WriteString(name + ": " + value + "\n")
	}
}

func (w *writer) section(s *chart.SectionView) {
	if s.Label != "" {
		w.b.WriteString(w.doc.Cue(s) + "\n")
	}
	for i := range s.Lines {
		w.line(&s.Lines[i])
	}
	w.b.WriteString("\n")
}

func (w *writer) line(l *chart.LineView) {
	switch l.Kind {
	case "lyrics":
		w.lyrics(l.Parts)
	case "grid":
		if !w.words {
			w.grid(l.Cells)
		}
	case "tab":
		if !w.words {
			w.b.WriteString(l.Text + "\n")
		}
	case "comment":
		w.b.WriteString("[" + l.Text + "]\n")
	case "recall":
		w.b.WriteString("\n" + l.Label + "\n\n")
	case "blank":
		w.b.WriteString("\n")
	}
}

func (w *writer) lyrics(parts []chart.PartView) {
	row, words := columns.Lay(w.pieces(parts))
	if w.words {
		words = strings.Join(strings.Fields(words), " ")
		row = ""
	}
	if w.row && row == "" && words != "" {
		w.b.WriteString("\n") // or the chords above would be taken for those of these words
	}
	w.row = strings.TrimSpace(row) != "" && words == ""
	for _, line := range []string{row, words} {
		if strings.TrimSpace(line) != "" {
			w.b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
}

func (w *writer) pieces(parts []chart.PartView) []columns.Piece {
	pieces := make([]columns.Piece, 0, len(parts))
	for _, p := range parts {
		piece := columns.Piece{Text: p.Text}
		switch {
		case w.words:
		case p.Chord != nil:
			piece.Mark = w.chords[*p.Chord]
		case p.Annotation != "":
			piece.Mark = "(" + p.Annotation + ")"
		}
		pieces = append(pieces, piece)
	}
	return pieces
}

func (w *writer) grid(cells []chart.CellView) {
	row := make([]string, 0, len(cells))
	for _, c := range cells {
		switch {
		case c.Chord != nil:
			row = append(row, w.chords[*c.Chord])
		default:
			row = append(row, c.Bar+c.Text)
		}
	}
	w.b.WriteString(strings.Join(row, " ") + "\n")
}

func (w *writer) footer() {
	if c := w.doc.Facts.Get("copyright"); c != "" {
		if !isFooter(c) {
			c = "Copyright: " + c
		}
		w.b.WriteString(c + "\n")
	}
	if n := w.doc.Facts.Get("ccli"); n != "" {
		w.b.WriteString("CCLI Song # " + n + "\n")
	}
}
