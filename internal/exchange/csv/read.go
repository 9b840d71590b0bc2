// Package csv reads and writes tables of songs with Planning Center's columns, and a few of our own.
package csv

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
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

// table knows what each column holds.
type table struct {
	names  []string
	title  int
	groups []map[string]int // of each arrangement: its columns by name
}

var chartColumns = map[string]bool{"chart": true, "chordpro": true, "lyrics": true, "text": true, "letra": true, "paroles": true, "chord chart": true, "words and chords": true}

func newTable(heading []string) *table {
	t := &table{title: -1, names: make([]string, len(heading))}
	groups := map[int]map[string]int{}
	for i, cell := range heading {
		name := columnName(cell)
		t.names[i] = name
		if facts[name] == "title" && t.title < 0 {
			t.title = i
		}
		if n, column, ok := arrangementColumn(name); ok {
			if groups[n] == nil {
				groups[n] = map[string]int{}
			}
			groups[n][column] = i
		}
	}
	for n := 0; n <= 20; n++ {
		if groups[n] != nil {
			t.groups = append(t.groups, groups[n])
		}
	}
	return t
}

// arrangementColumn parts "arrangement 2 chord chart"; a plain chart column is arrangement 0.
func arrangementColumn(name string) (int, string, bool) {
	if chartColumns[name] {
		return 0, "chord chart", true
	}
	rest, found := strings.CutPrefix(name, "arrangement ")
	digits, column, spaced := strings.Cut(rest, " ")
	n, err := strconv.Atoi(digits)
	return n, column, found && spaced && err == nil && n > 0 && n <= 20
}

// song makes the song of a row; rows without a title and without a chart are none.
func (t *table) song(row []string, line int) (format.Song, bool) {
	var f format.Facts
	var losses format.Losses
	for i, cell := range row {
		if i >= len(t.names) || strings.TrimSpace(cell) == "" {
			continue
		}
		cell = plain(cell)
		name := t.names[i]
		_, _, isArrangement := arrangementColumn(name)
		switch fact := facts[name]; {
		case isArrangement:
		case fact == "alias" || fact == "notes":
			format.PutAll(&f, fact, cell, ";\n")
		case fact == "author":
			format.PutPeople(&f, fact, cell)
		case fact != "":
			format.PutTag(&f, &losses, line, fact, cell)
		case strings.HasPrefix(name, "song tag"):
			format.Put(&f, "tag", cell)
		case name != "id" && !strings.HasPrefix(name, "last scheduled"):
			losses.Add(line, "The column “"+name+"” has no place here; it was left out.")
		}
	}
	charts := t.arrangements(row, line)
	if len(charts) == 0 && f.Get("title") == "" {
		return format.Song{}, false
	}
	if len(charts) == 0 {
		charts = []arrangement{{}}
	}
	song := charts[0].song(f, losses)
	for _, a := range charts[1:] {
		other := a.song(f, nil)
		song.Others = append(song.Others, format.Arrangement{Name: a.name, ChartText: other.ChartText, Sequence: other.Sequence})
		song.Losses = append(song.Losses, other.Losses...)
	}
	song.Arrangement = charts[0].name
	return song, true
}

type arrangement struct {
	name, bpm, length, notes, keys, chart, chartKey string
	line                                            int
}

func (t *table) arrangements(row []string, line int) []arrangement {
	list := make([]arrangement, 0, 1)
	for _, columns := range t.groups {
		cell := func(name string) string {
			if at, ok := columns[name]; ok && at < len(row) {
				return strings.TrimRight(plain(row[at]), " \n")
			}
			return ""
		}
		a := arrangement{name: cell("name"), bpm: cell("bpm"), length: cell("length"), notes: cell("notes"), keys: cell("keys"), chart: cell("chord chart"),
			chartKey: cell("chord chart key"), line: line}
		if a.chart+a.name+a.bpm+a.keys+a.notes != "" {
			list = append(list, a)
		}
	}
	return list
}

// plain takes off the sign that keeps a spreadsheet from running a cell as a formula.
func plain(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@\t\r", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// song reads the chart, which is ChordPro or chords over lyrics.
func (a arrangement) song(f format.Facts, losses format.Losses) format.Song {
	b := format.Builder{Facts: append(format.Facts{}, f...), Losses: losses}
	if strings.Trim(a.bpm, "0.") != "" {
		format.PutTag(&b.Facts, &b.Losses, a.line, "tempo", a.bpm)
	}
	if strings.Trim(a.length, "0:") != "" {
		format.Put(&b.Facts, "duration", a.length)
	}
	if a.notes != "" {
		format.Put(&b.Facts, "notes", a.notes)
	}
	if key := a.key(); key != "" && b.Facts.Get("key") == "" {
		format.PutTag(&b.Facts, &b.Losses, a.line, "key", key)
	}
	if (chordpro.Format{}).Detect("", a.chart) == format.Sure {
		return a.chordPro(&b)
	}
	header := func([]string, *format.Builder) int { return 0 }
	overlyrics.Dialect{Header: header}.Song(strings.Split(a.chart, "\n"), &b)
	return b.Song(format.Input{})
}

func (a arrangement) key() string {
	if a.chartKey != "" {
		return a.chartKey
	}
	first, _, _ := strings.Cut(a.keys, ",")
	return first
}
