package exchange

import (
	"os"
	"path/filepath"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/csv"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/onsong"
	"churchmusic/internal/exchange/openlyrics"
	"churchmusic/internal/exchange/opensong"
	"churchmusic/internal/exchange/overlyrics"
	"churchmusic/internal/exchange/songselect"
	"churchmusic/internal/fault"
)

func FuzzText(f *testing.F)       { fuzz(f, overlyrics.Text{}, "*.txt") }
func FuzzOnSong(f *testing.F)     { fuzz(f, onsong.Format{}, "*.onsong") }
func FuzzOpenSong(f *testing.F)   { fuzz(f, opensong.Format{}, "*.opensong", "grouped.xml") }
func FuzzOpenLyrics(f *testing.F) { fuzz(f, openlyrics.Format{}, "version*.xml") }
func FuzzSongSelect(f *testing.F) {
	fuzz(f, songselect.Format{}, "*.songselect", "*.usr", "*.chordpro")
}
func FuzzCSV(f *testing.F)      { fuzz(f, csv.Format{}, "*.csv") }
func FuzzChordPro(f *testing.F) { fuzz(f, chordpro.Format{}, "*.cho", "written/*.cho") }

func fuzz(f *testing.F, reader format.Format, patterns ...string) {
	for _, pattern := range patterns {
		files, err := filepath.Glob("testdata/" + pattern)
		if err != nil || len(files) == 0 {
			f.Fatal("no files for ", pattern)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		result, err := reader.Read(format.Input{Name: "song", Data: data})
		if err != nil {
			if fault.KindOf(err) != fault.Invalid {
				t.Fatalf("%v is no fault of the file", err)
			}
			return
		}
		Candidates(format.Input{Data: data})
		for _, s := range result.Songs {
			checkRead(t, reader, s)
		}
	})
}

// checkRead asserts that what was read can be played, written in every format, and read again.
func checkRead(t *testing.T, reader format.Format, s format.Song) {
	if s.ChartText == "" && reader.Name() != "csv" {
		t.Fatal("a song without a text")
	}
	for _, problem := range chart.Read(s.ChartText).Problems {
		if reader.Name() != "chordpro" && reader.Name() != "csv" && problem.Fix == "Put {start_of_verse} where the section begins" {
			t.Fatalf("%s: %v\n%s", reader.Name(), problem, s.ChartText)
		}
	}
	if reader.Name() != "chordpro" && reader.Name() != "csv" {
		checkSong(t, s)
	}
	// One way of writing for each text keeps the fuzzing quick.
	ways := []format.Options{{Capo: format.Keep}, {Key: "Gb", Capo: 3}, {Semitones: -5, Capo: 0, Notation: format.German}}
	writers := Writers()
	n := len(s.ChartText)
	w := writers[n/len(ways)%len(writers)]
	data, _, err := w.Write(format.NewDocument(s.ChartText, ways[n%len(ways)]))
	if err != nil {
		t.Fatalf("%s: %v", w.Name(), err)
	}
	if _, err := w.Read(format.Input{Data: data}); err != nil && fault.KindOf(err) != fault.Invalid {
		t.Fatalf("%s reads its own file: %v", w.Name(), err)
	}
}
