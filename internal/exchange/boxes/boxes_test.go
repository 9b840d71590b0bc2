package boxes

import (
	"reflect"
	"strings"
	"testing"

	"churchmusic/internal/exchange/format"
)

func TestLinesPlaceChordsByPosition(t *testing.T) {
	got := Lines("Amazing grace\n\nhow sweet 𝄞 the sound", []Mark{{8, "G"}, {0, "D"}, {28, "A7"}, {15, "D/F#"}, {99, "G"}})
	want := []string{"[D]Amazing [G]grace", "[D/F#]how sweet 𝄞 [A7]the sound[G]"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadingOrder(t *testing.T) {
	boxes := []Box{{Y: 9, Text: "three"}, {X: 5, Y: 1, Text: "two"}, {Y: 5, Text: " "}, {X: 1, Y: 1, Text: "one"}}
	var got []string
	for _, b := range Sorted(boxes) {
		got = append(got, b.Text)
	}
	if strings.Join(got, " ") != "one two three" {
		t.Errorf("got %q", got)
	}
}

func read(groups []Group) (format.Song, *format.Builder) {
	b := &format.Builder{}
	Sections(b, "Test", groups)
	b.Facts.Add("title", "Song")
	return b.Song(format.Input{}), b
}

func TestTranslationBecomesComments(t *testing.T) {
	slide := func(words, other string) Slide {
		return Slide{Boxes: []Box{{Name: "Original", Y: 1, Text: words}, {Name: "Deutsch", Y: 2, Text: other}}}
	}
	song, _ := read([]Group{{Name: "Verse 1", ID: "a", Slides: []Slide{slide("Holy, holy", "Heilig, heilig"), slide("Lord God", "Herr Gott")}}})
	want := "{start_of_verse: Verse 1}\nHoly, holy\n{comment_italic: Heilig, heilig}\nLord God\n{comment_italic: Herr Gott}\n{end_of_verse}"
	if !strings.Contains(song.ChartText, want) || len(song.Losses) != 1 {
		t.Errorf("got %s\n%v", song.ChartText, song.Losses)
	}
}

func TestLabelsOnSlides(t *testing.T) {
	song, _ := read([]Group{{Slides: []Slide{
		{Label: "Verse 1", Boxes: []Box{{Text: "one"}}}, {Boxes: []Box{{Text: "two"}}},
		{Boxes: []Box{{Text: "Chorus\nthree"}}}, {}}}})
	want := "{start_of_verse: Verse 1}\none\ntwo\n{end_of_verse}\n\n{start_of_chorus: Chorus}\nthree\n{end_of_chorus}"
	if !strings.Contains(song.ChartText, want) {
		t.Errorf("got %s", song.ChartText)
	}
}
