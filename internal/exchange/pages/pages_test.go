package pages

import (
	"strings"
	"testing"

	"churchmusic/internal/exchange/format"
)

func song(title string, paragraphs ...string) format.Song {
	b := &format.Builder{}
	format.Put(&b.Facts, "title", title)
	var all [][]string
	for _, p := range paragraphs {
		all = append(all, strings.Split(p, "\n"))
	}
	Song(b, all)
	return b.Song(format.Input{})
}

func TestNumbersAreVerses(t *testing.T) {
	s := song("Grace", "1. Amazing grace\nhow sweet", "My chains\nare gone", "2\nTwas grace\nthat taught", "My chains\nare gone", "CCLI Song # 22025\n© 1779 Somebody")
	for _, want := range []string{"{start_of_verse: Verse 1}\nAmazing grace\nhow sweet", "{start_of_verse: Verse 2}\nTwas grace", "ccli 22025", "{copyright: © 1779 Somebody}"} {
		if !strings.Contains(s.ChartText, want) {
			t.Errorf("no %q in\n%s", want, s.ChartText)
		}
	}
}

func TestRepeatedIsTheChorus(t *testing.T) {
	s := song("Grace", "Amazing grace\nhow sweet", "My chains\nare gone", "Twas grace\nthat taught", "My chains\nare gone")
	if !strings.Contains(s.ChartText, "{start_of_chorus: Chorus}\nMy chains") || len(s.Sequence) != 4 {
		t.Errorf("%v\n%s", s.Sequence, s.ChartText)
	}
}

func TestChordsAboveWords(t *testing.T) {
	s := song("Grace", "Verse 1\nG       D\nAmazing grace")
	if !strings.Contains(s.ChartText, "[G]Amazing [D]grace") {
		t.Errorf("%s", s.ChartText)
	}
}
