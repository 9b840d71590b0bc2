package format

import (
	"strings"

	"churchmusic/internal/music"
)

// tags are what programs and people write before a colon, with the fact that it means.
var tags = map[string]string{
	"title": "title", "song": "title", "titel": "title", "título": "title", "titre": "title", "t": "title",
	"subtitle": "alias", "alternate title": "alias", "aka": "alias", "also known as": "alias", "original title": "alias",
	"artist": "artist", "by": "author", "author": "author", "authors": "author", "written by": "author", "words and music": "author", "writer": "author",
	"writers": "author", "words & music": "author", "words and music by": "author", "words & music by": "author", "autor": "author",
	"songwriter": "author", "songwriters": "author", "text und musik": "author", "text & musik": "author", "letra y música": "author",
	"words": "lyricist", "words by": "lyricist", "lyrics": "lyricist", "lyrics by": "lyricist", "lyricist": "lyricist", "text": "lyricist", "letra": "lyricist",
	"music": "composer", "music by": "composer", "composer": "composer", "composed by": "composer", "musik": "composer", "melodie": "composer", "música": "composer",
	"translator": "translator", "translation": "translator", "translated by": "translator", "deutsch": "translator",
	"arranger": "arranger", "arrangement": "arranger", "arranged by": "arranger", "arr": "arranger", "arr.": "arranger",
	"key": "key", "original key": "key", "key of": "key", "tonart": "key", "tono": "key", "tom": "key", "tonalité": "key",
	"capo": "capo", "kapo": "capo", "kapodaster": "capo",
	"tempo": "tempo", "bpm": "tempo", "time": "time", "time signature": "time", "meter": "time", "takt": "time",
	"duration": "duration", "length": "duration",
	"ccli": "ccli", "ccli #": "ccli", "ccli number": "ccli", "ccli song": "ccli", "ccli song #": "ccli", "ccli song number": "ccli", "ccli no": "ccli",
	"ccli license": "ccli_license", "ccli licence": "ccli_license", "ccli license #": "ccli_license", "license": "ccli_license",
	"copyright": "copyright", "©": "copyright", "publisher": "publisher", "year": "year",
	"topic": "topic", "topics": "topic", "keywords": "topic", "theme": "theme", "themes": "theme", "tag": "tag", "tags": "tag",
	"book": "songbook", "books": "songbook", "songbook": "songbook", "hymnal": "songbook",
	"scripture": "scripture", "scripture reference": "scripture", "bible": "scripture",
	"language": "language", "sprache": "language", "note": "notes", "notes": "notes", "comment": "notes", "comments": "notes", "tuning": "notes",
	"tune": "tune", "hymn tune": "tune", "flow": "flow", "order": "flow", "sequence": "flow", "link": "link", "number": "number", "metre": "metre",
}

// TagName is the fact that a tag means, "" for none.
func TagName(tag string) string {
	return tags[strings.ToLower(strings.Join(strings.Fields(tag), " "))]
}

// PutTag adds what stands behind a tag. Flow and a licence number are not put: the first belongs to the builder, the second to
// the church and not to the song.
func PutTag(f *Facts, l *Losses, line int, fact, text string) {
	text = strings.TrimSpace(text)
	switch fact {
	case "author", "lyricist", "composer", "translator", "arranger", "artist":
		PutPeople(f, fact, text)
	case "ccli":
		Put(f, "ccli", Digits(text))
	case "ccli_license":
		l.Add(line, "The CCLI licence number belongs to the church that printed the file; it was left out.")
	case "topic", "theme", "tag", "songbook":
		PutAll(f, fact, text, ",;")
	case "scripture":
		PutAll(f, fact, text, ";")
	case "tempo":
		putTempo(f, text)
	case "capo":
		PutCapo(f, l, line, text)
	case "key":
		if key, ok := ParseKey(text); ok {
			Put(f, "key", key.String())
		} else {
			l.Add(line, "“"+short(text)+"” is no key; it was kept as a note.")
			Put(f, "notes", "Key: "+text)
		}
	default:
		Put(f, fact, text)
	}
}

// ParseKey reads a key in letters, else in German or fixed-do names; of "G / A" the first.
func ParseKey(text string) (music.Key, bool) {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "/")
	text, _, _ = strings.Cut(text, "(")
	text, _, _ = strings.Cut(text, ",")
	for _, parse := range []func(string) (music.Key, bool){music.ParseKey, music.German.ParseKey, music.Solfege.ParseKey} {
		if key, ok := parse(text); ok {
			return key, true
		}
	}
	return music.Key{}, false
}

func putTempo(f *Facts, text string) {
	if n := leading(text); n != "" {
		Put(f, "tempo", n)
		return
	}
	Put(f, "tempo_mark", text)
}

// PutCapo adds a capo, or says why it does not.
func PutCapo(f *Facts, l *Losses, line int, text string) {
	fret := leading(strings.TrimLeft(strings.ToLower(text), "capo :fret"))
	switch {
	case fret == "0" || text == "":
	case fret == "" || len(fret) > 1 && fret > "11":
		l.Add(line, "“Capo "+short(text)+"” was kept as a note; a capo sits on fret 1 to 11.")
		Put(f, "notes", "Capo: "+text)
	default:
		Put(f, "capo", fret)
	}
}

// leading is the number at the start of a text, "" for none.
func leading(s string) string {
	s = strings.TrimSpace(s)
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 3 {
		return ""
	}
	if digits := strings.TrimLeft(s[:end], "0"); digits != "" || end == 0 {
		return digits
	}
	return "0"
}

// PutPeople adds the names of a list: "Anna Smith, Bert Jones & Carl Lee". "Smith, Anna | Jones, Bert" is turned around.
func PutPeople(f *Facts, role, list string) {
	list = strings.TrimSpace(list)
	if len(list) > 3 && strings.EqualFold(list[:3], "by ") {
		list = list[3:]
	}
	if strings.ContainsAny(list, "|/") {
		for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == '|' || r == '/' || r == ';' }) {
			Put(f, role, turned(name))
		}
		return
	}
	for _, and := range []string{" and ", " & ", " und ", " y ", " et ", ";"} {
		list = strings.ReplaceAll(list, and, ",")
	}
	PutAll(f, role, list, ",")
}

// turned makes "Anna Smith" of "Smith, Anna".
func turned(name string) string {
	last, first, found := strings.Cut(name, ",")
	if !found || strings.Contains(first, ",") {
		return name
	}
	return strings.TrimSpace(first) + " " + strings.TrimSpace(last)
}
