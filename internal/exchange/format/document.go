package format

import (
	"time"

	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// Options say how a song is to be written.
type Options struct {
	Key        string // sounding key; "" for the chart's own
	Semitones  int    // to move by, where Key is ""
	Capo       int    // fret; Keep for the chart's own
	Notation   Notation
	PreferFlat bool     // G♭ before F♯
	Sequence   []string // section ids; nil for the chart's own
	Modified   time.Time
	// PlainRecalls writes {chorus} in ChordPro as {comment: Chorus}, which programs such as OpenLP take the order from.
	PlainRecalls bool
}

// Keep leaves the capo as it is.
const Keep = -1

// Notation is how chords are named.
type Notation string

// The notations.
const (
	Letters   Notation = "letters"
	Nashville Notation = "nashville"
	Roman     Notation = "roman"
	Solfege   Notation = "solfege"
	German    Notation = "german"
)

// Notations lists them for people who have to choose.
var Notations = []Notation{Letters, Nashville, Roman, Solfege, German}

// Document is a song to be written: its facts, and its sections with every chord moved to where it is wanted.
type Document struct {
	Facts   Facts
	Text    string // the ChordPro it was made of
	Options Options
	View    chart.View // in the wanted key

	Sounding music.Key
	HasKey   bool // false when there is not even a chord to guess from
	Guessed  bool
	Capo     int

	chart   *chart.Chart
	repeats map[string]int
}

// NewDocument prepares the ChordPro text of one song for its writers.
func NewDocument(text string, options Options) *Document {
	c := chart.Read(text)
	own := chart.Sounding(c, options.PreferFlat)
	d := &Document{Facts: c.Meta, Text: text, Options: options, chart: c, HasKey: own.Known, Guessed: own.Guessed, Capo: own.Capo}
	if options.Capo != Keep {
		d.Capo = options.Capo
	}
	d.Sounding = d.wanted(own)
	key := ""
	if own.Known && d.Sounding != own.Sounding {
		key = d.Sounding.String()
	}
	d.View = chart.NewView(c, chart.ViewOptions{DefaultKey: key, PreferFlat: options.PreferFlat, Sequence: options.Sequence})
	d.repeats = make(map[string]int, len(c.Sections))
	for i := range c.Sections {
		d.repeats[c.Sections[i].ID] = c.Sections[i].Repeat
	}
	return d
}

// wanted is the key in which the song is to sound.
func (d *Document) wanted(own chart.Keys) music.Key {
	if key, ok := music.ParseKey(d.Options.Key); ok {
		return key.InMode(own.Sounding.Minor).Offered(d.Options.PreferFlat)
	}
	return own.Sounding.Move(d.Options.Semitones, d.Options.PreferFlat)
}

// Moves says whether anything but the chart as it stands is wanted.
func (d *Document) Moves() bool {
	own := chart.Sounding(d.chart, d.Options.PreferFlat)
	return own.Known && d.Sounding != own.Sounding || d.Capo != own.Capo || d.notation() != Letters
}

func (d *Document) notation() Notation {
	if d.Options.Notation == "" {
		return Letters
	}
	return d.Options.Notation
}

// Shapes is the key that a player with the capo thinks in.
func (d *Document) Shapes() music.Key {
	return music.CapoShapes(d.Sounding, d.Capo, d.Options.PreferFlat)
}

// KeyText is the sounding key as text, "" when nobody said one: guesses are not written.
func (d *Document) KeyText(k music.Key) string {
	if !d.HasKey || d.Guessed && d.Options.Key == "" {
		return ""
	}
	return k.String()
}

// Title is the song's title; a file needs one.
func (d *Document) Title() string {
	if title := d.Facts.Get("title"); title != "" {
		return title
	}
	if line := d.chart.FirstLine(); line != "" {
		return line
	}
	return "Untitled"
}

// Repeat is how often a section is played where it stands.
func (d *Document) Repeat(id string) int { return max(1, d.repeats[id]) }

// InTextOrder says whether the song is played as its sections stand in the text, so that no order has to be written.
func (d *Document) InTextOrder() bool {
	at := 0
	for _, s := range d.View.Sections {
		if !sung(s) {
			continue
		}
		if at >= len(d.View.Sequence) || d.View.Sequence[at] != (chart.Step{Section: s.ID, Repeat: 1}) {
			return false
		}
		at++
	}
	return at == len(d.View.Sequence)
}

func sung(s chart.SectionView) bool {
	for _, line := range s.Lines {
		if line.Kind == "lyrics" || line.Kind == "grid" || line.Kind == "tab" {
			return true
		}
	}
	return false
}
