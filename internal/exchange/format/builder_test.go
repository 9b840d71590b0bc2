package format

import (
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/chart"
)

func build(blocks []Block, order ...string) Song {
	b := Builder{Blocks: blocks, Order: order}
	b.Facts.Add("title", "T")
	return b.Song(Input{})
}

func block(label string, lines ...string) Block { return Block{Label: label, Lines: lines} }

func TestSequences(t *testing.T) {
	verse, chorus := block("Verse 1", "[G]one"), block("Chorus", "[C]sing")
	for name, c := range map[string]struct {
		blocks []Block
		order  []string
		want   string
	}{
		"in the order of the text":        {[]Block{verse, chorus}, nil, "v1 c1"},
		"a label without words":           {[]Block{verse, chorus, block("Verse 2", "two"), block("CHORUS")}, nil, "v1 c1 v2 c1"},
		"the same words again":            {[]Block{verse, chorus, block("Verse 2", "two"), block("Chorus", "sing")}, nil, "v1 c1 v2 c1"},
		"the same words under one name":   {[]Block{verse, chorus, block("Verse 2", "two"), block("Chorus 2", "[C]sing")}, nil, "v1 c1 v2 c1"},
		"other chords are another text":   {[]Block{verse, chorus, block("Chorus", "[F]sing")}, nil, "v1 c1 c2"},
		"a verse again":                   {[]Block{verse, chorus, block("Verse 1")}, nil, "v1 c1 v1"},
		"repeats":                         {[]Block{verse, block("(Chorus x2)", "sing"), block("Chorus 3x")}, nil, "v1 c1 c1 c1 c1 c1"},
		"the words come later":            {[]Block{block("Chorus"), verse, chorus}, nil, "c1 v1 c1"},
		"the file's own order":            {[]Block{verse, chorus}, []string{"V1", "C", "v1", "Chorus x2"}, "v1 c1 v1 c1 c1"},
		"an order that names what is not": {[]Block{verse, chorus}, []string{"V1", "Bridge", "C"}, "v1 c1"},
		"names of the file":               {[]Block{{Label: "Verse 1", Name: "a", Lines: []string{"x"}}, {Label: "Verse 2", Name: "b", Lines: []string{"y"}}}, []string{"b", "a"}, "v2 v1"},
	} {
		s := build(c.blocks, c.order...)
		if got := strings.Join(s.Sequence, " "); got != c.want {
			t.Errorf("%s: %s, want %s\n%s", name, got, c.want, s.ChartText)
		}
		steps, _ := chart.Read(s.ChartText).Sequence(nil)
		ids := []string{}
		for _, step := range steps {
			ids = append(ids, slices.Repeat([]string{step.Section}, step.Repeat)...)
		}
		if !slices.Equal(ids, s.Sequence) {
			t.Errorf("%s: the text plays %v\n%s", name, ids, s.ChartText)
		}
	}
}

func TestTextIsWrittenOnce(t *testing.T) {
	s := build([]Block{block("Chorus", "sing"), block("Verse 1", "one"), block("Chorus", "sing")})
	if strings.Count(s.ChartText, "sing") != 1 || !strings.Contains(s.ChartText, "{chorus}") {
		t.Error(s.ChartText)
	}
}

func TestUnknownReferencesAreLosses(t *testing.T) {
	s := build([]Block{block("Verse 1", "one"), block("Bridge")}, "V1", "X")
	if len(s.Losses) != 2 {
		t.Errorf("%v", s.Losses)
	}
}

func TestWordsKeepTheirSigns(t *testing.T) {
	for _, words := range []string{"a [b] c", "{c: no directive}", "# no remark", `ends in \`, "a < b & c", "<b>bold</b>", "&amp; &lt;b&gt;", `\u0041`, "{end_of_verse}", "[G]", "] [", "x]"} {
		s := build([]Block{block("Verse 1", "before", Line(Words(words)), "after")})
		if lines := chart.Read(s.ChartText).LyricLines(); len(lines) != 3 || lines[1] != words {
			t.Errorf("%q comes back as %q from\n%s", words, lines, s.ChartText)
		}
	}
}

func TestTitles(t *testing.T) {
	for name, want := range map[string]string{"": "one", "Come Thou Fount.txt": "Come Thou Fount", `C:\songs\x.y.cho`: "x.y", "-": "one"} {
		b := Builder{Blocks: []Block{block("Verse", "[G]one,")}}
		if s := b.Song(Input{Name: name}); s.Title != want || len(s.Losses) != 1 {
			t.Errorf("%q gives %q, %v", name, s.Title, s.Losses)
		}
	}
}

func TestPeople(t *testing.T) {
	for list, want := range map[string]string{
		"Anna Smith, Bert Jones & Carl Lee": "Anna Smith|Bert Jones|Carl Lee",
		"Smith, Anna | Jones, Bert":         "Anna Smith|Bert Jones",
		"By Anna Smith and Bert Jones":      "Anna Smith|Bert Jones",
		"Anna Smith; Anna Smith":            "Anna Smith",
	} {
		var f Facts
		PutPeople(&f, "author", list)
		if got := strings.Join(f.All("author"), "|"); got != want {
			t.Errorf("%q gives %q", list, got)
		}
	}
}

func TestTags(t *testing.T) {
	var f Facts
	var l Losses
	for _, tag := range [][2]string{{"Key", "Fis-Dur / A"}, {"key", "H"}, {"Original Key", "nothing"}, {"Capo", "fret 3"}, {"capo", "0"}, {"Tempo", "96 bpm"}, {"BPM", "Fast"},
		{"CCLI Song #", "#22025"}, {"CCLI License #", "1"}, {"Keywords", "Grace, Hope"}, {"Words by", "Anna"}, {"Scripture", "Ps 23:1; Joh 3, 16"}} {
		PutTag(&f, &l, 1, TagName(tag[0]), tag[1])
	}
	got := strings.TrimSpace(chart.Write(&chart.Chart{Meta: f}))
	want := "{meta: notes Key: Fis-Dur / A}\n{key: B}\n{meta: notes Key: nothing}\n{capo: 3}\n{tempo: 96}\n{meta: tempo_mark Fast}\n{meta: ccli 22025}\n{meta: topic Grace}\n" +
		"{meta: topic Hope}\n{lyricist: Anna}\n{meta: scripture Ps 23:1}\n{meta: scripture Joh 3, 16}"
	if got != want || len(l) != 3 {
		t.Errorf("got\n%s\n%v", got, l)
	}
}

func TestSongbooks(t *testing.T) {
	for text, want := range map[string][2]string{"Mission Praise #31": {"Mission Praise", "31"}, "Mission Praise 31": {"Mission Praise", "31"}, "#12": {"", "12"},
		"Hymns": {"Hymns", ""}, "Book with 153c": {"Book with", "153c"}, "Hymns Old and New": {"Hymns Old and New", ""}} {
		if book, number := SplitSongbook(text); book != want[0] || number != want[1] {
			t.Errorf("%q is %q, %q", text, book, number)
		}
	}
}
