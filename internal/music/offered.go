package music

// The keys a chart can be shown in, by rule: at most five accidentals, except F♯
// and G♭ major and D♯ and E♭ minor, where the church says which comes first.
var (
	majorsSharp = keys(false, "C", "Db", "D", "Eb", "E", "F", "F#", "Gb", "G", "Ab", "A", "Bb", "B")
	majorsFlat  = keys(false, "C", "Db", "D", "Eb", "E", "F", "Gb", "F#", "G", "Ab", "A", "Bb", "B")
	minorsSharp = keys(true, "C", "C#", "D", "D#", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
	minorsFlat  = keys(true, "C", "C#", "D", "Eb", "D#", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
)

func keys(minor bool, names ...string) []Key {
	list := make([]Key, 0, len(names))
	for _, name := range names {
		tonic, _, _ := ParseNote(name)
		list = append(list, Key{tonic, minor})
	}
	return list
}

// Offered lists the keys of one mode in which a chart is offered, from C upwards.
// preferFlat puts G♭ before F♯ and E♭m before D♯m. The slice must not be changed.
func Offered(minor, preferFlat bool) []Key {
	switch {
	case minor && preferFlat:
		return minorsFlat
	case minor:
		return minorsSharp
	case preferFlat:
		return majorsFlat
	}
	return majorsSharp
}

// OfferedAt is the offered key of a mode with this pitch class.
func OfferedAt(pitch int, minor, preferFlat bool) Key {
	pitch = wrap(pitch, 12)
	for _, k := range Offered(minor, preferFlat) {
		if k.Pitch() == pitch {
			return k
		}
	}
	return Key{Minor: minor}
}

// Offered is the key itself when charts are offered in it, else its common
// spelling: A♯ becomes B♭, A♭ minor becomes G♯ minor.
func (k Key) Offered(preferFlat bool) Key {
	if s := k.Signature(); s >= -6 && s <= 6 {
		return k
	}
	return OfferedAt(k.Pitch(), k.Minor, preferFlat)
}

// Move is the offered key a number of semitones up (or down, below zero).
// Twelve semitones, like none, give the key back.
func (k Key) Move(semitones int, preferFlat bool) Key {
	if wrap(semitones, 12) == 0 {
		return k.Offered(preferFlat)
	}
	return OfferedAt(k.Pitch()+semitones, k.Minor, preferFlat)
}

// CapoShapes is the key of the shapes a player with a capo uses: sounding − capo.
func CapoShapes(sounding Key, capo int, preferFlat bool) Key {
	return sounding.Move(-wrap(capo, 12), preferFlat)
}

// Capo is one way to play a sounding key.
type Capo struct {
	Fret   int
	Shapes Key
}

// EasyCapos lists the capos up to the seventh fret that lead to open shapes
// (C, A, G, E, D; Am, Em, Dm), lowest fret first.
func EasyCapos(sounding Key) []Capo {
	found := make([]Capo, 0, 4)
	for fret := 1; fret <= 7; fret++ {
		shapes := CapoShapes(sounding, fret, false)
		if easy(shapes) {
			found = append(found, Capo{fret, shapes})
		}
	}
	return found
}

func easy(k Key) bool {
	if k.Tonic.Alter != 0 {
		return false
	}
	if k.Minor {
		return k.Tonic.Letter == 5 || k.Tonic.Letter == 2 || k.Tonic.Letter == 1
	}
	return k.Tonic.Letter != 3 && k.Tonic.Letter != 6
}
