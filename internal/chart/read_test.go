package chart

import (
	"slices"
	"strings"
	"testing"
)

func TestDirectives(t *testing.T) {
	cases := map[string]Command{
		"{title: A}":                 {Name: "title", Value: "A"},
		"  {T:A}  ":                  {Name: "title", Value: "A"},
		"{transpose 2}":              {Name: "transpose", Value: "2"},
		"{soc}":                      {Name: "start_of_chorus"},
		"{c-guitar: loud}":           {Name: "comment", Selector: "guitar", Value: "loud"},
		"{start_of_verse-!sop}":      {Name: "start_of_verse", Selector: "!sop"},
		"{comment: a: b}":            {Name: "comment", Value: "a: b"},
		"{subtitle:\\u00e9t\\u00e9}": {Name: "subtitle", Value: "été"},
		"{x_my-own: 1}":              {Name: "x_my-own", Value: "1"},
	}
	for line, want := range cases {
		if got, ok := parseDirective(line); !ok || got != want {
			t.Errorf("%s is %+v, %v; want %+v", line, got, ok, want)
		}
	}
	for _, line := range []string{"{}", "{title", "title}", "{title: A} and words", "{ }", "{[x]}"} {
		if got, ok := parseDirective(line); ok {
			t.Errorf("%s is read as %+v", line, got)
		}
	}
}

func TestMetadata(t *testing.T) {
	c := Read("{title: One}\n{artist: A}\n{artist: B}\n{meta: tune Old Hundredth}\n{meta: ccli 42}\n{meta: genre=\"Folk Song\" mood=calm}\n" +
		"{tempo: 96 bpm}\n{duration: 1:02:03}\n{capo: 3}\n{year:}\n{composer-piano: P}\n{lyricist-!piano: L}\n")
	for name, want := range map[string]string{"title": "One", "tune": "Old Hundredth", "ccli": "42", "genre": "Folk Song", "mood": "calm", "year": "", "composer": "", "lyricist": "L"} {
		if got := c.Meta.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := c.Meta.All("artist"); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("artists %q", got)
	}
	if c.Meta.Tempo() != 96 || c.Meta.Duration() != 3723 || c.Meta.Capo() != 3 {
		t.Errorf("tempo %d, duration %d, capo %d", c.Meta.Tempo(), c.Meta.Duration(), c.Meta.Capo())
	}
}

func TestSelectors(t *testing.T) {
	text := "{start_of_verse-piano}\nhidden\n{title: no}\n{end_of_verse}\n{start_of_verse-piano!}\nshown\n{end_of_verse}\n"
	if got := Read(text).LyricLines(); !slices.Equal(got, []string{"shown"}) {
		t.Errorf("without a selector: %q", got)
	}
	piano := ReadWith(text, Options{Selectors: []string{"Piano"}})
	if got := piano.LyricLines(); !slices.Equal(got, []string{"hidden"}) || piano.Meta.Get("title") != "no" {
		t.Errorf("for piano: %q", got)
	}
}

func TestLineEndsAndMarks(t *testing.T) {
	text := "\uFEFF{title: T}\r\n\r\n{sov}\rA[G]maz\\\n  [C]ing\tgrace\n{eov}"
	c := Read(text)
	if c.Meta.Get("title") != "T" || Write(c) != text {
		t.Fatalf("title %q, written %q", c.Meta.Get("title"), Write(c))
	}
	if got := c.LyricLines(); !slices.Equal(got, []string{"Amazing grace"}) {
		t.Errorf("lyrics %q", got)
	}
}

