package music

import "strings"

// Key is a major or minor key. The zero value is C major.
type Key struct {
	Tonic Note
	Minor bool
}

// ParseKey reads "Bb", "F#m", "A♭", "c minor", "E major". Anything that does not
// name a major or minor key is refused.
func ParseKey(s string) (Key, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Key{}, false
	}
	tonic, rest, ok := ParseNote(strings.ToUpper(s[:1]) + s[1:])
	if !ok {
		return Key{}, false
	}
	minor, ok := parseMode(strings.TrimSpace(rest))
	return Key{tonic, minor}, ok
}

func parseMode(s string) (minor, ok bool) {
	switch s {
	case "m", "-":
		return true, true
	case "", "M":
		return false, true
	}
	switch strings.ToLower(s) {
	case "major", "maj", "dur":
		return false, true
	case "minor", "min", "mi", "moll":
		return true, true
	}
	return false, false
}

// String is the stored spelling, "F#m".
func (k Key) String() string {
	if k.Minor {
		return k.Tonic.String() + "m"
	}
	return k.Tonic.String()
}

// Text is the spelling for people, "F♯m".
func (k Key) Text() string {
	if k.Minor {
		return k.Tonic.Text() + "m"
	}
	return k.Tonic.Text()
}

// Pitch is the pitch class of the tonic.
func (k Key) Pitch() int { return k.Tonic.Pitch() }

var fifthsOf = [7]int{0, 2, 4, -1, 1, 3, 5}

// Signature counts the accidentals of the key signature: sharps above zero, flats below.
func (k Key) Signature() int {
	fifths := fifthsOf[k.Tonic.Letter] + 7*int(k.Tonic.Alter)
	if k.Minor {
		return fifths - 3
	}
	return fifths
}

// Relative is the key of the other mode with the same signature.
func (k Key) Relative() Key {
	if k.Minor {
		return Key{Tonic: k.Tonic.Up(Interval{2, 3})}
	}
	return Key{Tonic: k.Tonic.Up(Interval{5, 9}), Minor: true}
}

// InMode is the key itself, or its relative when the mode differs.
func (k Key) InMode(minor bool) Key {
	if k.Minor == minor {
		return k
	}
	return k.Relative()
}
