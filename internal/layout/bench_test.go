package layout_test

import (
	"strings"
	"testing"

	"churchmusic/internal/layout"
	"churchmusic/internal/pdf"
)

// song is a song of about sixty lines.
func song(lines int) string {
	var b strings.Builder
	b.WriteString("{title: Long song}\n{key: G}\n")
	for i := range lines {
		if i%4 == 0 {
			b.WriteString("\n{start_of_verse}\n")
		}
		b.WriteString("A[G]mazing grace, how [G7]sweet the [C]sound that [D7]saved a wretch like [Em]me\n")
		if i%4 == 3 {
			b.WriteString("{end_of_verse}\n")
		}
	}
	return b.String()
}

func BenchmarkSet(b *testing.B) {
	fonts := pdf.NewFonts()
	for _, size := range []struct {
		name  string
		lines int
	}{{"60 lines", 60}, {"1k lines", 1000}, {"2k lines", 2000}, {"4k lines", 4000}} {
		v := view(song(size.lines))
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layout.Set(v, layout.Choice{}, a4, layout.Want{Columns: 2}, fonts)
			}
		})
	}
}