func TestParts(t *testing.T) {
	cases := map[string][]Part{
		"plain":                           {{Text: "plain", Column: 1}},
		"A[G]b":                           {{Text: "A", Column: 1}, {Chord: "G", Text: "b", Column: 2}},
		"é[ G ][C]":                       {{Text: "é", Column: 1}, {Chord: "G", Column: 2}, {Chord: "C", Column: 7}},
		"[*loud]x":                        {{Annotation: "loud", Text: "x", Column: 1}},
		"a[b [C]d":                        {{Text: "a[b ", Column: 1}, {Chord: "C", Text: "d", Column: 5}},
		"x] [y":                           {{Text: "x] [y", Column: 1}},
		"<i>a</i> < b &amp; c":            {{Text: "a < b & c", Column: 1}},
		"\\ud834\\udd1e \\u{1f600} \\uZZ": {{Text: "𝄞 😀 \\uZZ", Column: 1}},
	}
	for line, want := range cases {
		if got := parseParts(line); !slices.Equal(got, want) {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
	}
}

func TestSectionIDsAreStableAndUnique(t *testing.T) {
	text := strings.Repeat("{sov: Verse 1}\na\n{eov}\n", 3) + "{sov}\nb\n{eov}\n{soc}\nc\n{eoc}\n{sov: Verse 2a}\nd\n{eov}\n{start_of_verse: Vers 4}\ne\n{eov}\n" +
		"{start_of_refrain}\nf\n{end_of_refrain}\n{start_of_verse: Bridge}\ng\n{eov}\n{start_of_coro_alto}\nh\n{end_of_coro_alto}\n"
	got := make([]string, 0, 12)
	for _, s := range Read(text).Sections {
		if s.ID != "" {
			got = append(got, s.ID+"="+s.Label+"="+s.Short)
		}
	}
	want := []string{"v1=Verse 1=V1", "v1b=Verse 1=V1", "v1c=Verse 1=V1", "v3=Verse 3=V3", "c1=Chorus 1=C1", "v2a=Verse 2a=V2a", "v4=Vers 4=V4",
		"c2=Chorus 2=C2", "b1=Bridge=B", "coro_alto-1=Coro alto=CA"}
	if !slices.Equal(got, want) {
		t.Errorf("sections\n%q\nwant\n%q", got, want)
	}
}

func TestLabels(t *testing.T) {
	cases := map[string]Label{
		"Verse 2":       {Verse, "Verse 2", 2, "", 1, false},
		"[Chorus]":      {Chorus, "Chorus", 0, "", 1, false},
		"(Chorus x2)":   {Chorus, "Chorus", 0, "", 2, false},
		"Refrain (3x):": {Chorus, "Refrain", 0, "", 3, true},
		"V1":            {Verse, "Verse 1", 1, "", 1, false},
		"C":             {Chorus, "Chorus", 0, "", 1, false},
		"R":             {Chorus, "Refrain", 0, "", 1, true},
		"PRE-CHORUS":    {PreChorus, "PRE-CHORUS", 0, "", 1, false},
		"Verse II":      {Verse, "Verse II", 2, "", 1, false},
		"verse 3b:":     {Verse, "verse 3b", 3, "b", 1, false},
		"Strophe 4":     {Verse, "Strophe 4", 4, "", 1, false},
		"Coro":          {Chorus, "Coro", 0, "", 1, false},
		"Turnaround":    {Interlude, "Turnaround", 0, "", 1, false},
		"Chours":        {Chorus, "Chours", 0, "", 1, false},
		"Outro ×2":      {Ending, "Outro", 0, "", 2, false},
	}
	for text, want := range cases {
		if got, ok := ParseLabel(text); !ok || got != want {
			t.Errorf("%q is %+v, %v; want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Amazing grace", "verses of old", "c", "12", "x2", "Am"} {
		if got, ok := ParseLabel(text); ok {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func TestRecalls(t *testing.T) {
	c := Read("{chorus}\n{soc}\nfirst\n{eoc}\n{chorus: Again}\n{soc: Chorus 2}\nsecond\n{eoc}\n{chorus}\n{repeat: Chorus 1}\n{repeat: nothing}\n")
	steps, _ := c.Sequence(nil)
	want := []Step{{"c1", 2}, {"c2", 2}}
	if !slices.Equal(steps, want) {
		t.Errorf("sequence %v, want %v", steps, want)
	}
	if len(c.Problems) != 3 {
		t.Errorf("problems %v", c.Problems)
	}
}

func TestBooks(t *testing.T) {
	text := "# a book\n{new_song}\n{t: One}\nwords\n{ns}\n{t: Two}\n{key: G}\n{new_song}\n{t: Three}\n"
	charts := ReadBook(text)
	var joined strings.Builder
	titles := make([]string, 0, 3)
	for _, c := range charts {
		joined.WriteString(Write(c))
		titles = append(titles, c.Meta.Get("title"))
	}
	if !slices.Equal(titles, []string{"One", "Two", "Three"}) || joined.String() != text {
		t.Errorf("titles %q, text %q", titles, joined.String())
	}
	if len(ReadBook("")) != 1 {
		t.Error("an empty file is one empty chart")
	}
}

func TestBracketsThatAreNoChords(t *testing.T) {
	for _, text := range []string{"Rit.", "x2", "2x", "Bridge", "D.S. al Coda", "Build", "|", "softly", "Coda", "Chorus", "Break"} {
		if !isDirection(text) {
			t.Errorf("[%s] should be a remark", text)
		}
	}
	for _, text := range []string{"Gmajj7", "Cxyz", "Gxxx", "Asuss4", "c", "am7", "F#mm", "B77x", "Bbq", "G C D"} {
		if isDirection(text) {
			t.Errorf("[%s] should stay a chord that is not known", text)
		}
	}
}
