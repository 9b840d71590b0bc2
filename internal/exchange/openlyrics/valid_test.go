package openlyrics

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/music"
)

// What the RELAX NG schema of OpenLyrics 0.8 asks for, element by element.
var (
	properties = []string{"titles", "authors", "copyright", "ccliNo", "released", "transposition", "tempo", "key", "variant", "publisher", "version",
		"keywords", "verseOrder", "songbooks", "themes", "comments"}
	token    = regexp.MustCompile(`^[\w.:-]+$`)
	language = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)
	number   = regexp.MustCompile(`^[1-9][0-9]*$`)
	year     = regexp.MustCompile(`^[0-9]{4}$`)
	date     = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`)
)

func TestOutputIsValid(t *testing.T) {
	files, err := filepath.Glob("../../starter/songs/*.cho")
	if err != nil || len(files) < 40 {
		t.Fatal("no songs", err)
	}
	for _, file := range append(files, "../testdata/written/ways.cho", "../testdata/written/flow.cho") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		valid(t, string(text))
	}
	for _, text := range []string{"", "{title: x}", "{c: only a remark}", "{ccli: 0}\n{tempo: Fast}\n{year: 12}\n{translator: A}\nwords", "[ ]x\n[*]y\n[&<]z",
		"{sot}\ne|--\n{eot}", "{start_of_x y}\na\n{end_of_x}", "{meta: songbook #12}\nx", "{tempo: 400}\nx", "{title:   }\n{alias:}\nx", "{soc}\n{eoc}\n{chorus}",
		"{start_of_verse: Verse 1}\na\n{end_of_verse}\n{start_of_verse: Verse 1}\nb\n{end_of_verse}"} {
		valid(t, text)
	}
}

func valid(t *testing.T, text string) {
	t.Helper()
	data, _, err := Format{}.Write(format.NewDocument(text, format.Options{Capo: format.Keep}))
	if err != nil {
		t.Fatal(err)
	}
	var any struct{}
	if err := xml.Unmarshal(data, &any); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	root, _, _, err := markup.Parse(data, "")
	if err != nil {
		t.Fatal(err)
	}
	v := validator{t, string(data)}
	v.song(root)
}

type validator struct {
	t    *testing.T
	text string
}

func (v validator) must(ok bool, what string) {
	v.t.Helper()
	if !ok {
		v.t.Fatalf("not valid: %s\n%s", what, v.text)
	}
}

func (v validator) song(n *markup.Node) {
	v.must(n.Name == "song" && n.Attr("xmlns") == namespace && n.Attr("version") == "0.8", "song")
	v.must(n.Attr("createdIn") != "" && n.Attr("modifiedIn") != "" && date.MatchString(n.Attr("modifiedDate")), "attributes of song")
	v.must(len(elements(n)) == 2, "children of song")
	v.properties(n.Child("properties"))
	verses := n.Child("lyrics").All("verse")
	v.must(len(verses) > 0 && len(elements(n.Child("lyrics"))) == len(verses), "verses")
	for _, verse := range verses {
		v.must(token.MatchString(verse.Attr("name")) && len(verse.Attrs) == 1, "name of verse")
		v.must(len(verse.All("lines")) == len(elements(verse)) && len(elements(verse)) > 0, "lines of verse")
		for _, lines := range verse.All("lines") {
			v.lines(lines)
		}
	}
}

func elements(n *markup.Node) []*markup.Node {
	return slices.DeleteFunc(slices.Clone(n.Children), func(c *markup.Node) bool { return c.Name == "" })
}

func (v validator) lines(n *markup.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "":
			v.must(!strings.ContainsAny(c.Text, "\n\r"), "a line feed within lines")
		case "br":
			v.must(len(c.Attrs) == 0, "br")
		case "chord":
			v.must(c.Attr("name") != "" && len(c.Attrs) == 1 && len(c.Children) == 0, "chord")
		case "comment":
			v.must(c.String() != "", "comment")
		default:
			v.must(false, c.Name+" within lines")
		}
	}
}

func (v validator) properties(n *markup.Node) {
	seen := map[string]bool{}
	for _, c := range elements(n) {
		v.must(slices.Contains(properties, c.Name) && !seen[c.Name] && strings.TrimSpace(c.String()+c.Name) != "", "property "+c.Name)
		seen[c.Name] = true
		v.must(c.Name == "songbooks" || strings.TrimSpace(c.String()) != "", "empty "+c.Name)
	}
	v.must(seen["titles"], "no titles")
	for _, list := range []string{"titles", "authors", "themes", "comments"} {
		for _, c := range n.Child(list).All(strings.TrimSuffix(list, "s")) {
			v.must(strings.TrimSpace(c.String()) != "", "empty entry of "+list)
		}
	}
	for _, a := range n.Child("authors").All("author") {
		kind := a.Attr("type")
		v.must(kind == "" || kind == "words" || kind == "music" || kind == "translation" && language.MatchString(a.Attr("lang")), "author")
	}
	for _, s := range n.Child("songbooks").All("songbook") {
		v.must(s.Attr("name") != "", "songbook")
	}
	v.must(!seen["ccliNo"] || number.MatchString(n.Value("ccliNo")), "ccliNo")
	v.must(!seen["released"] || year.MatchString(n.Value("released")), "released")
	v.must(!seen["tempo"] || n.Child("tempo").Attr("type") == "text" || number.MatchString(n.Value("tempo")), "tempo")
	for _, name := range strings.Fields(n.Value("verseOrder")) {
		v.must(token.MatchString(name), "verseOrder")
	}
}

func TestStructuresAreChords(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "min7": "m7", "halfdim7": "m7b5", "3-5": "", "m3-5": "m", "3-a5": "(#5)", "m3-d5": "dim", "3-5-m7": "7", "3-5-7": "maj7", "m3-d5-d7": "dim7",
		"m3-d5-m7": "m7(b5)", "m3-5-7": "m(maj7)", "3-5-6": "6", "3-5-m7-9": "9", "3-5-m7-m9": "7(b9)", "3-5-7-9-11": "maj11", "3-5-m7-9-11-13": "13",
		"4-5": "sus4", "2-5": "sus2", "3-5-6-9": "6/9", "3-5-9": "add9", "4-5-m7": "7sus4", "5": "5", "3-5-m7-13": "7(add13)", "no such": "no such",
	} {
		if got := structure(s); got != want {
			t.Errorf("structure(%q) = %q, want %q", s, got, want)
		}
	}
	all := []string{"m3-d5-m7-9", "m3-d5-m7-m9", "m3-d5-d7-9", "m3-d5-d7-m9", "3-5-m7-m10", "m3-5-7-9-11", "3-5-m7-9-a11", "m3-5-7-9-a11", "3-a5-7-9-11",
		"m3-d5-m7-m9-11", "3-5-m7-9-a11-13", "m3-5-7-9-a11-13", "3-a5-m7-9-11-13", "m3-d5-m7-m9-11-13", "m3-5-9", "3-a5-9", "4-5-6", "2-5-m6", "4-a5-7", "2-d5-m7",
		"4-d5-d7", "2-5-m7-13", "4-5-m7-m9", "4-a5-m7-9"}
	for name := range structures {
		all = append(all, name)
	}
	for _, s := range all {
		if _, ok := music.ParseChord("C" + structure(s)); !ok {
			t.Errorf("C%s, of %q, is no chord", structure(s), s)
		}
	}
}
