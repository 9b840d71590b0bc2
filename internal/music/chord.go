package music

import "strings"

// Triad is the kind of chord that its root carries.
type Triad uint8

// The triads. Suspended and power chords count as Major: they have no minor third.
const (
	Major Triad = iota
	Minor
	Diminished
	Augmented
)

// Chord is a parsed chord symbol. The suffix never changes by transposition, only
// root and bass move.
type Chord struct {
	Root    Note
	Bass    Note
	HasRoot bool // false for "/E", a bass note alone
	HasBass bool
	Silent  bool // N.C., no chord
	Single  bool // one note, written small: "f#"
	Opens   bool // written with "(" before it
	Closes  bool // written with ")" after it
	Triad   Triad

	Suffix    string // as typed between root and slash
	Quality   string // beside the root: "m", "dim", "°", "ø", "aug", "+"
	Extension string // raised: "7", "maj7", "sus4", "7♭9"
}

// longestChord in bytes; longer text is no chord symbol that anybody could play.
const longestChord = 40

// ParseChord reads a chord symbol such as "Bbmaj7/D". What it does not know in full
// it refuses, and the caller keeps the text as it is.
func ParseChord(s string) (Chord, bool) {
	return parseChord(s, Letters)
}

func parseChord(s string, names *Names) (Chord, bool) {
	s, c := unwrap(strings.TrimSpace(s))
	if s == "" || len(s) > longestChord {
		return Chord{}, false
	}
	if isSilent(s) {
		c.Silent = true
		return c, true
	}
	if s[0] != '/' {
		root, rest, ok := names.parse(s)
		if !ok {
			return Chord{}, false
		}
		c.Root, c.HasRoot, s = root, true, rest
	}
	s = c.takeBass(s, names)
	return c, c.readSuffix(s) && (c.HasRoot || c.HasBass && s == "")
}

// unwrap takes one pair of parentheses, or a lone one, off a chord: "(C)", "(C", "D)".
func unwrap(s string) (string, Chord) {
	var c Chord
	if strings.HasPrefix(s, "(") {
		c.Opens, s = true, s[1:]
	}
	if strings.HasSuffix(s, ")") && strings.Count(s, ")") > strings.Count(s, "(") {
		c.Closes, s = true, s[:len(s)-1]
	}
	return s, c
}

func isSilent(s string) bool {
	switch s {
	case "N.C.", "NC", "N.C", "n.c.", "N.c.", "nc":
		return true
	}
	return false
}

// takeBass cuts "/F#" off the end. A slash before a number belongs to the suffix: "6/9".
func (c *Chord) takeBass(s string, names *Names) string {
	slash := strings.LastIndexByte(s, '/')
	if slash < 0 {
		return s
	}
	bass, rest, ok := names.parse(s[slash+1:])
	if !ok || rest != "" {
		return s
	}
	c.Bass, c.HasBass = bass, true
	return s[:slash]
}

// ParseNamedChord takes any text that begins with a note, for chords that a chart
// defines itself ("Gxxx"): the rest of the name becomes the extension.
func ParseNamedChord(s string) (Chord, bool) {
	root, rest, ok := ParseNote(s)
	if !ok {
		return Chord{}, false
	}
	return Chord{Root: root, HasRoot: true, Suffix: rest, Extension: rest}, true
}

// ParseSingleNote reads a note written small, "f#", for charts that say they use them.
func ParseSingleNote(s string) (Chord, bool) {
	if s == "" || s[0] < 'a' || s[0] > 'g' {
		return Chord{}, false
	}
	root, rest, ok := ParseNote(strings.ToUpper(s[:1]) + s[1:])
	return Chord{Root: root, HasRoot: true, Single: true}, ok && rest == ""
}

// String writes the chord as text in ASCII spelling: "Bbmaj7/D".
func (c Chord) String() string {
	var b strings.Builder
	if c.Opens {
		b.WriteByte('(')
	}
	switch {
	case c.Silent:
		b.WriteString("N.C.")
	case c.Single:
		b.WriteString(strings.ToLower(c.Root.String()))
	case c.HasRoot:
		b.WriteString(c.Root.String())
		b.WriteString(c.Suffix)
	}
	if c.HasBass {
		b.WriteByte('/')
		b.WriteString(c.Bass.String())
	}
	if c.Closes {
		b.WriteByte(')')
	}
	return b.String()
}
