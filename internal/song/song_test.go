package song

import (
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/fault"
)

func TestNormaliseTidiesAndNamesEverythingWrong(t *testing.T) {
	s := Song{Details: Details{Title: "  A \t title ", Aliases: []string{"", "x", "x"}, Authors: []Author{{Name: " Ann "}, {Name: "Ann", Role: Both}, {Name: ""}},
		Tags:           []Tag{{"Theme", "Grace"}, {"theme", "GRACE!"}, {"", "plain"}},
		CCLISongNumber: "#123"}, Arrangements: []Arrangement{{Name: "a", Default: true}, {Default: true, DefaultKey: "d#"}}}
	if err := s.Normalise(); err != nil {
		t.Fatal(err)
	}
	if s.Title != "A title" || len(s.Aliases) != 1 || len(s.Authors) != 1 || s.Authors[0].Role != Both || len(s.Tags) != 2 || s.CCLISongNumber != "123" ||
		s.Visibility != Members || s.Links == nil || s.Arrangements[0].Default || !s.Arrangements[1].Default || s.Arrangements[1].Name != "Standard" || s.Arrangements[1].DefaultKey != "Eb" {
		t.Errorf("%+v", s)
	}
	wrong := Song{Details: Details{Title: strings.Repeat("x", 300), Year: -1, Tags: []Tag{{"a:b", "c"}}, Songbooks: []Songbook{{"", "5"}}, Visibility: "all", Notes: "a\x07"},
		Arrangements: []Arrangement{{DurationSeconds: -1, Meter: "4"}}}
	f, _ := fault.As(wrong.Normalise())
	var names []string
	for _, field := range f.Fields {
		names = append(names, field.Name)
	}
	want := "title notes year visibility tags[0].group songbooks[0].book arrangements[0].meter arrangements[0].duration_seconds"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTempoAndMeterFollowTheChartUntilSomebodySaysOtherwise(t *testing.T) {
	s := Song{Details: Details{Title: "x"}, Arrangements: []Arrangement{{ID: "a", ChartText: "{key: D}\n{capo: 3}\n{tempo: 80}\n{time: 3/4}\n{duration: 3:05}\n[D]words here\n"}}}
	if err := s.Normalise(); err != nil {
		t.Fatal(err)
	}
	s.Derive(nil)
	a := &s.Arrangements[0]
	if a.BPM != 80 || a.Meter != "3/4" || a.DurationSeconds != 185 || a.KeyWritten != "D" || a.Key != "F" || s.Lyrics()[0] != "words here" {
		t.Fatalf("%+v", a)
	}
	change := func(fn func(a *Arrangement)) *Arrangement {
		old := s.Clone()
		fn(&s.Arrangements[0])
		s.Derive(&old)
		return &s.Arrangements[0]
	}
	a = change(func(a *Arrangement) { a.ChartText = strings.Replace(a.ChartText, "80", "90", 1) })
	if a.BPM != 90 {
		t.Errorf("the chart's new tempo is not taken: %d", a.BPM)
	}
	a = change(func(a *Arrangement) { a.BPM = 120 })
	a = change(func(a *Arrangement) { a.ChartText = strings.Replace(a.ChartText, "90", "95", 1) })
	if a.BPM != 120 {
		t.Errorf("what was said is lost: %d", a.BPM)
	}
	a = change(func(a *Arrangement) { a.DefaultKey = "G" })
	if a.Key != "G" || a.KeyWritten != "D" || s.Summary().Key != "G" {
		t.Errorf("%+v", a)
	}
}

func TestTheBylineNamesWhoMadeTheSong(t *testing.T) {
	d := Details{Authors: []Author{{"Tina", Translation}, {"Ann", Words}, {"Ben", Music}, {"Ann", Both}}}
	if got := d.Byline(); got != "Ann, Ben" {
		t.Error(got)
	}
	d.Authors = []Author{{"Tina", Translation}, {"Uwe", Arranger}}
	if got := d.Byline(); got != "Tina, Uwe" {
		t.Error(got)
	}
}

func TestParseQuery(t *testing.T) {
	for typed, want := range map[string]string{
		"":                        " / ",
		"  Grace ":                "grace* / ",
		"How sweet's":             "how sweets* / ",
		`"sweet the" sou`:         "sweet the sou* / sweet the",
		`amaz "how sweet"`:        "amaz how sweet / how sweet",
		`“how sweet” x`:           "how sweet x* / how sweet",
		`open "quote here`:        "open quote here* / ",
		`""`:                      " / ",
		"恩典":                      "恩典* / ",
		strings.Repeat("a ", 500): strings.TrimSpace(strings.Repeat("a ", 16)) + " / ",
	} {
		q := ParseQuery(typed)
		var words []string
		for _, w := range q.Words {
			if w.Prefix {
				w.Forms[0] += "*"
			}
			words = append(words, w.Forms[0])
		}
		if got := strings.Join(words, " ") + " / " + strings.Join(q.Phrases, "+"); got != want {
			t.Errorf("%.30q: %q, want %q", typed, got, want)
		}
	}
}

func FuzzHighlightKeepsTheText(f *testing.F) {
	f.Add("Amazing Grace", "Großer Gott, 奇异恩典 o'er “x”")
	f.Add("e", "E\u0301 é ЁЛ")
	f.Fuzz(func(t *testing.T, typed, text string) {
		q := ParseQuery(typed)
		if q.Empty() {
			return
		}
		var back strings.Builder
		for _, p := range q.highlight(InTitle, text).Parts {
			back.WriteString(p.Text)
		}
		if back.String() != text {
			t.Errorf("%q became %q", text, back.String())
		}
		c := Candidate{Lyrics: text, First: text, Summary: Summary{Title: text, Tags: "[]"}}
		if q.Match(&c, true) {
			q.Show(&c)
		}
	})
}

func TestReferencesAreCutWhereABookBegins(t *testing.T) {
	got := references("Rom 8:14-17, 2Cor 5:1-9; Ps 23:1, 4;  ")
	if !slices.Equal(got, []string{"Rom 8:14-17", "2Cor 5:1-9", "Ps 23:1, 4"}) {
		t.Errorf("%q", got)
	}
}

func TestWhatIsWrittenAsChordProReadsAsItWas(t *testing.T) {
	s := Song{Details: Details{Title: "New", Aliases: []string{"Other"}, Authors: []Author{{"Ann", Words}, {"Ben", Music}, {"Cleo", Both}}, Year: 1900, Tune: "T",
		Tags: []Tag{{"theme", "Grace"}, {"metre", "8.8"}, {"", "plain"}}, Songbooks: []Songbook{{"Big Book", "12"}}, Scripture: []string{"Ps 1:1, 3"},
		Links: []Link{{"", "https://example.org"}}, CCLISongNumber: "5", Language: "en", Copyright: "© Somebody", Visibility: Members},
		Arrangements: []Arrangement{{Name: "Standard", ChartText: "{title: Old}\n{t: Older}\n{subtitle: x}\n{tempo: 60}\n{x_mine: kept}\n\n[C]words\n", BPM: 90, DefaultKey: "D"}}}
	if err := s.Normalise(); err != nil {
		t.Fatal(err)
	}
	text := ToChordPro(&s, &s.Arrangements[0])
	back := FromChordPro(text)
	back.Visibility = Members
	if err := back.Normalise(); err != nil {
		t.Fatal(err)
	}
	back.Derive(nil)
	s.Arrangements[0].ChartText = text
	s.Derive(nil)
	if !back.Same(&s) {
		t.Errorf("%s\n%+v\n%+v", text, back, s)
	}
	if strings.Contains(text, "Old") || !strings.Contains(text, "{x_mine: kept}") {
		t.Error(text)
	}
}
