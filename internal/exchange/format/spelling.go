package format

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// column is the place of a key in the spellings of the view.
func (d *Document) column(k music.Key) int {
	offered := music.Offered(d.Sounding.Minor, d.Options.PreferFlat)
	for i, o := range offered {
		if o == k {
			return i
		}
	}
	for i, o := range offered {
		if o.Pitch() == k.Pitch() {
			return i
		}
	}
	return 0
}

// Chords gives the chords of the view by index, as text: for the sounding key (concert), or as the shapes of a player with the
// capo.
func (d *Document) Chords(concert bool) []string {
	column := d.columnFor(concert)
	names := make([]string, len(d.View.Chords))
	for i := range d.View.Chords {
		names[i] = d.chord(&d.View.Chords[i], column)
	}
	return names
}

func (d *Document) columnFor(concert bool) int {
	if concert {
		return d.column(d.Sounding)
	}
	return d.column(d.Shapes())
}

// Parts cuts a chord of the view into root, quality, extension and bass, in the notation and key that Chords gives.
func (d *Document) Parts(chord int, concert bool) music.Parts {
	c, column := &d.View.Chords[chord], d.columnFor(concert)
	switch d.notation() {
	case Nashville:
		return c.Nashville
	case Roman:
		return c.Roman
	case Solfege:
		return c.Solfege[column]
	case German:
		return c.German[column]
	}
	return c.Letters[column]
}

func (d *Document) chord(c *chart.ChordView, column int) string {
	if !c.Known {
		return c.Source
	}
	switch d.notation() {
	case Nashville:
		return Number(c.Nashville)
	case Roman:
		return c.Roman.Text()
	case Solfege:
		return c.Solfege[column].Text()
	case German:
		return c.German[column].Text()
	}
	return letters(c.Source, c.Letters[column])
}

// Number writes a chord as a Nashville number: the digits of its extension are raised, for "57" is no five with a seventh.
func Number(p music.Parts) string {
	p[2] = raised.Replace(p[2])
	return p.Text()
}

var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// letters spells a moved chord in ASCII, with its suffix as it was typed.
func letters(source string, moved music.Parts) string {
	chord, ok := music.ParseChord(source)
	if !ok {
		chord, ok = music.German.ParseChord(source)
	}
	if !ok || chord.Silent || chord.Single {
		return ascii.Replace(moved.Text())
	}
	chord.Root, chord.Bass = note(strings.TrimPrefix(moved[0], "(")), note(strings.TrimSuffix(moved[3], ")"))
	return chord.String()
}

func note(name string) music.Note {
	n, _, _ := music.ParseNote(name)
	return n
}

var ascii = strings.NewReplacer("♭", "b", "♯", "#")

// Steps is the order of the song with repeats written out, by section id.
func (d *Document) Steps() []string {
	ids := make([]string, 0, len(d.View.Sequence))
	for _, step := range d.View.Sequence {
		for range min(step.Repeat, longestSequence) {
			ids = append(ids, step.Section)
		}
	}
	return ids
}

// Cue is a label with its repeats: "Chorus (x2)".
func (d *Document) Cue(s *chart.SectionView) string {
	if n := d.Repeat(s.ID); n > 1 {
		return s.Label + " (x" + strconv.Itoa(n) + ")"
	}
	return s.Label
}
