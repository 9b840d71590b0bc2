package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// The files of testdata, and what is read of them. Run with UPDATE_GOLDEN=1 to write the expectations anew.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil || len(files) < 19 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		if filepath.Ext(file) != ".golden" && filepath.Ext(file) != "" {
			t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
		}
	}
}

func golden(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	result, f, err := Read(format.Input{Name: filepath.Base(file), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	got := picture(t, f, result)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file+".golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file + ".golden")
	if err != nil || got != string(want) {
		t.Errorf("%v; got\n%s\nwant\n%s", err, got, want)
	}
}

func picture(t *testing.T, f format.Format, result format.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d songs\n", f.Name(), result.Encoding, len(result.Songs))
	for _, s := range result.Songs {
		fmt.Fprintf(&b, "\n== %s (%s) %v\n%s", s.Title, s.Arrangement, s.Sequence, s.ChartText)
		for _, other := range s.Others {
			fmt.Fprintf(&b, "-- arrangement %s %v\n%s", other.Name, other.Sequence, other.ChartText)
		}
		for _, l := range s.Losses {
			fmt.Fprintf(&b, "%d: %s\n", l.Line, l.Message)
		}
		checkSong(t, s)
	}
	return b.String()
}

// checkSong asserts what imports rely on: the chart alone plays the sequence.
func checkSong(t *testing.T, s format.Song) {
	t.Helper()
	c := chart.Read(s.ChartText)
	steps, problems := c.Sequence(s.Sequence)
	own, _ := c.Sequence(nil)
	if len(problems) > 0 || fmt.Sprint(steps) != fmt.Sprint(own) {
		t.Errorf("the sequence %v is not what the chart plays, %v (%v)\n%s", s.Sequence, own, problems, s.ChartText)
	}
}
