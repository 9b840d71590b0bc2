package csv

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/format"
)

// columns are written in this order: Planning Center's own, and ours, which it does not mind.
var columns = []string{"Title", "CCLI", "Author", "Copyright", "Themes", "Notes", "Aliases", "Translator", "Arranger", "Year", "Tune", "Language", "Scripture", "Songbooks", "Tags",
	"Capo", "Meter", "Arrangement 1 Name", "Arrangement 1 BPM", "Arrangement 1 Length", "Arrangement 1 Keys", "Arrangement 1 Chord Chart", "Arrangement 1 Chord Chart Key"}

// Write gives a table with one song.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	return WriteAll([]*format.Document{doc})
}

// WriteAll gives a table with a row for each song. The chart is ChordPro, as it stands.
func WriteAll(docs []*format.Document) ([]byte, []format.Loss, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write(columns); err != nil {
		return nil, nil, err
	}
	for _, doc := range docs {
		if err := w.Write(row(doc)); err != nil {
			return nil, nil, err
		}
	}
	w.Flush()
	return b.Bytes(), nil, w.Error()
}

func row(doc *format.Document) []string {
	f := doc.Facts
	all := func(separator string, names ...string) string {
		var values []string
		for _, name := range names {
			values = append(values, f.All(name)...)
		}
		return strings.Join(values, separator)
	}
	bpm, capo := "", ""
	if n := f.Tempo(); n > 0 {
		bpm = strconv.Itoa(n)
	}
	if n := f.Capo(); n > 0 {
		capo = strconv.Itoa(n)
	}
	cells := []string{doc.Title(), f.Get("ccli"), strings.Join(format.Byline(f), ", "), all("; ", "copyright"), all("; ", "theme", "topic"), all("; ", "notes"),
		all("; ", "alias"), all(", ", "translator"), all(", ", "arranger"), f.Get("year"), f.Get("tune"), f.Get("language"), all("; ", "scripture"),
		all("; ", "songbook"), all("; ", "tag"), capo, f.Meter(), "Standard", bpm, f.Get("duration"), f.Get("key"), doc.Text, f.Get("key")}
	for i := range cells {
		cells[i] = defused(cells[i])
	}
	return cells
}

// defused keeps a spreadsheet from running a cell as a formula.
func defused(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
