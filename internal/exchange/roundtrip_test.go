package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churchmusic/internal/exchange/format"
)

// comes is a song as it must come back from a format: its sections, words, chords and order.
type comes struct {
	sections, words, chords, order []string
}

// songsOfTheHouse are the hymns that the program ships, and the files that test the ways of charts.
func songsOfTheHouse(t testing.TB) []string {
	hymns, _ := filepath.Glob("../starter/songs/*.cho")
	charts, _ := filepath.Glob("testdata/written/*.cho")
	if len(hymns) < 40 || len(charts) == 0 {
		t.Fatal("no songs")
	}
	return append(hymns, charts...)
}

func TestEveryFormatGivesBackWhatWasWritten(t *testing.T) {
	for _, w := range Writers() {
		t.Run(w.Name(), func(t *testing.T) {
			for _, file := range songsOfTheHouse(t) {
				roundTrip(t, w, file)
			}
		})
	}
}

func roundTrip(t *testing.T, w format.Writer, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := format.NewDocument(string(text), format.Options{Capo: format.Keep})
	data, _, err := w.Write(doc)
	if err != nil {
		t.Fatal(file, err)
	}
	result, f, err := Read(format.Input{Data: data})
	if err != nil || len(result.Songs) != 1 {
		t.Fatalf("%s: %d songs, %v\n%s", file, len(result.Songs), err, data)
	}
	if f.Name() != w.Name() && w.Name() != "words" {
		t.Errorf("%s: what was written as %s is read as %s", file, w.Name(), f.Name())
	}
	checkSong(t, result.Songs[0])
	want, got := look(doc, w.Name()), look(format.NewDocument(result.Songs[0].ChartText, format.Options{Capo: format.Keep}), w.Name())
	if got.title() != want.title() || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s by %s: got\n%v\nwant\n%v\n%s\n%s", file, w.Name(), got, want, data, result.Songs[0].ChartText)
	}
}

func (c comes) title() string { return c.order[0] }

func look(doc *format.Document, name string) comes {
	c := comes{order: []string{doc.Title()}}
	names := doc.Chords(true)
	place := map[string]string{}
	for i := range doc.View.Sections {
		s := &doc.View.Sections[i]
		if !format.Sung(s) {
			continue
		}
		place[s.ID] = fmt.Sprint(len(c.sections))
		c.sections = append(c.sections, string(s.Type))
		for _, l := range s.Lines {
			words, chords := "", ""
			for _, p := range l.Parts {
				words += p.Text
				if p.Chord != nil {
					chords += "[" + names[*p.Chord] + "]"
				}
				chords += strings.ReplaceAll(p.Text, " ", "")
			}
			if words = strings.Join(strings.Fields(words), " "); words != "" {
				c.words = append(c.words, words)
			}
			if name != "words" && chords != "" {
				c.chords = append(c.chords, chords)
			}
		}
	}
	for _, id := range doc.Steps() {
		c.order = append(c.order, place[id])
	}
	return c
}
