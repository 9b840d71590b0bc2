package sounding

import (
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

const head = "{title: x}\n{key: E}\n{capo: 2}\n\n"

func TestSongsSoundAsTheirProgramSays(t *testing.T) {
	for name, c := range map[string]struct{ text, first, sounding string }{
		"chords as they sound": {head + "[E]one [A]two [B7]three [E]four\n", "[D]one", "E"},
		"chords as shapes":     {head + "[D]one [G]two [A7]three [D]four\n", "[D]one", "E"},
		"no chords":            {head + "one\n", "one", "E"},
		"no capo":              {"{key: E}\n[E]one\n", "[E]one", "E"},
		"no key":               {"{capo: 2}\n[D]one\n", "[D]one", "E"},
		"minor":                {"{key: Bm}\n{capo: 2}\n[Bm]one [Em]two [F#7]three [Bm]four\n", "[Am]one", "Bm"},
	} {
		song := format.Song{ChartText: c.text}
		Capo(&song, "X")
		keys := chart.Sounding(chart.Read(song.ChartText), false)
		if !strings.Contains(song.ChartText, c.first) || keys.Known && keys.Sounding.String() != c.sounding {
			t.Errorf("%s: sounds in %s\n%s", name, keys.Sounding, song.ChartText)
		}
		changed := strings.Contains(name, "chords as") || name == "minor" || name == "no chords"
		if changed != (len(song.Losses) == 1) {
			t.Errorf("%s: %v", name, song.Losses)
		}
	}
}

func TestTextsAreBelievedUnlessTheChordsSayOtherwise(t *testing.T) {
	for text, key := range map[string]string{head + "[E]one [A]two [E]three\n": "E", head + "[D]one [G]two [D]three\n": "D", head + "one\n": "E"} {
		song := format.Song{ChartText: text}
		Evident(&song, "X")
		if got := chart.Read(song.ChartText).Meta.Get("key"); got != key {
			t.Errorf("the key is %s, want %s\n%s", got, key, song.ChartText)
		}
	}
}

func TestMove(t *testing.T) {
	song := format.Song{ChartText: "{key: G}\n[G]a [D7/F#]b\n"}
	Move(&song, 3)
	if song.ChartText != "{key: Bb}\n[Bb]a [F7/A]b\n" {
		t.Error(song.ChartText)
	}
}
