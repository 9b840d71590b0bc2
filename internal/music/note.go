// Package music knows pitches, keys, chords, their spelling and their names.
// Everything in it is pure: no state, no input or output, no panics on any text.
package music

import "strings"

// Note is a spelled pitch without an octave: a letter and how far it is altered.
// E sharp and F are different notes with the same pitch class.
type Note struct {
	Letter int8 // 0 is C, 6 is B
	Alter  int8 // semitones: -1 is flat, 1 is sharp
}

const letters = "CDEFGAB"

var naturals = [7]int8{0, 2, 4, 5, 7, 9, 11}

// Pitch is the pitch class, 0 for C to 11 for B.
func (n Note) Pitch() int {
	return wrap(int(naturals[n.Letter])+int(n.Alter), 12)
}

// String spells the note in ASCII: "Bb", "F##".
func (n Note) String() string {
	return letters[n.Letter:n.Letter+1] + accidentals(n.Alter, "b", "#")
}

// Text spells the note with real signs: "B♭".
func (n Note) Text() string {
	return Letters.Name(n)
}

// ParseNote reads a note at the start of s and returns what follows it.
// Letters are A to G in capitals; b, #, ♭, ♯ may be doubled.
func ParseNote(s string) (note Note, rest string, ok bool) {
	if s == "" {
		return Note{}, s, false
	}
	letter := strings.IndexByte(letters, s[0])
	if letter < 0 {
		return Note{}, s, false
	}
	alter, rest := parseAlter(s[1:])
	return Note{int8(letter), alter}, rest, true
}

func parseAlter(s string) (int8, string) {
	first, rest := oneAlter(s)
	if first == 0 || first == 2 || first == -2 {
		return first, rest
	}
	if second, after := oneAlter(rest); second == first {
		return 2 * first, after
	}
	return first, rest
}

var alterSigns = []struct {
	sign  string
	alter int8
}{{"#", 1}, {"b", -1}, {"♯", 1}, {"♭", -1}, {"𝄪", 2}, {"𝄫", -2}}

func oneAlter(s string) (int8, string) {
	for _, a := range alterSigns {
		if rest, found := strings.CutPrefix(s, a.sign); found {
			return a.alter, rest
		}
	}
	return 0, s
}

func accidentals(alter int8, flat, sharp string) string {
	switch {
	case alter < 0:
		return strings.Repeat(flat, int(-alter))
	case alter > 0:
		return strings.Repeat(sharp, int(alter))
	}
	return ""
}

func wrap(n, size int) int {
	n %= size
	if n < 0 {
		n += size
	}
	return n
}
