package openlyrics

import (
	"strconv"
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
)

var authorTypes = map[string]string{"words": "lyricist", "music": "composer", "translation": "translator", "arrangement": "arranger"}

// properties reads the facts and gives the semitones by which the chords are to be moved.
func (r *reader) properties(p *markup.Node, language string) int {
	if p == nil {
		r.out.Losses.Add(0, "The file has no properties; only its words were taken.")
		return 0
	}
	f := &r.out.Facts
	r.titles(p.Child("titles"), &language)
	for _, a := range p.Child("authors").All("author") {
		role := authorTypes[a.Attr("type")]
		if role == "" {
			role = "author"
		}
		format.Put(f, role, a.String())
	}
	r.single(p)
	for _, s := range p.Child("songbooks").All("songbook") {
		format.Put(f, "songbook", format.Songbook(s.Attr("name"), s.Attr("entry")))
	}
	for _, t := range p.Child("themes").All("theme") {
		format.Put(f, "theme", t.String())
	}
	for _, c := range p.Child("comments").All("comment") {
		format.Put(f, "notes", c.String())
	}
	format.Put(f, "language", language)
	r.out.Order = strings.Fields(p.Child("verseOrder").String())
	return r.transposition(p)
}

// titles: the first is the title, the others are aliases; the original's language is the song's unless the file says one.
func (r *reader) titles(titles *markup.Node, language *string) {
	for i, t := range titles.All("title") {
		name := "alias"
		if i == 0 {
			name = "title"
			if *language == "" {
				*language = t.Attr("lang")
			}
		}
		if text := strings.TrimSpace(t.String()); text != r.out.Facts.Get("title") {
			format.Put(&r.out.Facts, name, text)
		}
	}
}

var singles = [][2]string{{"copyright", "copyright"}, {"publisher", "publisher"}, {"ccliNo", "ccli"}, {"key", "key"}, {"timeSignature", "time"},
	{"tempo", "tempo"}, {"variant", "variant"}, {"version", "version"}}

func (r *reader) single(p *markup.Node) {
	for _, s := range singles {
		if text := p.Value(s[0]); text != "" {
			format.PutTag(&r.out.Facts, &r.out.Losses, p.Child(s[0]).Line, s[1], text)
		}
	}
	for _, name := range []string{"released", "releaseDate"} {
		if date := p.Value(name); len(date) >= 4 {
			format.Put(&r.out.Facts, "year", format.Digits(date[:4]))
		}
	}
	format.PutAll(&r.out.Facts, "keywords", p.Value("keywords"), ",;")
}

func (r *reader) transposition(p *markup.Node) int {
	text := p.Value("transposition")
	n, err := strconv.Atoi(text)
	if err != nil || n < -99 || n > 99 || n%12 == 0 {
		return 0
	}
	r.out.Losses.Add(p.Child("transposition").Line, "The file asks for its chords to be moved by "+text+" semitones; they were written as they sound.")
	return n % 12
}
