package starter

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const fewestSongs = 64

var (
	directive = regexp.MustCompile(`^\{([a-z_]+)(?:: (.+))?\}$`)
	bracket   = regexp.MustCompile(`\[[^\]]*\]`)
	chordName = regexp.MustCompile(`^\[[A-G][b#]?m?7?(?:/[A-G][b#]?)?\]$`)
	fileName  = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*\.cho$`)
	patterns  = map[string]*regexp.Regexp{
		"year":           regexp.MustCompile(`^1[0-9]{3}$`),
		"key":            regexp.MustCompile(`^(?:C|D|Eb|E|F|G|Ab|A|Bb|[DEA]m)$`),
		"time":           regexp.MustCompile(`^(?:2/4|3/4|4/4|6/8|9/8|12/8)$`),
		"tempo":          regexp.MustCompile(`^(?:[5-9][0-9]|1[0-4][0-9])$`),
		"copyright":      regexp.MustCompile(`^Public domain$`),
		"meta language":  regexp.MustCompile(`^en$`),
		"meta scripture": regexp.MustCompile(`^(?:[12] )?[A-Z][A-Za-z ]+ [0-9]+:[0-9]+$`),
	}
	headerOrder = []string{"title", "meta alias", "lyricist", "composer", "arranger", "meta translator", "meta tune",
		"year", "key", "time", "tempo", "copyright", "meta language", "meta theme", "meta scripture"}
	optional = []string{"meta alias", "arranger", "meta translator"}
	repeated = map[string]int{"meta alias": 3, "lyricist": 3, "composer": 2, "arranger": 1, "meta translator": 2,
		"meta theme": 4, "meta scripture": 3}
	themes = strings.Split("Advent,Assurance,Christmas,Church,Comfort,Communion,Consecration,Creation,Cross,Easter,"+
		"Epiphany,Evening,Grace,Guidance,Harvest,Heaven,Holy Spirit,Holy Week,Invitation,Lent,Majesty,Mission,"+
		"Morning,Praise,Prayer,Resurrection,Salvation,Thanksgiving,Trinity,Trust", ",")
)

type field struct{ name, value string }

func library(t *testing.T) []File {
	t.Helper()
	songs, err := Songs()
	if err != nil {
		t.Fatal(err)
	}
	return songs
}

func fieldOf(line string) (field, bool) {
	parts := directive.FindStringSubmatch(line)
	if parts == nil {
		return field{}, false
	}
	if name, value, found := strings.Cut(parts[2], " "); parts[1] == "meta" && found {
		return field{"meta " + name, value}, true
	}
	return field{parts[1], parts[2]}, true
}

func header(t *testing.T, song File) []field {
	t.Helper()
	head, _, found := strings.Cut(song.Text, "\n\n")
	if !found {
		t.Fatalf("%s: no blank line after the header", song.Name)
	}
	var fields []field
	for line := range strings.Lines(head) {
		f, ok := fieldOf(strings.TrimSuffix(line, "\n"))
		if !ok {
			t.Fatalf("%s: not a directive in the header: %q", song.Name, line)
		}
		fields = append(fields, f)
	}
	return fields
}

func TestTheLibraryIsLargeSortedAndWithoutDoubles(t *testing.T) {
	songs := library(t)
	if len(songs) < fewestSongs {
		t.Errorf("%d songs, want at least %d", len(songs), fewestSongs)
	}
	titles := map[string]string{}
	for i, song := range songs {
		if !fileName.MatchString(song.Name) {
			t.Errorf("%s: not a plain file name", song.Name)
		}
		if i > 0 && songs[i-1].Name >= song.Name {
			t.Errorf("%s comes after %s", song.Name, songs[i-1].Name)
		}
		for _, f := range header(t, song) {
			if f.name != "title" && f.name != "meta alias" {
				continue
			}
			if other, taken := titles[strings.ToLower(f.value)]; taken {
				t.Errorf("%s: %q is already a title in %s", song.Name, f.value, other)
			}
			titles[strings.ToLower(f.value)] = song.Name
		}
	}
}

func TestEveryHeaderIsCompleteAndInOrder(t *testing.T) {
	for _, song := range library(t) {
		seen := map[string]int{}
		at := 0
		for _, f := range header(t, song) {
			place := slices.Index(headerOrder, f.name)
			if place < at {
				t.Errorf("%s: {%s} is unknown or out of order", song.Name, f.name)
			}
			at = max(at, place)
			seen[f.name]++
			checkField(t, song.Name, f)
		}
		for _, name := range headerOrder {
			if seen[name] == 0 && !slices.Contains(optional, name) {
				t.Errorf("%s: {%s} is missing", song.Name, name)
			}
			if most := max(repeated[name], 1); seen[name] > most {
				t.Errorf("%s: {%s} is there %d times, at most %d", song.Name, name, seen[name], most)
			}
		}
	}
}

func checkField(t *testing.T, song string, f field) {
	t.Helper()
	if f.value == "" {
		t.Errorf("%s: {%s} is empty", song, f.name)
	}
	if pattern := patterns[f.name]; pattern != nil && !pattern.MatchString(f.value) {
		t.Errorf("%s: {%s: %s} is not well formed", song, f.name, f.value)
	}
	if f.name == "meta theme" && !slices.Contains(themes, f.value) {
		t.Errorf("%s: theme %q is not in the list", song, f.value)
	}
}

func TestEveryFileIsCleanText(t *testing.T) {
	const beyondASCII = "’“”éëäöü"
	for _, song := range library(t) {
		if !utf8.ValidString(song.Text) || !strings.HasSuffix(song.Text, "}\n") {
			t.Errorf("%s: not UTF-8, or not ended by one line feed", song.Name)
		}
		for _, r := range song.Text {
			if r != '\n' && (r < ' ' || r > '~') && !strings.ContainsRune(beyondASCII, r) {
				t.Errorf("%s: character %q", song.Name, r)
			}
		}
		if strings.ContainsAny(song.Text, `'"`) {
			t.Errorf("%s: straight quotes; they are typographic in this library", song.Name)
		}
		for line := range strings.Lines(song.Text) {
			if strings.TrimSpace(line) != strings.TrimSuffix(line, "\n") || strings.Contains(line, "  ") {
				t.Errorf("%s: stray blanks in %q", song.Name, line)
			}
		}
	}
}
