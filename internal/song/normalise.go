package song

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
	"churchmusic/internal/music"
)

// How much a song may hold.
const (
	longestName  = 250
	longestText  = 20_000
	longestChart = 400_000 // bytes
	mostEntries  = 100
	mostSections = 300
	latestYear   = 2200
	fastest      = 400
	longestSong  = 6 * 60 * 60 // seconds
)

var (
	languageForm = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	meterForm    = regexp.MustCompile(`^[0-9]{1,2}(\+[0-9]{1,2})*/[0-9]{1,2}$`)
	ccliForm     = regexp.MustCompile(`^[0-9]{1,10}$`)
	roles        = []Role{Words, Music, Both, Translation, Arranger}
)

// Normalise tidies a song in place (NFC, trimmed, no empty or doubled entries, exactly one default arrangement) and names
// every field that breaks a rule.
func (s *Song) Normalise() error {
	var wrong fault.Fields
	s.Details.normalise(&wrong)
	s.normaliseArrangements(&wrong)
	return wrong.Err()
}

func (d *Details) normalise(wrong *fault.Fields) {
	d.Title = line(wrong, "title", d.Title)
	if d.Title == "" {
		wrong.Add("title", "A song needs a title.")
	}
	d.Aliases = lines(wrong, "aliases", d.Aliases)
	d.Tune = line(wrong, "tune", d.Tune)
	d.Copyright = line(wrong, "copyright", d.Copyright)
	d.Scripture = lines(wrong, "scripture", d.Scripture)
	d.Notes = text(wrong, "notes", d.Notes)
	if d.Year < 0 || d.Year > latestYear {
		wrong.Add("year", "The year is a number such as 1779, or 0 when it is not known.")
	}
	d.normaliseCodes(wrong)
	d.normaliseAuthors(wrong)
	d.normaliseTags(wrong)
	d.normaliseSongbooks(wrong)
	d.normaliseLinks(wrong)
}

func (d *Details) normaliseCodes(wrong *fault.Fields) {
	d.CCLISongNumber = strings.TrimPrefix(strings.TrimSpace(d.CCLISongNumber), "#")
	if d.CCLISongNumber != "" && !ccliForm.MatchString(d.CCLISongNumber) {
		wrong.Add("ccli_song_number", "The CCLI song number has digits only.")
	}
	d.Language = strings.TrimSpace(d.Language)
	if d.Language != "" && !languageForm.MatchString(d.Language) {
		wrong.Add("language", "Write the language as en, de or pt-BR.")
	}
	if d.Visibility == "" {
		d.Visibility = Members
	}
	if d.Visibility != Public && d.Visibility != Members {
		wrong.Add("visibility", "Choose public or members.")
	}
}

func (d *Details) normaliseAuthors(wrong *fault.Fields) {
	kept := make([]Author, 0, len(d.Authors))
	for i, a := range d.Authors {
		a.Name = line(wrong, fmt.Sprintf("authors[%d].name", i), a.Name)
		if a.Role == "" {
			a.Role = Both
		}
		if !slices.Contains(roles, a.Role) {
			wrong.Add(fmt.Sprintf("authors[%d].role", i), "Choose words, music, both, translation or arranger.")
		}
		if a.Name != "" && !slices.Contains(kept, a) {
			kept = append(kept, a)
		}
	}
	d.Authors = bounded(wrong, "authors", kept)
}

func (d *Details) normaliseTags(wrong *fault.Fields) {
	kept := make([]Tag, 0, len(d.Tags))
	for i, t := range d.Tags {
		t.Group = line(wrong, fmt.Sprintf("tags[%d].group", i), t.Group)
		t.Name = line(wrong, fmt.Sprintf("tags[%d].name", i), t.Name)
		if strings.Contains(t.Group, ":") {
			wrong.Add(fmt.Sprintf("tags[%d].group", i), "A tag group has no colon.")
		}
		if t.Name != "" && !slices.ContainsFunc(kept, t.same) {
			kept = append(kept, t)
		}
	}
	d.Tags = bounded(wrong, "tags", kept)
}

func (t Tag) same(o Tag) bool {
	return t == o || fold.Text(t.Name) == fold.Text(o.Name) && fold.Text(t.Group) == fold.Text(o.Group)
}

func (d *Details) normaliseSongbooks(wrong *fault.Fields) {
	kept := make([]Songbook, 0, len(d.Songbooks))
	for i, b := range d.Songbooks {
		b.Book = line(wrong, fmt.Sprintf("songbooks[%d].book", i), b.Book)
		b.Number = line(wrong, fmt.Sprintf("songbooks[%d].number", i), b.Number)
		switch {
		case b.Book == "" && b.Number != "":
			wrong.Add(fmt.Sprintf("songbooks[%d].book", i), "Say which book has this number.")
		case b.Book != "" && !slices.Contains(kept, b):
			kept = append(kept, b)
		}
	}
	d.Songbooks = bounded(wrong, "songbooks", kept)
}

