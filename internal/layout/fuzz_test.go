package layout_test

import (
	"testing"

	"churchmusic/internal/layout"
	"churchmusic/internal/starter"
)

// plain is a font in which every letter is half as wide as it is high.
type plain struct{}

func (plain) Width(text string, face layout.Face, size float64) float64 {
	n := 0
	for range text {
		n++
	}
	return float64(n) * size / 2
}

// FuzzSet: no chart panics, hangs or stands outside its page, and all its words are there.
func FuzzSet(f *testing.F) {
	files, err := starter.Songs()
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files[:8] {
		f.Add(file.Text, uint8(0), uint8(2))
	}
	f.Add("[C][G][D]\n[C]a[G]b[D]c [*a note that is much too long for any row of any page that anybody prints on paper]x", uint8(1), uint8(1))
	f.Add("{sog}\n|: C . . | G7 % :|\n{eog}\n{sot}\ne|--0--|\n{eot}\n{c: box}\n{cb: boxed}\n一二三「四」五。六", uint8(2), uint8(3))
	f.Fuzz(func(t *testing.T, text string, how, columns uint8) {
		if len(text) > 20_000 {
			return
		}
		v := view(text)
		c := layout.Choice{Key: int(how) % max(1, len(v.Keys)), Capo: int(how % 12), WordsOnly: how%5 == 4, WrittenOut: how%7 == 6}
		c.Notation = []layout.Notation{layout.Letters, layout.Nashville, layout.Roman, layout.Solfege}[how%4]
		if len(v.Sequence) > 200 {
			c.WrittenOut = false
		}
		frame := layout.Frame{Width: 520, First: 600, Later: 700}
		sheet := layout.Set(v, c, frame, layout.Want{Columns: int(columns % 4), Size: float64(columns % 20)}, plain{})
		check := sheetCheck{t, "fuzzed", v, c, frame, sheet}
		for i := range sheet.Pages {
			check.inside(i)
		}
	})
}
