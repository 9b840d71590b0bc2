package chordpro

import (
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

const sample = `{title: Test}
{key: D}
{capo: 2}
# a remark
{define: D base-fret 1 frets x x 0 2 3 2}
{x_mine: kept}

{start_of_verse}
[D]One <b>bold</b> [A7/C#]two [*riff] [N.C.]three [Gmajj7]x \
joined [Em]line
{end_of_verse}
{start_of_grid 1+4x2}
| D . G~A . | % . |
{end_of_grid}
{sot}
D|--0--2--|
{eot}
{key: G}
[C]After [G]it
`

func write(t *testing.T, text string, options format.Options) string {
	t.Helper()
	data, _, err := Format{}.Write(format.NewDocument(text, options))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestUnchangedTextComesBackByteForByte(t *testing.T) {
	if got := write(t, sample, format.Options{Capo: format.Keep}); got != sample {
		t.Errorf("got\n%s", got)
	}
}

func TestOnlyChordsMove(t *testing.T) {
	want := strings.NewReplacer("{key: D}", "{key: F}", "{capo: 2}", "{capo: 2}", "[D]One", "[F]One", "[A7/C#]", "[C7/E]", "[Em]", "[Gm]",
		"| D . G~A . | % . |", "| F . Bb~C . | % . |", "{key: G}", "{key: Bb}", "[C]After [G]it", "[Eb]After [Bb]it").Replace(sample)
	if got := write(t, sample, format.Options{Key: "G", Capo: format.Keep}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := write(t, sample, format.Options{Semitones: 3, Capo: format.Keep}); got != want {
		t.Errorf("by semitones\n%s", got)
	}
}

func TestCapoKeepsTheSound(t *testing.T) {
	for capo, first := range map[int]string{0: "[E]One", 2: "[D]One", 4: "[C]One"} {
		got := write(t, sample, format.Options{Capo: capo})
		keys := chart.Sounding(chart.Read(got), false)
		if !strings.Contains(got, first) || keys.Sounding.String() != "E" || keys.Capo != capo {
			t.Errorf("capo %d sounds in %v\n%s", capo, keys, got)
		}
	}
}

func TestNotations(t *testing.T) {
	for notation, want := range map[format.Notation]string{format.Nashville: "[1]One <b>bold</b> [5⁷/7]two", format.Roman: "[I]One <b>bold</b> [V7/7]two",
		format.German: "[D]One <b>bold</b> [A7/Cis]two", format.Solfege: "[Re]One <b>bold</b> [La7/Do♯]two"} {
		if got := write(t, sample, format.Options{Capo: format.Keep, Notation: notation}); !strings.Contains(got, want) {
			t.Errorf("%s:\n%s", notation, got)
		}
	}
}

func TestKeyIsWrittenOnlyWhenAsked(t *testing.T) {
	text := "{title: x}\n[G]a [C]b [G]c\n"
	if got := write(t, text, format.Options{Semitones: 2, Capo: format.Keep}); got != "{title: x}\n[A]a [D]b [A]c\n" {
		t.Errorf("got\n%s", got)
	}
	if got := write(t, text, format.Options{Key: "A", Capo: 2}); got != "{key: G}\n{capo: 2}\n"+text {
		t.Errorf("got\n%s", got)
	}
}

func TestPlainRecallsPlayTheSame(t *testing.T) {
	text := "{t: x}\n{soc}\n[G]sing\n{eoc}\n\n{sov}\none\n{eov}\n\n{chorus}\n\n{sov}\ntwo\n{eov}\n\n{chorus: Again}\n"
	got := write(t, text, format.Options{Capo: format.Keep, PlainRecalls: true})
	was, _ := chart.Read(text).Sequence(nil)
	is, _ := chart.Read(got).Sequence(nil)
	if strings.Count(got, "{comment: Chorus}") != 2 || !slices.Equal(was, is) {
		t.Errorf("%v %v\n%s", was, is, got)
	}
}

func TestGermanText(t *testing.T) {
	if got := write(t, "{key: H}\n[H]a [E]b [Fis]c\n", format.Options{Semitones: 1, Capo: format.Keep}); got != "{key: C}\n[C]a [F]b [G]c\n" {
		t.Errorf("got\n%s", got)
	}
}

func TestBooks(t *testing.T) {
	result, err := Format{}.Read(format.Input{Name: "book.cho", Data: []byte("{t: A}\r\n[G]a\r\n{ns}\n{t: B}\nb\n{ns}\nc\n")})
	if err != nil || len(result.Songs) != 3 {
		t.Fatal(err, len(result.Songs))
	}
	if s := result.Songs[2]; s.Title != "book" || len(s.Losses) != 1 || result.Songs[0].ChartText != "{t: A}\n[G]a\n" {
		t.Errorf("%+v", result.Songs)
	}
}
