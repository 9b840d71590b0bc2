package csv

import (
	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/format"
)

// chordPro keeps a chart that is ChordPro already, with the facts of the row that it does not name itself on top.
func (a arrangement) chordPro(b *format.Builder) format.Song {
	own := chart.Read(a.chart).Meta
	var missing format.Facts
	for _, f := range b.Facts {
		if own.Get(f.Name) == "" {
			missing.Add(f.Name, f.Value)
		}
	}
	text := chart.Write(&chart.Chart{Meta: missing}) + a.chart
	result, err := chordpro.Format{}.Read(format.Input{Data: []byte(text)})
	if err != nil || len(result.Songs) == 0 {
		return b.Song(format.Input{})
	}
	song := result.Songs[0]
	if len(result.Songs) > 1 {
		b.Losses.Add(a.line, "The chart of this row holds several songs; only the first was taken.")
	}
	song.Losses = append(song.Losses, b.Losses...)
	return song
}
