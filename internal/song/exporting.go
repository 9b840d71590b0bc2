package song

import (
	"slices"
	"strconv"
	"strings"

	"churchmusic/internal/chart"
)

// ToChordPro gives the ChordPro text of one arrangement: what the song's fields say stands at the top as directives, in place
// of what the chart said about the same; all else of the chart stays as it is.
func ToChordPro(s *Song, a *Arrangement) string {
	c := chart.Read(a.ChartText)
	head := headOf(s, a, c.Meta)
	dropFields(c, head)
	body := strings.TrimLeft(chart.Write(c), "\r\n")
	var b strings.Builder
	for _, f := range head {
		name := f.Name + ": "
		if !slices.Contains(plainDirectives, f.Name) {
			name = "meta: " + f.Name + " "
		}
		b.WriteString("{" + name + f.Value + "}\n")
	}
	if body != "" {
		b.WriteString("\n" + body)
	}
	if !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte('\n')
	}
	return b.String()
}

// plainDirectives are the fields that ChordPro 6 knows as directives; others are written as {meta}.
var plainDirectives = []string{"title", "lyricist", "composer", "arranger", "copyright", "year", "time", "tempo", "duration"}

func headOf(s *Song, a *Arrangement, was chart.Metadata) chart.Metadata {
	var m chart.Metadata
	add := func(name, value string) {
		if value = strings.TrimSpace(strings.ReplaceAll(value, "\n", " ")); value != "" && value != "0" {
			m.Add(name, value)
		}
	}
	add("title", s.Title)
	for _, alias := range s.Aliases {
		add("alias", alias)
	}
	addAuthors(s, add)
	add("tune", s.Tune)
	add("year", strconv.Itoa(s.Year))
	add("copyright", s.Copyright)
	add("ccli", s.CCLISongNumber)
	add("language", s.Language)
	for _, t := range s.Tags {
		add(tagField(t), t.Name)
	}
	for _, b := range s.Songbooks {
		add("songbook", b.Book+" "+b.Number)
	}
	for _, r := range s.Scripture {
		add("scripture", r)
	}
	for _, l := range s.Links {
		add("link", l.URL)
	}
	add("notes", s.Notes)
	if len(s.Arrangements) > 1 {
		add(arrangementField, a.Name)
	}
	add(defaultKeyField, a.DefaultKey)
	if a.BPM != was.Tempo() {
		add("tempo", strconv.Itoa(a.BPM))
	}
	if a.Meter != was.Meter() {
		add("time", a.Meter)
	}
	if a.DurationSeconds != was.Duration() {
		add("duration", strconv.Itoa(a.DurationSeconds))
	}
	return m
}

func addAuthors(s *Song, add func(name, value string)) {
	for _, r := range roleOf {
		for _, author := range s.Authors {
			if author.Role == r.role {
				add(r.field, author.Name)
			}
		}
	}
}

func tagField(t Tag) string {
	if t.Group == themeGroup || t.Group == metreGroup {
		return t.Group
	}
	return "tag"
}

// replacedFields are told by the head alone, also where it has none of them.
var replacedFields = []string{"title", "alias", "subtitle", "tune", "lyricist", "composer", "author", "artist", "translator", "arranger", "year", "copyright",
	"ccli", "language", "theme", "topic", "metre", "tag", "tags", "keywords", "songbook", "book", "number", "scripture", "link", "notes",
	arrangementField, defaultKeyField}

// dropFields takes the directives out of a chart that the head replaces.
func dropFields(c *chart.Chart, head chart.Metadata) {
	gone := slices.Clone(replacedFields)
	for _, f := range head {
		gone = append(gone, f.Name)
	}
	for i := range c.Sections {
		c.Sections[i].Lines = slices.DeleteFunc(c.Sections[i].Lines, func(l chart.Line) bool {
			return l.Kind == chart.Directive && slices.Contains(gone, fieldOf(l.Directive))
		})
	}
}

func fieldOf(d chart.Command) string {
	if d.Name != "meta" {
		return d.Name
	}
	name, _, _ := strings.Cut(strings.TrimSpace(d.Value), " ")
	return strings.ToLower(strings.TrimSuffix(name, ":"))
}
