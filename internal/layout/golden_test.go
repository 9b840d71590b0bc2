package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churchmusic/internal/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

// text is a sheet as text: a line for each run, with its place.
func text(s layout.Sheet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f pt, %d columns, %d wrapped\n", s.Size, s.Columns, s.Wraps)
	styles := map[layout.Style]string{layout.Words: "words", layout.Hyphen: "hyphen", layout.Root: "root", layout.Raised: "raised", layout.Bass: "bass",
		layout.Note: "note", layout.Label: "label", layout.Times: "times", layout.Cue: "cue", layout.Beat: "beat", layout.Tab: "tab"}
	for i, page := range s.Pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		for _, r := range page.Runs {
			fmt.Fprintf(&b, "%7.1f %7.1f %5.2f %-6s %s\n", r.X, r.Y, r.Size, styles[r.Style], r.Text)
		}
		for _, r := range page.Rules {
			fmt.Fprintf(&b, "%7.1f %7.1f rule %.1f × %.1f\n", r.X, r.Y, r.W, r.H)
		}
	}
	return b.String()
}

// TestGolden compares placed lines with testdata/*.golden, set with letters of one width.
func TestGolden(t *testing.T) {
	cases := []struct {
		name, chart string
		choice      layout.Choice
		want        layout.Want
		frame       layout.Frame
	}{
		{"everything", "everything", layout.Choice{}, layout.Want{}, a4},
		{"nashville-one-column", "everything", layout.Choice{Notation: layout.Nashville}, layout.Want{Columns: 1}, letter},
		{"words-only", "everything", layout.Choice{WordsOnly: true}, layout.Want{}, a4},
		{"written-out", "everything", layout.Choice{WrittenOut: true}, layout.Want{Columns: 1, Size: 18, Least: 16}, a4},
		{"long-section", "long", layout.Choice{}, layout.Want{Columns: 2}, layout.Frame{Width: 520, First: 200, Later: 260}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			source, err := os.ReadFile(filepath.Join("testdata", c.chart+".cho"))
			if err != nil {
				t.Fatal(err)
			}
			v := view(string(source))
			c.choice.Key = layout.SoundingIndex(v)
			got := text(layout.Set(v, c.choice, c.frame, c.want, plain{}))
			file := filepath.Join("testdata", c.name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the places have changed; look at them and run the test with -update.\n%s", firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	return "one is longer"
}
