// Package profile knows people as musicians: what they are called and play, and the list of songs that each sings or leads, with
// the key that suits them. Everyone signed in reads; members change their own profile and its list, editors change all.
package profile

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
)

// Kind is what a person mostly does.
type Kind string

// The kinds.
const (
	Leader   Kind = "leader"
	Singer   Kind = "singer"
	Musician Kind = "musician"
)

// Kinds lists the kinds in the order that screens show them.
var Kinds = []Kind{Leader, Singer, Musician}

// Display is how a person likes to read a chart. A zero field means: as the device decides.
type Display struct {
	Notation  string  `json:"notation,omitempty"`
	TextSize  float64 `json:"text_size,omitempty"` // factor of the screen's own size, 0.5 to 4
	Columns   int     `json:"columns,omitempty"`   // 1 to 3
	WordsOnly bool    `json:"words_only,omitempty"`
	Theme     string  `json:"theme,omitempty"`
}

// Details are what a person may change about a profile; revisions keep them whole.
type Details struct {
	Name        string   `json:"name"`
	Kind        Kind     `json:"kind"`
	Instruments []string `json:"instruments"`
	Notes       string   `json:"notes"`
	Display     Display  `json:"display"`
	Colour      string   `json:"colour"` // a hue of 0 to 360 degrees, or empty: then it follows from the name
}

// Profile is a person's musical identity.
type Profile struct {
	ID      string
	Version int64
	Details
	UserID    string // the user whose own profile this is, or empty
	SongCount int    // songs in the list, without those in the trash
	CreatedAt time.Time
	UpdatedAt time.Time
}

// The notations and themes that a Display may name.
var (
	Notations = []string{"letters", "capo", "nashville", "roman", "solfege", "german", "words"}
	Themes    = []string{"system", "light", "dark", "stage"}
)

const (
	mostInstruments = 20
	longestName     = 120
	longestNotes    = 10000
)

// Normalise tidies the details in place and names every field that breaks a rule.
func (d *Details) Normalise() error {
	var wrong fault.Fields
	d.Name = cleanLine(&wrong, "name", d.Name, longestName)
	if d.Name == "" {
		wrong.Add("name", "A person needs a name.")
	}
	if d.Kind == "" {
		d.Kind = Singer
	}
	if !slices.Contains(Kinds, d.Kind) {
		wrong.Add("kind", "Choose leader, singer or musician.")
	}
	d.Notes = cleanText(&wrong, "notes", d.Notes, longestNotes)
	d.normaliseInstruments(&wrong)
	d.checkColour(&wrong)
	d.Display.check(&wrong)
	return wrong.Err()
}

func (d *Details) normaliseInstruments(wrong *fault.Fields) {
	kept := make([]string, 0, len(d.Instruments))
	for _, text := range d.Instruments {
		text = cleanLine(wrong, "instruments", text, longestName)
		if text != "" && !slices.ContainsFunc(kept, func(k string) bool { return fold.Text(k) == fold.Text(text) }) {
			kept = append(kept, text)
		}
	}
	if len(kept) > mostInstruments {
		wrong.Add("instruments", "At most %d instruments, please.", mostInstruments)
	}
	d.Instruments = kept
}

func (d *Details) checkColour(wrong *fault.Fields) {
	d.Colour = strings.TrimSpace(d.Colour)
	if d.Colour == "" {
		return
	}
	if hue, err := strconv.Atoi(d.Colour); err != nil || hue < 0 || hue > 360 {
		wrong.Add("colour", "The colour is a hue from 0 to 360, or empty.")
	}
}

func (d Display) check(wrong *fault.Fields) {
	if d.Notation != "" && !slices.Contains(Notations, d.Notation) {
		wrong.Add("display.notation", "Choose one of: %s.", strings.Join(Notations, ", "))
	}
	if d.Theme != "" && !slices.Contains(Themes, d.Theme) {
		wrong.Add("display.theme", "Choose one of: %s.", strings.Join(Themes, ", "))
	}
	if d.TextSize != 0 && (d.TextSize < 0.5 || d.TextSize > 4) {
		wrong.Add("display.text_size", "The text size is a factor from 0.5 to 4.")
	}
	if d.Columns < 0 || d.Columns > 3 {
		wrong.Add("display.columns", "Choose 1, 2 or 3 columns.")
	}
}

// Equal says whether two details are the same: then nothing needs to be stored.
func (d Details) Equal(o Details) bool {
	return d.Name == o.Name && d.Kind == o.Kind && slices.Equal(d.Instruments, o.Instruments) &&
		d.Notes == o.Notes && d.Display == o.Display && d.Colour == o.Colour
}
