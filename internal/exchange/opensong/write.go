package opensong

import (
	"encoding/xml"
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

// Write gives OpenSong's XML. Its key is the sounding key, and so are its chords; the capo is a hint for printing.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := &writer{doc: doc, chords: doc.Chords(true), codes: doc.Codes(false, letter)}
	w.facts()
	w.element("lyrics", w.lyrics())
	w.notes()
	return []byte(xml.Header + "<song>\n" + w.b.String() + "</song>\n"), w.losses, nil
}

type writer struct {
	doc    *format.Document
	chords []string
	codes  map[string]string
	b      strings.Builder
	losses format.Losses
}

var letters = map[chart.Type]string{chart.Verse: "V", chart.Chorus: "C", chart.Bridge: "B", chart.PreChorus: "P", chart.Tag: "T",
	chart.None: "V", chart.Intro: "Intro", chart.Interlude: "Interlude", chart.Ending: "Ending"}

// letter is what OpenSong calls a type; a name of its own has no blanks, for they part the entries of the order.
func letter(s *chart.SectionView) string {
	if l, ok := letters[s.Type]; ok {
		return l
	}
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, string(s.Type))
	if name == "" {
		return "Other"
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

func (w *writer) element(name, text string) {
	if text == "" {
		return
	}
	w.b.WriteString("  <" + name + ">")
	_ = xml.EscapeText(&newlines{&w.b}, []byte(text)) // a string builder takes everything
	w.b.WriteString("</" + name + ">\n")
}

// newlines writes line feeds as they are; people read these files.
type newlines struct{ b *strings.Builder }

// Write takes what xml.EscapeText made.
func (n *newlines) Write(p []byte) (int, error) {
	if string(p) == "&#xA;" {
		n.b.WriteByte('\n')
		return len(p), nil
	}
	return n.b.Write(p)
}

func (w *writer) facts() {
	f := w.doc.Facts
	w.element("title", w.doc.Title())
	w.element("aka", strings.Join(f.All("alias"), "; "))
	w.element("author", strings.Join(format.Byline(f), "; "))
	w.element("copyright", strings.Join(f.All("copyright"), "; "))
	w.element("hymn_number", f.Get("number"))
	w.element("presentation", w.order())
	w.element("ccli", f.Get("ccli"))
	w.element("theme", strings.Join(append(f.All("theme"), f.All("topic")...), "; "))
	w.element("key", w.doc.KeyText(w.doc.Sounding))
	w.element("tempo", f.Get("tempo"))
	w.element("timesig", f.Meter())
	if w.doc.Capo > 0 {
		w.b.WriteString(`  <capo print="true">` + strconv.Itoa(w.doc.Capo) + "</capo>\n")
	}
	for i, note := range f.All("notes") {
		if i < 3 {
			w.element("user"+strconv.Itoa(i+1), note)
		}
	}
}

func (w *writer) notes() {
	format.Unwritten(&w.losses, w.doc.Facts, "OpenSong", "alias", "lyricist", "composer", "author", "artist", "copyright", "ccli", "theme", "topic",
		"key", "capo", "tempo", "time", "notes", "number")
}

func (w *writer) order() string {
	codes := make([]string, 0, 16)
	for _, id := range w.doc.Steps() {
		if code, ok := w.codes[id]; ok {
			codes = append(codes, code)
		}
	}
	return strings.Join(codes, " ")
}

func (w *writer) lyrics() string {
	var b strings.Builder
	for i := range w.doc.View.Sections {
		s := &w.doc.View.Sections[i]
		if format.Sung(s) {
			b.WriteString("[" + w.codes[s.ID] + "]\n")
		}
		for j := range s.Lines {
			w.line(&b, &s.Lines[j])
		}
		if format.Sung(s) {
			b.WriteString("\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

func (w *writer) line(b *strings.Builder, l *chart.LineView) {
	switch l.Kind {
	case "lyrics":
		w.words(b, l.Parts)
	case "grid":
		row := make([]string, 0, len(l.Cells))
		for _, c := range l.Cells {
			if c.Chord != nil {
				row = append(row, w.chords[*c.Chord])
			} else {
				row = append(row, c.Bar+c.Text)
			}
		}
		b.WriteString("." + strings.Join(row, " ") + "\n")
	case "tab":
		w.losses.Add(0, "OpenSong has no tablature; its lines became comments.")
		b.WriteString(";" + l.Text + "\n")
	case "comment":
		b.WriteString(";" + l.Text + "\n")
	case "blank":
		b.WriteString(" \n")
	}
}

// words writes a row of chords and the words under it. A line without chords gets an empty row, for readers keep the last one.
func (w *writer) words(b *strings.Builder, parts []chart.PartView) {
	pieces := make([]columns.Piece, 0, len(parts))
	for _, p := range parts {
		piece := columns.Piece{Text: strings.NewReplacer("|", "¦", "_", " ").Replace(p.Text)}
		if p.Chord != nil {
			piece.Mark = strings.ReplaceAll(w.chords[*p.Chord], " ", "")
		} else if p.Annotation != "" {
			piece.Mark = "(" + p.Annotation + ")"
		}
		pieces = append(pieces, piece)
	}
	row, words := columns.Lay(pieces)
	if len(w.chords) > 0 {
		b.WriteString("." + row + "\n")
	}
	if words != "" {
		b.WriteString(" " + words + "\n")
	}
}
