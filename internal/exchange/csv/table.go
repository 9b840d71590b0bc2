package csv

import (
	"strconv"
	"strings"

	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
)

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
