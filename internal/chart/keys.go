package chart

import (
	"fmt"

	"churchmusic/internal/music"
)

// Keys says in which key a chart stands and how that is known.
type Keys struct {
	Written  music.Key // of the shapes as written
	Sounding music.Key // written, moved by {transpose} and the capo
	Capo     int
	Guessed  bool // the chart names no key
	Known    bool // false when there is not even a chord to guess from
	Reason   string
}

// Sounding finds the key of a chart: {key} names the written shapes, and a capo makes
// them sound higher. Without {key} it is guessed and says so. preferFlat chooses G♭
// over F♯ where a capo leaves both open.
func Sounding(c *Chart, preferFlat bool) Keys {
	first := c.firstRegion()
	k := Keys{Capo: c.Meta.Capo(), Known: true}
	if first.hasKey {
		k.Written, k.Reason = first.key, "As written in the chart"
	} else {
		k.Written, k.Reason, k.Known = music.GuessKey(c.playedChords())
		k.Guessed = true
	}
	shapes := k.Written.Move(first.transpose, preferFlat)
	k.Sounding = shapes.Move(k.Capo, preferFlat)
	if k.Capo > 0 && k.Known {
		k.Reason += fmt.Sprintf("; %s shapes with capo %d sound in %s", shapes.Text(), k.Capo, k.Sounding.Text())
	}
	return k
}

// firstRegion is the one in which the first chord stands, or the last one before the
// end of a chart without chords.
func (c *Chart) firstRegion() region {
	for i := range c.Sections {
		for j := range c.Sections[i].Lines {
			line := &c.Sections[i].Lines[j]
			if line.isContent() && !c.Sections[i].Hidden {
				return c.regions[line.region]
			}
		}
	}
	if len(c.regions) == 0 {
		return region{}
	}
	return c.regions[len(c.regions)-1]
}

// playedChords are the chords that are known, in the order of the text.
func (c *Chart) playedChords() []music.Chord {
	chords := make([]music.Chord, 0, 64)
	c.eachChord(func(text string, _ int) {
		if s := c.chords[text]; s.kind == known {
			chords = append(chords, s.chord)
		}
	})
	return chords
}

// eachChord visits every chord of the sections that are not hidden.
func (c *Chart) eachChord(visit func(text string, region int)) {
	for i := range c.Sections {
		if c.Sections[i].Hidden {
			continue
		}
		for j := range c.Sections[i].Lines {
			line := &c.Sections[i].Lines[j]
			for k := range line.Parts {
				if line.Parts[k].Chord != "" {
					visit(line.Parts[k].Chord, line.region)
				}
			}
			for k := range line.Cells {
				if line.Cells[k].Chord != "" {
					visit(line.Cells[k].Chord, line.region)
				}
			}
		}
	}
}