func (d *Details) normaliseLinks(wrong *fault.Fields) {
	kept := make([]Link, 0, len(d.Links))
	for i, l := range d.Links {
		l.Label = line(wrong, fmt.Sprintf("links[%d].label", i), l.Label)
		l.URL = strings.TrimSpace(l.URL)
		if !strings.HasPrefix(l.URL, "https://") && !strings.HasPrefix(l.URL, "http://") && l.URL+l.Label != "" {
			wrong.Add(fmt.Sprintf("links[%d].url", i), "A link begins with https:// or http://.")
		}
		if l.URL = line(wrong, fmt.Sprintf("links[%d].url", i), l.URL); l.URL != "" {
			kept = append(kept, l)
		}
	}
	d.Links = bounded(wrong, "links", kept)
}

func (s *Song) normaliseArrangements(wrong *fault.Fields) {
	if len(s.Arrangements) == 0 {
		s.Arrangements = []Arrangement{{}}
	}
	s.Arrangements = bounded(wrong, "arrangements", s.Arrangements)
	chosen := 0
	for i := range s.Arrangements {
		s.Arrangements[i].normalise(wrong, fmt.Sprintf("arrangements[%d].", i))
		if s.Arrangements[i].Default {
			chosen = i
		}
	}
	for i := range s.Arrangements {
		s.Arrangements[i].Default = i == chosen
	}
}

func (a *Arrangement) normalise(wrong *fault.Fields, at string) {
	if a.Name = line(wrong, at+"name", a.Name); a.Name == "" {
		a.Name = "Standard"
	}
	if len(a.ChartText) > longestChart {
		wrong.Add(at+"chart_text", "A chart has at most %d bytes.", longestChart)
		a.ChartText = ""
	}
	a.ChartText = clean(wrong, at+"chart_text", a.ChartText)
	a.Sequence = lines(wrong, at+"sequence", a.Sequence, repeated)
	if a.Meter = strings.TrimSpace(a.Meter); a.Meter != "" && !meterForm.MatchString(a.Meter) {
		wrong.Add(at+"meter", "Write the meter as 4/4 or 6/8.")
	}
	if a.BPM < 0 || a.BPM > fastest {
		wrong.Add(at+"bpm", "The tempo is 1 to %d beats a minute, or 0 when it is not known.", fastest)
	}
	if a.DurationSeconds < 0 || a.DurationSeconds > longestSong {
		wrong.Add(at+"duration_seconds", "The duration is in seconds, at most %d.", longestSong)
	}
	if a.DefaultKey = strings.TrimSpace(a.DefaultKey); a.DefaultKey != "" {
		key, ok := KeyOf(a.DefaultKey)
		if !ok {
			wrong.Add(at+"default_key", "This is not a key. Write it as G, Bb or F#m.")
			return
		}
		a.DefaultKey = key
	}
}

// KeyOf gives the stored spelling of a key: at most six accidentals, F# and Gb as they are written.
func KeyOf(s string) (string, bool) {
	key, ok := music.ParseKey(s)
	if !ok {
		return "", false
	}
	for _, preferFlat := range []bool{false, true} {
		if key.Offered(preferFlat) == key {
			return key.String(), true
		}
	}
	return key.Offered(false).String(), true
}

const repeated = true

func bounded[T any](wrong *fault.Fields, field string, list []T) []T {
	if len(list) > mostEntries {
		wrong.Add(field, "At most %d entries, please.", mostEntries)
	}
	return list
}

func clean(wrong *fault.Fields, field, s string) string {
	out, err := fold.Clean(field, s)
	if f, ok := fault.As(err); ok {
		*wrong = append(*wrong, f.Fields...)
	}
	return out
}

// line is text of one line.
func line(wrong *fault.Fields, field, s string) string {
	s = clean(wrong, field, s)
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") || s != "" && (s[0] == ' ' || s[len(s)-1] == ' ') {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) > longestName && utf8.RuneCountInString(s) > longestName {
		wrong.Add(field, "At most %d characters, please.", longestName)
	}
	return s
}

func text(wrong *fault.Fields, field, s string) string {
	s = strings.TrimSpace(clean(wrong, field, s))
	if len(s) > longestText {
		wrong.Add(field, "At most %d characters, please.", longestText)
	}
	return s
}

func lines(wrong *fault.Fields, field string, list []string, mayRepeat ...bool) []string {
	kept := make([]string, 0, len(list))
	for i, s := range list {
		s = line(wrong, fmt.Sprintf("%s[%d]", field, i), s)
		if s != "" && (len(mayRepeat) > 0 || !slices.Contains(kept, s)) {
			kept = append(kept, s)
		}
	}
	most := mostEntries
	if len(mayRepeat) > 0 {
		most = mostSections
	}
	if len(kept) > most {
		wrong.Add(field, "At most %d entries, please.", most)
	}
	return kept
}
