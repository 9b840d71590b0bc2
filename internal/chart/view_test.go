package chart

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"churchmusic/internal/music"
)

const wire = `{title: Grace}
{key: G}
{tempo: 80}
{time: 3/4}

{start_of_verse: Verse 1}
A[G]mazing [D/F#]grace
{end_of_verse}
`

func TestTheWire(t *testing.T) {
	v := NewView(Read(wire), ViewOptions{Sequence: []string{"v1", "v1", "b9"}})
	v.Keys = v.Keys[:1]
	for i := range v.Chords {
		c := &v.Chords[i]
		c.Letters, c.Solfege, c.German = c.Letters[10:11], c.Solfege[11:12], c.German[12:]
	}
	got, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("testdata/wire.json", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/wire.json")
	if err != nil || string(got) != string(want) {
		t.Errorf("%v; the wire is\n%s", err, got)
	}
}

func TestEmptyChartHasNoNullArrays(t *testing.T) {
	got, err := json.Marshal(NewView(Read(""), ViewOptions{}))
	if err != nil || strings.Contains(string(got), "null") {
		t.Errorf("%v %s", err, got)
	}
}

// lookup spells a chart's first chord in a column, as the web pages do.
func lookup(v View, key string) string {
	for i, k := range v.Keys {
		if k.Name == key {
			return v.Chords[0].Letters[i].Text()
		}
	}
	return "not offered"
}

func TestWhichKeyAndWhy(t *testing.T) {
	cases := []struct {
		text, defaultKey, key, written, reason string
		guessed                                bool
	}{
		{"{key: G}\n[G]a", "", "G", "G", "As written in the chart", false},
		{"{key: G}\n{capo: 2}\n[G]a", "", "A", "G", "As written in the chart; G shapes with capo 2 sound in A", false},
		{"{key: G}\n[G]a", "Bb", "Bb", "G", "B♭, the default key of the arrangement", false},
		{"{key: G}\n[G]a", "G", "G", "G", "As written in the chart", false},
		{"{key: Em}\n[Em]a", "G", "Em", "Em", "As written in the chart", false},
		{"[Em]a [G]b", "G", "G", "G", "G, the default key of the arrangement", true},
		{"[Am]a [E]b [Am]c", "", "Am", "Am", "Guessed: the first and the last chord are Am", true},
		{"{key: C#}\n[C#]a", "", "Db", "C#", "As written in the chart", false},
		{"{transpose: 2}\n{key: C}\n[C]a", "", "D", "C", "As written in the chart", false},
		{"{key: Fis}\n[F#]a", "", "F#", "F#", "As written in the chart", false},
		{"{key: H}\n[H]a [B]b", "", "B", "B", "As written in the chart", false},
		{"{key: D}\n{capo: 3rd fret}\n[D]a", "", "F", "D", "As written in the chart; D shapes with capo 3 sound in F", false},
		{"words", "", "C", "C", "No chord to guess the key from", true},
		{"{key: X}\n[D]a", "nonsense", "D", "D", "Guessed: the first and the last chord are D", true},
	}
	for _, c := range cases {
		v := NewView(Read(c.text), ViewOptions{DefaultKey: c.defaultKey})
		if v.Key != c.key || v.KeyWritten != c.written || v.KeyReason != c.reason || v.KeyGuessed != c.guessed {
			t.Errorf("%q with default %q: key %s, written %s, %s, guessed %v", c.text, c.defaultKey, v.Key, v.KeyWritten, v.KeyReason, v.KeyGuessed)
		}
	}
}

func TestChangeOfKeyIsALookup(t *testing.T) {
	cases := []struct{ text, key, want string }{
		{"{key: G}\n[D/F#]", "Bb", "F/A"}, {"{key: G}\n{capo: 2}\n[G]", "A", "A"}, {"{key: Am}\n[E7/G#]", "C#m", "G♯7/B♯"},
		{"{key: C#}\n[F#]", "Db", "G♭"}, {"{key: D}\n{transpose: 3}\n[A]", "F", "C"}, {"{key: E}\n[B]", "Gb", "D♭"}, {"{key: E}\n[B]", "F#", "C♯"},
	}
	for _, c := range cases {
		if got := lookup(NewView(Read(c.text), ViewOptions{}), c.key); got != c.want {
			t.Errorf("%q in %s is %s, want %s", c.text, c.key, got, c.want)
		}
	}
}

func TestModulationKeepsItsDistance(t *testing.T) {
	v := NewView(Read("{key: C}\n[C]one\n{key: Am}\n[E]two\n{key: Eb}\n[Bb]three\n"), ViewOptions{})
	want := map[string][3]string{"C": {"C", "E", "B♭"}, "D": {"D", "F♯", "C"}, "Gb": {"G♭", "B♭", "E"}, "F#": {"F♯", "A♯", "E"}}
	for i, k := range v.Keys {
		expected, ok := want[k.Name]
		for j := 0; ok && j < 3; j++ {
			if got := v.Chords[j].Letters[i].Text(); got != expected[j] {
				t.Errorf("chord %d in %s is %s, want %s", j, k.Name, got, expected[j])
			}
		}
	}
}

func TestTheChurchsTwinComesFirst(t *testing.T) {
	for flat, want := range map[bool]string{false: "F#", true: "Gb"} {
		v := NewView(Read("{key: E}\n{capo: 2}\n[E]a"), ViewOptions{PreferFlat: flat})
		if v.Keys[6].Name != want || v.Key != want {
			t.Errorf("prefer flat %v: key %s, sixth column %s", flat, v.Key, v.Keys[6].Name)
		}
	}
}

func TestSequences(t *testing.T) {
	text := "{flow: V1 C V2 C C}\n{sov}\na\n{eov}\n{soc}\nb\n{eoc}\n{sov}\nc\n{eov}\n"
	cases := []struct {
		entries []string
		want    string
		missing int
	}{
		{nil, "v1×1 c1×1 v2×1 c1×2 ", 0}, {[]string{"c1", "v2x2", "C", "Verse 1"}, "c1×1 v2×2 c1×1 v1×1 ", 0}, {[]string{"v1", "b1", "v1"}, "v1×2 ", 1},
	}
	for _, c := range cases {
		steps, problems := Read(text).Sequence(c.entries)
		var got strings.Builder
		for _, s := range steps {
			got.WriteString(s.Section + "×" + string(rune('0'+s.Repeat)) + " ")
		}
		if got.String() != c.want || len(problems) != c.missing {
			t.Errorf("%v gives %s and %v", c.entries, got.String(), problems)
		}
	}
}

func TestGermanAndSolfegeOnTheWire(t *testing.T) {
	v := NewView(Read("{key: Bb}\n[Bb7/F]a [B]b"), ViewOptions{})
	at := v.column()
	if v.Chords[0].German[at] != (music.Parts{"B", "", "7", "F"}) || v.Chords[0].Solfege[at] != (music.Parts{"Si♭", "", "7", "Fa"}) {
		t.Errorf("%q %q", v.Chords[0].German[at], v.Chords[0].Solfege[at])
	}
}

func TestWritingWhatWasMadeInMemory(t *testing.T) {
	c := &Chart{}
	c.Meta.Add("title", "New")
	c.Meta.Add("tune", "Nettleton")
	c.Sections = []Section{
		{Type: Verse, Label: "Verse 1", Lines: []Line{{Kind: Lyrics, Parts: []Part{{Text: "Come "}, {Chord: "D", Text: "thou"}, {Annotation: "softly", Text: " fount"}}}}},
		{Type: PreChorus, Lines: []Line{{Kind: Comment, Style: "box", Text: "all"}}},
		{Type: None, Lines: []Line{{Kind: Recall}}},
	}
	want := "{title: New}\n{meta: tune Nettleton}\n\n{start_of_verse: Verse 1}\nCome [D]thou[*softly] fount\n{end_of_verse}\n\n" +
		"{start_of_pre_chorus}\n{comment_box: all}\n{end_of_pre_chorus}\n\n{chorus}\n"
	got := Write(c)
	if got != want {
		t.Errorf("written\n%s", got)
	}
	if again := Read(got); Write(again) != want {
		t.Errorf("read again and written\n%s", Write(again))
	}
}

func TestChangedLinesAreWrittenAnew(t *testing.T) {
	c := Read("{title:Old}\r\n[C]a\r\n")
	line := &c.Sections[0].Lines[0]
	line.Directive.Value = "New"
	line.Fresh()
	if got := Write(c); got != "{title: New}\n[C]a\r\n" {
		t.Errorf("written %q", got)
	}
}

func sixtyLines() string {
	var b strings.Builder
	b.WriteString("{title: Long}\n{key: G}\n")
	for _, label := range []string{"1", "2", "3", "4", "5", "6"} {
		b.WriteString("{start_of_verse: Verse " + label + "}\n")
		for range 5 {
			b.WriteString("A[G]mazing [G7/B]grace, how [C]sweet the [Am7]sound that [D/F#]saved a\n[Em]wretch like [Bm7b5]me, I [Cmaj7]once was [Dsus4]lost but [D]now am [G]found\n")
		}
		b.WriteString("{end_of_verse}\n\n")
	}
	return b.String()
}

func BenchmarkReadAndView(b *testing.B) {
	text := sixtyLines()
	b.ReportAllocs()
	for b.Loop() {
		NewView(Read(text), ViewOptions{})
	}
}

func BenchmarkRead(b *testing.B) {
	text := sixtyLines()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}

func BenchmarkViewToJSON(b *testing.B) {
	v := NewView(Read(sixtyLines()), ViewOptions{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(v); err != nil {
			b.Fatal(err)
		}
	}
}
