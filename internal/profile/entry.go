package profile

import (
	"time"

	"churchmusic/internal/fault"
	"churchmusic/internal/song"
)

// Status says how well a person knows a song.
type Status string

// The statuses.
const (
	Learning Status = "learning"
	Ready    Status = "ready"
)

// MostCapo is the highest fret for a capo.
const MostCapo = 11

// Entry is what a person notes about one song of the list; revisions keep it whole.
type Entry struct {
	PreferredKey string `json:"preferred_key"` // the sounding key, spelled, or empty
	Capo         int    `json:"capo"`          // fret, 0 to MostCapo
	Notes        string `json:"notes"`
	Favourite    bool   `json:"favourite"`
	Status       Status `json:"status"`
	LastLed      string `json:"last_led"` // local date such as 2026-02-01, or empty
	Position     int    `json:"position"` // place in the list, counted from 1; ties stand in the order of song ids
}

// Row is one song as a profile's list shows it. When InList is false the song is not in the list and the rest is empty.
type Row struct {
	Song    song.Summary
	InList  bool
	Version int64
	Entry
}

// Normalise tidies an entry in place and names every field that breaks a rule.
func (e *Entry) Normalise() error {
	var wrong fault.Fields
	if e.PreferredKey != "" {
		key, ok := song.KeyOf(e.PreferredKey)
		if !ok {
			wrong.Add("preferred_key", "This is not a key. Write it as G, Bb or F#m.")
		}
		e.PreferredKey = key
	}
	if e.Capo < 0 || e.Capo > MostCapo {
		wrong.Add("capo", "The capo is a fret from 0 to %d.", MostCapo)
	}
	e.Notes = cleanText(&wrong, "notes", e.Notes, longestNotes)
	if e.Status == "" {
		e.Status = Ready
	}
	if e.Status != Ready && e.Status != Learning {
		wrong.Add("status", "Choose learning or ready.")
	}
	if _, err := time.Parse(time.DateOnly, e.LastLed); e.LastLed != "" && err != nil {
		wrong.Add("last_led", "Write the date as 2026-02-01.")
	}
	return wrong.Err()
}
