package music

import "strings"

// Parts is a chord symbol cut for display: root, quality beside it, extension
// raised, bass after the slash.
type Parts [4]string

// Names is a way of naming the seven letters with up to two accidentals.
type Names struct {
	table [7][5]string
	parse func(string) (Note, string, bool)
}

// The systems a chart is shown in. German has H for B and B for B flat; Solfege
// is fixed: Do is always C.
var (
	Letters = &Names{table: signed("C", "D", "E", "F", "G", "A", "B"), parse: ParseNote}
	Solfege = &Names{table: solfegeNames, parse: parseSolfege}
	German  = &Names{table: germanNames, parse: parseGerman}
)

var solfegeNames = signed("Do", "Re", "Mi", "Fa", "Sol", "La", "Si")

var germanNames = [7][5]string{
	{"Ceses", "Ces", "C", "Cis", "Cisis"},
	{"Deses", "Des", "D", "Dis", "Disis"},
	{"Eses", "Es", "E", "Eis", "Eisis"},
	{"Feses", "Fes", "F", "Fis", "Fisis"},
	{"Geses", "Ges", "G", "Gis", "Gisis"},
	{"Asas", "As", "A", "Ais", "Aisis"},
	{"Heses", "B", "H", "His", "Hisis"},
}

func signed(names ...string) [7][5]string {
	var table [7][5]string
	for i, name := range names {
		table[i] = [5]string{name + "♭♭", name + "♭", name, name + "♯", name + "♯♯"}
	}
	return table
}

// Name is the note in this system.
func (names *Names) Name(n Note) string {
	if n.Alter < -2 || n.Alter > 2 {
		n = n.Simple()
	}
	return names.table[n.Letter][n.Alter+2]
}

// ParseKey reads a key whose tonic is named in this system: "Fism", "Es", "H".
func (names *Names) ParseKey(s string) (Key, bool) {
	tonic, rest, ok := names.parse(strings.TrimSpace(s))
	if !ok {
		return Key{}, false
	}
	minor, ok := parseMode(strings.TrimSpace(rest))
	return Key{tonic, minor}, ok
}

// ParseChord reads a chord whose root and bass are named in this system.
func (names *Names) ParseChord(s string) (Chord, bool) {
	return parseChord(s, names)
}

// Parts spells a chord in this system.
func (names *Names) Parts(c Chord) Parts {
	var root, bass string
	if c.HasRoot {
		root = names.Name(c.Root)
	}
	if c.HasBass {
		bass = names.Name(c.Bass)
	}
	return c.parts(root, bass)
}

func (c Chord) parts(root, bass string) Parts {
	p := Parts{root, c.Quality, c.Extension, bass}
	switch {
	case c.Silent:
		p[0] = "N.C."
	case c.Single:
		p[0] = strings.ToLower(root)
	}
	if c.Opens {
		p[0] = "(" + p[0]
	}
	if c.Closes {
		last := 3
		for last > 0 && p[last] == "" {
			last--
		}
		p[last] += ")"
	}
	return p
}

// Text joins the parts into one line of text: "B♭maj7/D".
func (p Parts) Text() string {
	if p[3] == "" {
		return p[0] + p[1] + p[2]
	}
	return p[0] + p[1] + p[2] + "/" + p[3]
}

func parseSolfege(s string) (Note, string, bool) {
	for i := range solfegeNames {
		if rest, found := strings.CutPrefix(s, solfegeNames[i][2]); found {
			alter, rest := parseAlter(rest)
			return Note{int8(i), alter}, rest, true
		}
	}
	return Note{}, s, false
}

// parseGerman reads Fis, Es, As, H and B; a sign after the letter works as well.
func parseGerman(s string) (Note, string, bool) {
	best, note := 0, Note{}
	for letter := range germanNames {
		for alter, name := range germanNames[letter] {
			if len(name) > best && strings.HasPrefix(s, name) && !germanSus(name, s) {
				best, note = len(name), Note{int8(letter), int8(alter - 2)}
			}
		}
	}
	if best == 0 {
		return Note{}, s, false
	}
	alter, rest := parseAlter(s[best:])
	if note == (Note{6, -1}) && alter == -1 {
		alter = 0
	}
	note.Alter = clampAlter(note.Alter + alter)
	return note, rest, true
}

// germanSus tells "Asus4", a suspended A, from "As", A flat.
func germanSus(name, s string) bool {
	return name == "As" && strings.HasPrefix(s, "Asus") || name == "Es" && strings.HasPrefix(s, "Esus")
}

func clampAlter(alter int8) int8 {
	return max(-2, min(2, alter))
}
