package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
	"churchmusic/internal/pdf"
	"churchmusic/internal/starter"
)

var (
	a4     = layout.Frame{Width: 521.6, First: 660, Later: 740}
	letter = layout.Frame{Width: 538.3, First: 610, Later: 690}
)

func view(text string) *chart.View {
	v := chart.NewView(chart.Read(text), chart.ViewOptions{})
	return &v
}

func starters(t testing.TB) map[string]*chart.View {
	t.Helper()
	files, err := starter.Songs()
	if err != nil {
		t.Fatal(err)
	}
	views := map[string]*chart.View{}
	for _, f := range files {
		views[strings.TrimSuffix(f.Name, ".cho")] = view(f.Text)
	}
	return views
}

// wishes are the ways in which people print.
func wishes(v *chart.View) []struct {
	choice layout.Choice
	want   layout.Want
	frame  layout.Frame
} {
	own := layout.SoundingIndex(v)
	return []struct {
		choice layout.Choice
		want   layout.Want
		frame  layout.Frame
	}{
		{layout.Choice{Key: own}, layout.Want{}, a4},
		{layout.Choice{Key: own}, layout.Want{}, letter},
		{layout.Choice{Key: (own + 6) % len(v.Keys), Capo: 3}, layout.Want{Columns: 3}, a4},
		{layout.Choice{Key: own, Notation: layout.Nashville}, layout.Want{Columns: 1}, letter},
		{layout.Choice{Key: (own + 1) % len(v.Keys), Notation: layout.Solfege}, layout.Want{Columns: 2, Size: 14}, a4},
		{layout.Choice{Key: own, Notation: layout.Roman, WrittenOut: true}, layout.Want{Columns: 1, Size: 18, Least: 16}, a4},
		{layout.Choice{Key: own, WordsOnly: true}, layout.Want{}, a4},
		{layout.Choice{Key: own, Notation: layout.German}, layout.Want{Columns: 2, Size: 24}, letter},
	}
}

func TestStarterSongsStandRight(t *testing.T) {
	fonts := pdf.NewFonts()
	for name, v := range starters(t) {
		for i, w := range wishes(v) {
			sheet := layout.Set(v, w.choice, w.frame, w.want, fonts)
			sheetCheck{t, fmt.Sprintf("%s, wish %d", name, i), v, w.choice, w.frame, sheet}.all()
		}
	}
}

func TestStarterSongsFitOnePage(t *testing.T) {
	fonts := pdf.NewFonts()
	long := 0
	for name, v := range starters(t) {
		sheet := layout.Set(v, layout.Choice{Key: layout.SoundingIndex(v)}, a4, layout.Want{}, fonts)
		if sheet.Size < layout.SmallestFit {
			t.Errorf("%s is set in %.2f points: print never goes below 10", name, sheet.Size)
		}
		if len(sheet.Pages) > 1 {
			long++
		}
		for _, page := range sheet.Pages {
			for _, r := range page.Runs {
				if strings.HasSuffix(r.Text, " goes on") {
					t.Errorf("%s: a section is parted that a column could hold", name)
				}
			}
		}
	}
	if long > 2 {
		t.Errorf("%d starter songs need two pages", long)
	}
}

// TestWritingOutHasAnEnd: a long section named very often is not written out.
func TestWritingOutHasAnEnd(t *testing.T) {
	text := "{title: Bomb}\n{flow: " + strings.Repeat("V1 C1 ", 3000) + "}\n{sov: Verse 1}\n" + strings.Repeat("[G]line\n", 500) + "{eov}\n{soc: Chorus 1}\nend\n{eoc}\n"
	v := view(text)
	if len(v.Sequence) < 1000 {
		t.Fatalf("the sequence has %d steps", len(v.Sequence))
	}
	if n := len(layout.Sections(v, layout.Choice{WrittenOut: true})); n != 2 {
		t.Errorf("%d sections are written out", n)
	}
}
