package music

// Move carries chords from one key to another of the same mode. It is a value;
// make it once and use it for every chord of a chart.
type Move struct {
	interval Interval
	still    bool
	home     [12]Note
	isHome   [12]bool
}

// NewMove prepares the way from one tonic to another. The letters keep their
// distance: from G to B♭, D7 becomes F7 and A♯dim becomes C♯dim.
func NewMove(from, to Key) Move {
	m := Move{interval: Between(from.Tonic, to.Tonic)}
	m.still = m.interval == Interval{}
	for _, n := range from.scale() {
		m.home[n.Pitch()], m.isHome[n.Pitch()] = n, true
	}
	return m
}

// Transpose moves one chord from a key to another of the same mode.
func Transpose(c Chord, from, to Key) Chord {
	m := NewMove(from, to)
	return m.Chord(c)
}

var (
	majorSteps = [7]int{0, 2, 4, 5, 7, 9, 11}
	minorSteps = [7]int{0, 2, 3, 5, 7, 8, 10}
)

func (k Key) scale() [7]Note {
	steps := majorSteps
	if k.Minor {
		steps = minorSteps
	}
	var scale [7]Note
	for i, step := range steps {
		scale[i] = spelled(int(k.Tonic.Letter)+i, k.Pitch()+step)
	}
	return scale
}

// Note moves a single note.
func (m *Move) Note(n Note) Note {
	return m.raw(n).Simple()
}

// raw moves without simplifying. A note that the scale has under another letter
// takes the scale's: A♯ written in F is read as B♭.
func (m *Move) raw(n Note) Note {
	if p := n.Pitch(); m.isHome[p] {
		n = m.home[p]
	}
	if m.still {
		return n
	}
	return n.Up(m.interval)
}

// Chord moves root and bass. When the root has to be simplified the bass follows it,
// so that the two stay a third, a fifth or a seventh apart.
func (m *Move) Chord(c Chord) Chord {
	if c.Silent {
		return c
	}
	shift := 0
	if c.HasRoot {
		raw := m.raw(c.Root)
		c.Root = m.simple(raw)
		shift = int(c.Root.Letter) - int(raw.Letter)
	}
	if c.HasBass {
		raw := m.raw(c.Bass)
		c.Bass = m.simple(spelled(int(raw.Letter)+shift, raw.Pitch()))
	}
	return c
}

func (m *Move) simple(n Note) Note {
	if m.still {
		return n
	}
	return n.Simple()
}
