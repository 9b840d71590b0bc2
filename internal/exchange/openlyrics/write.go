package openlyrics

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// Write gives OpenLyrics 0.8, valid against its schema. It knows no capo, so the chords are those that sound.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	w := &writer{doc: doc, chords: doc.Chords(true)}
	w.codes = doc.Codes(true, w.letter)
	w.b.WriteString(xml.Header)
	w.open("song", "xmlns", namespace, "version", "0.8", "createdIn", "Church Music Database", "modifiedIn", "Church Music Database",
		"modifiedDate", modified(doc.Options.Modified))
	w.properties()
	w.lyrics()
	w.b.WriteString("</song>\n")
	if doc.Capo > 0 {
		w.losses.Add(0, "OpenLyrics knows no capo; the chords were written as they sound.")
	}
	format.Unwritten(&w.losses, doc.Facts, "OpenLyrics", "alias", "lyricist", "composer", "author", "translator", "arranger", "artist", "copyright",
		"ccli", "year", "key", "capo", "tempo", "theme", "topic", "tag", "songbook", "notes", "keywords", "publisher", "variant", "version", "language")
	return []byte(w.b.String()), w.losses, nil
}

// modified is the date in the form of the schema; songs without one get a date that no program takes for news.
func modified(t time.Time) string {
	if t.IsZero() {
		return "2000-01-01T00:00:00Z"
	}
	return t.UTC().Format(time.RFC3339)
}

type writer struct {
	doc    *format.Document
	chords []string
	codes  map[string]string
	b      strings.Builder
	losses format.Losses
}

var types = map[chart.Type]string{chart.Verse: "v", chart.Chorus: "c", chart.Bridge: "b", chart.PreChorus: "p", chart.Ending: "e", chart.Intro: "i",
	chart.None: "v"}

// letter maps a type to one of the letters that readers know; what they do not know is "other".
func (w *writer) letter(s *chart.SectionView) string {
	letter, ok := types[s.Type]
	switch {
	case !format.Sung(s):
		return "o"
	case !ok:
		w.losses.Add(0, "OpenLyrics has no kind for “"+s.Label+"”; it was written as “other”.")
		return "o"
	case s.Type == chart.None:
		w.losses.Add(0, "Words under no label were written as a verse.")
	}
	return letter
}

// open writes a start tag with attributes in pairs; empty ones are left out.
func (w *writer) open(name string, attributes ...string) {
	w.start(name, attributes...)
	w.b.WriteString(">\n")
}

func (w *writer) start(name string, attributes ...string) {
	w.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.b.WriteString(" " + attributes[i] + `="`)
			w.text(attributes[i+1])
			w.b.WriteString(`"`)
		}
	}
}

func (w *writer) text(s string) {
	_ = xml.EscapeText(&w.b, []byte(s)) // a string builder takes everything
}

// element writes an element with text, none where there is no text.
func (w *writer) element(name, text string, attributes ...string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	w.start(name, attributes...)
	w.b.WriteString(">")
	w.text(strings.Join(strings.Fields(text), " "))
	w.b.WriteString("</" + name + ">\n")
}

// list writes an element around others, none where there are none.
func (w *writer) list(name string, count int, item func(i int)) {
	if count == 0 {
		return
	}
	w.open(name)
	for i := range count {
		item(i)
	}
	w.b.WriteString("</" + name + ">\n")
}

func (w *writer) properties() {
	f := w.doc.Facts
	w.open("properties")
	titles := append([]string{w.doc.Title()}, f.All("alias")...)
	w.list("titles", len(titles), func(i int) { w.element("title", titles[i]) })
	w.authors()
	w.element("copyright", strings.Join(f.All("copyright"), "; "))
	if ccli := strings.TrimLeft(format.Digits(f.Get("ccli")), "0"); ccli != "" {
		w.element("ccliNo", ccli)
	}
	if year := f.Get("year"); len(year) == 4 && len(format.Digits(year)) == 4 && year != "0000" {
		w.element("released", year)
	}
	w.tempo()
	w.element("key", w.doc.KeyText(w.doc.Sounding))
	for _, name := range []string{"variant", "publisher", "version"} {
		w.element(name, f.Get(name))
	}
	w.element("keywords", strings.Join(f.All("keywords"), ", "))
	w.element("verseOrder", w.order())
	w.lists(f)
	w.b.WriteString("</properties>\n")
}

func (w *writer) lists(f format.Facts) {
	books := nonEmpty(f.All("songbook"))
	w.list("songbooks", len(books), func(i int) {
		book, number := format.SplitSongbook(books[i])
		if book == "" {
			book = "?"
		}
		w.start("songbook", "name", book, "entry", number)
		w.b.WriteString("/>\n")
	})
	themes := nonEmpty(append(append(f.All("theme"), f.All("topic")...), f.All("tag")...))
	w.list("themes", len(themes), func(i int) { w.element("theme", themes[i]) })
	notes := nonEmpty(f.All("notes"))
	w.list("comments", len(notes), func(i int) { w.element("comment", notes[i]) })
}

func nonEmpty(list []string) []string {
	kept := make([]string, 0, len(list))
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func (w *writer) tempo() {
	n := w.doc.Facts.Tempo()
	switch {
	case n >= 30 && n <= 250:
		w.element("tempo", strconv.Itoa(n), "type", "bpm")
	case w.doc.Facts.Get("tempo") != "":
		w.element("tempo", w.doc.Facts.Get("tempo"), "type", "text")
	}
}

var authors = map[string]string{"lyricist": "words", "composer": "music", "translator": "translation"}

func (w *writer) authors() {
	people := format.People(w.doc.Facts)
	w.list("authors", len(people), func(i int) {
		kind, lang := authors[people[i].Role], ""
		if kind == "translation" {
			if lang = w.doc.Facts.Get("language"); lang == "" {
				lang = "und"
			}
		}
		if people[i].Role == "arranger" {
			w.losses.Add(0, "OpenLyrics 0.8 has no arrangers; they were written as authors.")
		}
		w.element("author", people[i].Name, "type", kind, "lang", lang)
	})
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
