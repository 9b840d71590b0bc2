package songbeamer

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf16"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// Write gives a .sng file in UTF-8: every verse is named, so that the lines of the chords count words only.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := &writer{doc: doc, chords: doc.Chords(true)}
	w.codes = w.names()
	for i := range doc.View.Sections {
		w.section(&doc.View.Sections[i])
	}
	var out strings.Builder
	out.WriteString("\ufeff")
	w.header(&out)
	out.WriteString(w.body.String())
	return []byte(strings.ReplaceAll(out.String(), "\n", "\r\n")), w.losses, nil
}

type writer struct {
	doc    *format.Document
	chords []string
	codes  map[string]string
	body   strings.Builder
	places strings.Builder
	number int // line of the song
	begun  bool
	losses format.Losses
}

var letters = map[chart.Type]string{chart.Verse: "Verse ", chart.None: "Verse ", chart.Chorus: "Chorus ", chart.Bridge: "Bridge ", chart.PreChorus: "Pre-Chorus ",
	chart.Intro: "Intro ", chart.Interlude: "Interlude ", chart.Ending: "Ending ", chart.Tag: "Misc "}

// names gives each section the name that SongBeamer knows, and others a name of their own.
func (w *writer) names() map[string]string {
	codes := w.doc.Codes(false, func(s *chart.SectionView) string {
		if name, ok := letters[s.Type]; ok {
			return name
		}
		return "$$M=" + strings.TrimRight(strings.NewReplacer(",", " ", "\n", " ").Replace(s.Label), "0123456789 ") + " "
	})
	for id, name := range codes {
		codes[id] = strings.TrimSpace(name)
	}
	return codes
}

func (w *writer) header(out *strings.Builder) {
	f := w.doc.Facts
	put := func(name, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			out.WriteString("#" + name + "=" + value + "\n")
		}
	}
	put("LangCount", "1")
	put("Title", w.doc.Title())
	put("OTitle", f.Get("alias"))
	put("Author", strings.Join(append(f.All("author"), f.All("lyricist")...), ", "))
	put("Melody", strings.Join(append(f.All("author"), f.All("composer")...), ", "))
	put("Translation", strings.Join(f.All("translator"), ", "))
	put("(c)", strings.Join(f.All("copyright"), "; "))
	put("Rights", strings.Join(f.All("publisher"), "; "))
	put("CCLI", f.Get("ccli"))
	put("Key", w.doc.KeyText(w.doc.Sounding))
	put("Tempo", f.Get("tempo"))
	put("Bible", strings.Join(f.All("scripture"), "; "))
	put("Categories", strings.Join(append(append(f.All("tag"), f.All("theme")...), f.All("topic")...), ", "))
	if book, number := format.SplitSongbook(f.Get("songbook")); book+number != "" {
		put("Songbook", strings.TrimSuffix(book+" / "+number, " / "))
	}
	put("VerseOrder", w.order())
	put("Comments", base64.StdEncoding.EncodeToString([]byte(strings.Join(f.All("notes"), "\r\n"))))
	put("Chords", base64.StdEncoding.EncodeToString([]byte(w.places.String())))
	put("Version", "3")
	if w.doc.Capo > 0 {
		w.losses.Add(0, "SongBeamer has no capo; the chords are written as they sound.")
	}
	format.Unwritten(&w.losses, f, "SongBeamer", "alias", "author", "lyricist", "composer", "translator", "copyright", "publisher", "ccli", "key", "capo", "tempo",
		"scripture", "tag", "theme", "topic", "songbook", "notes")
}

func (w *writer) order() string {
	if w.doc.InTextOrder() {
		return ""
	}
	names := make([]string, 0, 16)
	for _, id := range w.doc.Steps() {
		if name, ok := w.codes[id]; ok {
			names = append(names, strings.TrimPrefix(name, "$$M="))
		}
	}
	return strings.Join(names, ",")
}

func (w *writer) section(s *chart.SectionView) {
	if !format.Sung(s) {
		w.unsung(s)
		return
	}
	if w.begun {
		w.number++
	}
	w.begun = true
	w.body.WriteString("---\n" + w.codes[s.ID] + "\n")
	for i := range s.Lines {
		w.line(&s.Lines[i])
	}
}

func (w *writer) unsung(s *chart.SectionView) {
	for i := range s.Lines {
		if s.Lines[i].Kind == "comment" {
			w.losses.Add(0, "SongBeamer has no comments; they were left out.")
		}
	}
}

func (w *writer) line(l *chart.LineView) {
	switch l.Kind {
	case "lyrics":
		w.words(l.Parts)
	case "grid":
		w.grid(l)
	case "comment":
		w.losses.Add(0, "SongBeamer has no comments; they were left out.")
	case "tab":
		w.losses.Add(0, "SongBeamer has no tablature; it was left out.")
	case "blank":
		w.put("--")
	}
}

// put writes a line of the song.
func (w *writer) put(line string) {
	w.body.WriteString(line + "\n")
	w.number++
}

func (w *writer) words(parts []chart.PartView) {
	var text strings.Builder
	column := 0
	for _, p := range parts {
		switch {
		case p.Chord != nil:
			w.chord(column, w.chords[*p.Chord])
		case p.Annotation != "":
			w.losses.Add(0, "SongBeamer has no remarks above the words; they were left out.")
		}
		written := p.Text
		if written == "" && p.Chord != nil {
			written = strings.Repeat(" ", len([]rune(w.chords[*p.Chord]))+1) // the next chord needs a place of its own
		}
		text.WriteString(written)
		column += len(utf16.Encode([]rune(written)))
	}
	w.put(guarded(text.String()))
}

// guarded keeps words from being taken for a separator.
func guarded(line string) string {
	line = strings.TrimRight(line, " ")
	if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, "--") {
		return "–" + strings.TrimLeft(trimmed, "-")
	}
	return line
}

func (w *writer) grid(l *chart.LineView) {
	column := 0
	for _, c := range l.Cells {
		if c.Chord != nil {
			w.chord(column, w.chords[*c.Chord])
			column += len([]rune(w.chords[*c.Chord])) + 1
		}
	}
	w.put("")
}

func (w *writer) chord(column int, name string) {
	w.places.WriteString(strconv.Itoa(column) + "," + strconv.Itoa(w.number) + "," + strings.ReplaceAll(name, ",", "") + "\r")
}
