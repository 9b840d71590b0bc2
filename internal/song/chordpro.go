package song

import (
	"regexp"
	"strconv"
	"strings"

	"churchmusic/internal/chart"
)

// FromChordPro gives the song that one ChordPro text tells of: its directives fill the details, its whole text is the chart.
func FromChordPro(text string) Song {
	s := Song{Arrangements: []Arrangement{{ChartText: text, Default: true}}}
	s.AdoptChart()
	return s
}

// AdoptChart fills empty details with what the default chart says about the song.
func (s *Song) AdoptChart() {
	a := s.DefaultArrangement()
	if a == nil && len(s.Arrangements) > 0 {
		a = &s.Arrangements[0]
	}
	if a == nil {
		return
	}
	m := chart.Read(a.ChartText).Meta
	d := detailsOf(m)
	d.keep(&s.Details)
	keepText(&a.Name, m.Get(arrangementField))
	if key, ok := KeyOf(m.Get(defaultKeyField)); ok {
		keepText(&a.DefaultKey, key)
	}
}

// What ChordPro has no directive for, under names of our own.
const (
	arrangementField = "arrangement"
	defaultKeyField  = "default_key"
)

// keep puts the details that are not empty into others that are.
func (d *Details) keep(into *Details) {
	keepText(&into.Title, d.Title)
	keepText(&into.Tune, d.Tune)
	keepText(&into.Copyright, d.Copyright)
	keepText(&into.CCLISongNumber, d.CCLISongNumber)
	keepText(&into.Language, d.Language)
	keepText(&into.Notes, d.Notes)
	keepList(&into.Aliases, d.Aliases)
	keepList(&into.Authors, d.Authors)
	keepList(&into.Tags, d.Tags)
	keepList(&into.Songbooks, d.Songbooks)
	keepList(&into.Scripture, d.Scripture)
	keepList(&into.Links, d.Links)
	if into.Year == 0 {
		into.Year = d.Year
	}
	into.PublicDomain = into.PublicDomain || d.PublicDomain
}

func keepText(into *string, s string) {
	if strings.TrimSpace(*into) == "" {
		*into = s
	}
}

func keepList[T any](into *[]T, list []T) {
	if len(*into) == 0 {
		*into = list
	}
}

func detailsOf(m chart.Metadata) Details {
	d := Details{Title: m.Get("title"), Tune: m.Get("tune"), Copyright: m.Get("copyright"), Authors: authorsOf(m), Tags: tagsOf(m),
		Aliases: m.All("alias"), Notes: strings.Join(m.All("notes"), "\n"), Songbooks: songbooksOf(m)}
	d.PublicDomain = strings.Contains(strings.ToLower(d.Copyright), "public domain")
	if year := yearForm.FindString(m.Get("year")); year != "" {
		d.Year, _ = strconv.Atoi(year) // four digits
	}
	if number := strings.Trim(m.Get("ccli"), " #"); ccliForm.MatchString(number) {
		d.CCLISongNumber = number
	}
	if language := strings.TrimSpace(m.Get("language")); languageForm.MatchString(language) {
		d.Language = language
	}
	for _, text := range m.All("scripture") {
		d.Scripture = append(d.Scripture, references(text)...)
	}
	for _, url := range m.All("link") {
		if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
			d.Links = append(d.Links, Link{URL: url})
		}
	}
	d.addSubtitles(m)
	return d
}

var yearForm = regexp.MustCompile(`\b[0-9]{4}\b`)

// addSubtitles reads "Tune: X"; another subtitle is an alias unless it names somebody who made the song.
func (d *Details) addSubtitles(m chart.Metadata) {
	for _, text := range m.All("subtitle") {
		if tune, ok := cutPrefixFold(text, "tune:"); ok {
			keepText(&d.Tune, tune)
			continue
		}
		if !d.namesAuthor(text) {
			d.Aliases = append(d.Aliases, text)
		}
	}
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return strings.TrimSpace(s[len(prefix):]), true
}

func (d *Details) namesAuthor(text string) bool {
	for _, a := range d.Authors {
		if strings.Contains(strings.ToLower(text), strings.ToLower(a.Name)) {
			return true
		}
	}
	return false
}

var roleOf = []struct {
	field string
	role  Role
}{{"lyricist", Words}, {"composer", Music}, {"author", Both}, {"translator", Translation}, {"arranger", Arranger}}

// authorsOf joins who wrote words and music to one. The artist made the song only where nobody else is named.
func authorsOf(m chart.Metadata) []Author {
	var out []Author
	for _, r := range roleOf {
		for _, name := range m.All(r.field) {
			out = addAuthor(out, Author{strings.TrimSpace(name), r.role})
		}
	}
	if len(out) == 0 {
		for _, name := range m.All("artist") {
			out = addAuthor(out, Author{strings.TrimSpace(name), Both})
		}
	}
	return out
}

func addAuthor(list []Author, a Author) []Author {
	for i, b := range list {
		if b.Name == a.Name && (b.Role == Words && a.Role == Music || b.Role == Both && (a.Role == Words || a.Role == Music)) {
			list[i].Role = Both
			return list
		}
	}
	return append(list, a)
}

// Groups of tags that imports fill.
const (
	themeGroup = "theme"
	metreGroup = "metre"
)

func tagsOf(m chart.Metadata) []Tag {
	var out []Tag
	for _, field := range []string{"theme", "topic"} {
		for _, name := range m.All(field) {
			out = append(out, Tag{themeGroup, name})
		}
	}
	for _, name := range m.All("metre") {
		out = append(out, Tag{metreGroup, name})
	}
	for _, name := range m.All("tag") {
		out = append(out, Tag{"", name})
	}
	for _, field := range []string{"tags", "keywords"} {
		for _, list := range m.All(field) {
			for name := range strings.SplitSeq(list, ",") {
				out = append(out, Tag{"", strings.TrimSpace(name)})
			}
		}
	}
	return out
}

// songbooksOf reads {meta: songbook Mission Praise 31}.
func songbooksOf(m chart.Metadata) []Songbook {
	var out []Songbook
	for _, field := range []string{"songbook", "book"} {
		for _, text := range m.All(field) {
			text = strings.TrimSpace(text)
			book, number := text, ""
			if at := strings.LastIndexByte(text, ' '); at > 0 && strings.ContainsAny(text[at:], "0123456789") {
				book, number = strings.TrimRight(text[:at], " #"), strings.TrimLeft(text[at+1:], "#")
			}
			if number == "" {
				number = m.Get("number")
			}
			out = append(out, Songbook{book, number})
		}
	}
	return out
}

// references cuts "Rom 8:14-17, 2Cor 5:1-9; Ps 23:1, 4" where another book begins.
func references(text string) []string {
	var out []string
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' }) {
		piece = strings.TrimSpace(piece)
		switch n := len(out); {
		case piece == "":
		case n > 0 && !strings.ContainsFunc(piece, isLetter):
			out[n-1] += ", " + piece
		default:
			out = append(out, piece)
		}
	}
	return out
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 }
