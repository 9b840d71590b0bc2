package starter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The longest lyric line, in letters without its chords.
const longestLine = 58

var ends = map[string]string{"start_of_verse": "end_of_verse", "start_of_chorus": "end_of_chorus"}

type section struct {
	kind, label string
	lines       []string
}

// sections reads a song's body; a recalled chorus is a section without lines.
func sections(song File) ([]section, error) {
	_, body, _ := strings.Cut(song.Text, "\n\n")
	var read []section
	for _, block := range strings.Split(strings.TrimSuffix(body, "\n"), "\n\n") {
		lines := strings.Split(block, "\n")
		start, ok := fieldOf(lines[0])
		if !ok {
			return nil, fmt.Errorf("a section begins with %q", lines[0])
		}
		if start.name == "chorus" && len(lines) == 1 {
			read = append(read, section{kind: "chorus"})
			continue
		}
		end, ok := fieldOf(lines[len(lines)-1])
		if !ok || ends[start.name] == "" || end.name != ends[start.name] {
			return nil, fmt.Errorf("section %q is not closed", lines[0])
		}
		read = append(read, section{start.name, start.value, lines[1 : len(lines)-1]})
	}
	return read, nil
}

func TestEverySectionIsClosedAndLabelled(t *testing.T) {
	for _, song := range library(t) {
		read, err := sections(song)
		if err != nil {
			t.Errorf("%s: %v", song.Name, err)
			continue
		}
		verses, refrains, recalls := 0, 0, 0
		for _, s := range read {
			want := "Refrain"
			switch s.kind {
			case "chorus":
				recalls++
				continue
			case "start_of_verse":
				verses++
				want = fmt.Sprintf("Verse %d", verses)
			default:
				refrains++
			}
			if s.label != want {
				t.Errorf("%s: section %q should be labelled %q", song.Name, s.label, want)
			}
		}
		checkRefrain(t, song.Name, read[0].kind, verses, refrains, recalls)
	}
}

func checkRefrain(t *testing.T, song, first string, verses, refrains, recalls int) {
	t.Helper()
	want := 0
	if refrains > 0 {
		want = verses - 1
	}
	if first == "start_of_chorus" {
		want = verses
	}
	if refrains > 1 || recalls != want {
		t.Errorf("%s: %d refrains recalled %d times, want at most one, recalled %d times", song, refrains, recalls, want)
	}
}

func TestEveryLyricLineHasPlayableChords(t *testing.T) {
	for _, song := range library(t) {
		read, err := sections(song)
		if err != nil {
			t.Fatalf("%s: %v", song.Name, err)
		}
		for _, s := range read {
			for _, line := range s.lines {
				checkLine(t, song.Name, line)
			}
		}
	}
}

func checkLine(t *testing.T, song, line string) {
	t.Helper()
	chords := bracket.FindAllString(line, -1)
	if len(chords) == 0 {
		t.Errorf("%s: no chord over %q", song, line)
	}
	for _, chord := range chords {
		if !chordName.MatchString(chord) {
			t.Errorf("%s: chord %s in %q", song, chord, line)
		}
	}
	words := bracket.ReplaceAllString(line, "")
	if strings.ContainsAny(words, "[]{}") || strings.TrimSpace(words) == "" {
		t.Errorf("%s: loose brackets or no words in %q", song, line)
	}
	if n := utf8.RuneCountInString(words); n > longestLine {
		t.Errorf("%s: %d letters in %q", song, n, words)
	}
}

// A band plays every verse alike: line n of each verse carries the chords of
// line n of verse 1. The songs named here have a verse of another shape.
func TestEveryVerseIsPlayedLikeTheFirst(t *testing.T) {
	irregular := []string{"o-come-all-ye-faithful.cho"}
	for _, song := range library(t) {
		if slices.Contains(irregular, song.Name) {
			continue
		}
		read, err := sections(song)
		if err != nil {
			t.Fatalf("%s: %v", song.Name, err)
		}
		var first []string
		for _, s := range read {
			if s.kind != "start_of_verse" {
				continue
			}
			played := chordsByLine(s.lines)
			if first == nil {
				first = played
			}
			if !slices.Equal(first, played) {
				t.Errorf("%s: %s is not played like verse 1:\n%q\n%q", song.Name, s.label, played, first)
			}
		}
	}
}

func chordsByLine(lines []string) []string {
	played := make([]string, 0, len(lines))
	for _, line := range lines {
		played = append(played, strings.Join(bracket.FindAllString(line, -1), ""))
	}
	return played
}

// A chord stands before the syllable it is struck on: "[G]word", "syl[G]lable",
// not "word[G] next".
func TestNoChordHangsAfterItsWord(t *testing.T) {
	hanging := regexp.MustCompile(`\] |\]$|\]\[`)
	for _, song := range library(t) {
		for line := range strings.Lines(song.Text) {
			if hanging.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("%s: a chord without a syllable in %q", song.Name, line)
			}
		}
	}
}
