// Package csv reads and writes tables of songs with Planning Center's columns, and a few of our own.
package csv

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

// Format is a table of songs.
type Format struct{}

// Name is "csv".
func (Format) Name() string { return "csv" }

// Title names the format for people.
func (Format) Title() string { return "Table (CSV)" }

// Extensions of tables.
func (Format) Extensions() []string { return []string{".csv", ".tsv"} }

const mostRows = 50_000

// facts are the columns with the facts that they hold; arrangements have columns of their own.
var facts = map[string]string{
	"title": "title", "song": "title", "name": "title", "titel": "title", "título": "title", "titre": "title", "titolo": "title", "aliases": "alias", "alternate titles": "alias", "author": "author", "authors": "author", "artist": "artist",
	"words": "lyricist", "music": "composer", "translator": "translator", "arranger": "arranger", "copyright": "copyright",
	"ccli": "ccli", "ccli #": "ccli", "ccli number": "ccli", "ccli song number": "ccli", "themes": "theme", "topics": "topic", "tags": "tag", "notes": "notes",
	"scripture": "scripture", "songbooks": "songbook", "language": "language", "year": "year", "tune": "tune", "publisher": "publisher", "admin": "publisher",
	"key": "key", "capo": "capo", "bpm": "tempo", "tempo": "tempo", "meter": "time", "time signature": "time", "length": "duration",
}

// Detect looks for a heading with a title and something else that songs have.
func (f Format) Detect(name, head string) format.Confidence {
	line, _, _ := strings.Cut(head, "\n")
	separator := separatorOf(line)
	known, title := 0, false
	for _, cell := range strings.Split(line, string(separator)) {
		column := columnName(cell)
		title = title || facts[column] == "title"
		if facts[column] != "" || strings.HasPrefix(column, "arrangement 1") || chartColumns[column] {
			known++
		}
	}
	switch {
	case title && known > 2:
		return format.Sure
	case title && known > 1 && format.HasExtension(name, f.Extensions()...):
		return format.Sure
	case title && format.HasExtension(name, f.Extensions()...):
		return format.Likely
	}
	return format.No
}

func columnName(cell string) string {
	return strings.ToLower(strings.Trim(strings.TrimSpace(cell), "\"\ufeff"))
}

// separatorOf finds what parts the cells of the heading.
func separatorOf(line string) rune {
	best, most := ',', 0
	for _, r := range ",;\t" {
		if n := strings.Count(line, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

// Read gives a song for each row. Further arrangements of a row come with the song.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestBook)
	if err != nil {
		return format.Result{}, err
	}
	line, _, _ := strings.Cut(text.Text, "\n")
	r := csv.NewReader(strings.NewReader(text.Text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = separatorOf(line), true, -1, true
	heading, err := r.Read()
	if err != nil {
		return format.Result{}, format.Empty()
	}
	t := newTable(heading)
	if t.title < 0 {
		return format.Result{}, fault.New(fault.Invalid, "The table has no column “Title”.")
	}
	result := format.Result{Original: text.Text, Encoding: text.Encoding}
	for len(result.Songs) < mostRows {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return result, fault.New(fault.Invalid, "The table is broken after %d songs.", len(result.Songs)).Because(err)
		}
		line, _ := r.FieldPos(0)
		if song, ok := t.song(row, line); ok {
			result.Songs = append(result.Songs, song)
		}
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}
