package chart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/music"
)

// symbol is what a bracket's text turned out to be.
type symbol struct {
	chord music.Chord
	kind  symbolKind
}

type symbolKind uint8

const (
	unknown symbolKind = iota
	known
	direction // words for players, "Rit." or "x2"
)

// readChords classes every bracket, follows key and transpose directives, and warns.
func (c *Chart) readChords() {
	if c.hasGermanChords() {
		c.names = music.German
	}
	w := walker{chart: c, seen: map[region]int{}}
	w.enter(region{})
	for i := range c.Sections {
		if c.Sections[i].Hidden {
			continue
		}
		for j := range c.Sections[i].Lines {
			w.line(&c.Sections[i].Lines[j])
		}
	}
}

// hasGermanChords looks for a chord or a key on H, which only German spelling has.
func (c *Chart) hasGermanChords() bool {
	if key := c.Meta.Get("key"); strings.HasPrefix(key, "H") {
		return true
	}
	for i := range c.Sections {
		for j := range c.Sections[i].Lines {
			if slices.ContainsFunc(c.Sections[i].Lines[j].Parts, isOnH) {
				return true
			}
		}
	}
	return false
}

func isOnH(p Part) bool {
	if !strings.HasPrefix(p.Chord, "H") {
		return false
	}
	_, ok := music.German.ParseChord(p.Chord)
	return ok
}

// chordFix has an answer for several chords in one bracket.
func chordFix(text string) string {
	first, _, several := strings.Cut(text, " ")
	if _, ok := music.ParseChord(first); ok && several {
		return "Give each chord its own brackets"
	}
	return ""
}

// classify says what a bracket's text is; each distinct text is parsed once.
func (c *Chart) classify(text string) symbol {
	if s, ok := c.chords[text]; ok {
		return s
	}
	s := symbol{}
	if chord, ok := c.names.ParseChord(text); ok {
		s = symbol{chord, known}
	} else if chord, ok := music.ParseNamedChord(text); ok && c.defined[text] {
		s = symbol{chord, known}
	} else if chord, ok := music.ParseSingleNote(text); ok && c.singles {
		s = symbol{chord, known}
	} else if isDirection(text) {
		s.kind = direction
	}
	c.chords[text] = s
	return s
}

// isDirection tells words ("Rit.", "x2", "Bridge", "D.S. al Coda") from a chord with
// a slip of the pen ("Gmajj7").
func isDirection(text string) bool {
	note, rest, ok := music.ParseNote(strings.TrimLeft(text, "( "))
	if !ok {
		return !startsLikeNote(text)
	}
	if _, isLabel := ParseLabel(text); isLabel && len(text) > 2 {
		return true
	}
	if note.Alter != 0 || rest == "" {
		return strings.ContainsAny(rest, " ")
	}
	for _, start := range chordStarts {
		if strings.HasPrefix(rest, start) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(rest)
	word := strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz.' ")
	return first == '.' || len(rest) > 1 && word == "" && strings.ContainsAny(rest, "aeiou .")
}

var chordStarts = []string{"maj", "min", "sus", "dim", "aug", "add", "m7", "m9", "m6"}

// startsLikeNote catches "h" and "c#m": note names of other habits, kept as chords.
func startsLikeNote(text string) bool {
	if text == "" || text[0] < 'a' || text[0] > 'h' {
		return false
	}
	_, ok := music.ParseChord(strings.ToUpper(text[:1]) + text[1:])
	return ok
}
