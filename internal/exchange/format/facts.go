package format

import (
	"strings"

	"churchmusic/internal/chart"
)

// Facts are what is known about a song, as ChordPro metadata: an ordered list in which names repeat. The names in use:
//
//	title, alias (and subtitle), lyricist, composer, author (words and music, or nobody knows which), artist, translator,
//	arranger, copyright, publisher, year, ccli (the song number), tune, metre, language, topic, theme, tag, scripture,
//	songbook ("Name" or "Name #12"), notes, link, key (of the written shapes), capo, tempo, time, duration, flow
//
// A name that is not listed is kept and written where a format has room for it.
type Facts = chart.Metadata

// Roles of people, each with the name of its directive.
var Roles = []string{"lyricist", "composer", "author", "translator", "arranger", "artist"}

// Put adds a fact unless it is empty or there already.
func Put(f *Facts, name, text string) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return
	}
	for _, known := range *f {
		if known.Name == name && known.Value == text {
			return
		}
	}
	f.Add(name, text)
}

// PutAll adds each part of a list.
func PutAll(f *Facts, name, list, separators string) {
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		Put(f, name, part)
	}
}

// Songbook joins a book's name and the song's number in it.
func Songbook(book, number string) string {
	book, number = strings.TrimSpace(book), strings.TrimSpace(number)
	switch {
	case number == "":
		return book
	case book == "":
		return "#" + number
	}
	return book + " #" + number
}

// SplitSongbook is the way back; it also reads "Mission Praise 31".
func SplitSongbook(s string) (book, number string) {
	s = strings.TrimSpace(s)
	at := strings.LastIndexByte(s, ' ')
	if last := s[at+1:]; strings.ContainsAny(last, "0123456789") && (at > 0 || strings.HasPrefix(last, "#")) {
		return strings.TrimRight(s[:max(0, at)], " #"), strings.TrimLeft(last, "#")
	}
	return s, ""
}

// Person is somebody who made a part of a song.
type Person struct {
	Name, Role string // the role is one of Roles
}

// People lists who made a song, in order, each once for a role. A name that both wrote the words and composed comes as two.
func People(f Facts) []Person {
	people := make([]Person, 0, 4)
	for _, field := range f {
		if roleNames[field.Name] {
			people = append(people, Person{field.Value, field.Name})
		}
	}
	return people
}

var roleNames = func() map[string]bool {
	set := map[string]bool{}
	for _, r := range Roles {
		set[r] = true
	}
	return set
}()

// Byline names the makers of words and music once each, or whoever else is there.
func Byline(f Facts) []string {
	names := make([]string, 0, 4)
	seen := map[string]bool{}
	for _, makers := range []bool{true, false} {
		for _, p := range People(f) {
			if makers == (p.Role != "translator" && p.Role != "arranger") && !seen[p.Name] {
				seen[p.Name] = true
				names = append(names, p.Name)
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return names
}

// Digits keeps the digits of a CCLI number: "#22025", "A22025".
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Unwritten notes the facts that a format has no room for, by a sentence for each kind of fact.
func Unwritten(l *Losses, f Facts, title string, written ...string) {
	room := map[string]bool{"title": true, "flow": true, "sequence": true, "sorttitle": true, "arrangement": true, "default_key": true, "language": true}
	for _, name := range written {
		room[name] = true
	}
	told := map[string]bool{}
	for _, field := range f {
		if !room[field.Name] && !told[field.Name] {
			told[field.Name] = true
			l.Add(field.Line, title+" has no place for “"+field.Name+"”; it was left out.")
		}
	}
}
