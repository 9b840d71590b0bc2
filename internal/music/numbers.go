package music

var (
	nashvilleDegrees = degreeTable("1", "2", "3", "4", "5", "6", "7")
	romanMajor       = degreeTable("I", "II", "III", "IV", "V", "VI", "VII")
	romanMinor       = degreeTable("i", "ii", "iii", "iv", "v", "vi", "vii")
)

// chromatic says which degree and sign a pitch takes when its letter is no help.
var chromatic = [12][2]int8{{0, 0}, {1, -1}, {1, 0}, {2, -1}, {2, 0}, {3, 0}, {3, 1}, {4, 0}, {5, -1}, {5, 0}, {6, -1}, {6, 0}}

func degreeTable(names ...string) [7][3]string {
	var table [7][3]string
	for i, name := range names {
		table[i] = [3]string{"♭" + name, name, "♯" + name}
	}
	return table
}

// degree is the step of a note above a tonic, 0 to 6, and its alteration from the
// steps of the scale, -1 to 1.
func degree(n, tonic Note, steps *[7]int) (step, alter int8) {
	i := Between(tonic, n)
	alter = int8(wrap(int(i.Semitones)-steps[i.Letters]+6, 12) - 6)
	if alter >= -1 && alter <= 1 {
		return i.Letters, alter
	}
	step = chromatic[i.Semitones][0]
	return step, int8(wrap(int(i.Semitones)-steps[step]+6, 12) - 6)
}

// Nashville numbers a chord in a sounding key. A minor key counts from its relative
// major, as sessions do: in A minor, Am is 6m.
func Nashville(c Chord, key Key) Parts {
	tonic := key.InMode(false).Tonic
	var root, bass string
	if c.HasRoot {
		root = numeral(&nashvilleDegrees, c.Root, tonic, &majorSteps)
	}
	if c.HasBass {
		bass = numeral(&nashvilleDegrees, c.Bass, tonic, &majorSteps)
	}
	return c.parts(root, bass)
}

// Roman analyses a chord in a sounding key: lower case for minor and diminished,
// counted from the key's own tonic; the bass is a scale degree in figures.
func Roman(c Chord, key Key) Parts {
	steps := &majorSteps
	if key.Minor {
		steps = &minorSteps
	}
	table := &romanMajor
	if c.Triad == Minor || c.Triad == Diminished {
		table = &romanMinor
	}
	var root, bass string
	if c.HasRoot {
		root = numeral(table, c.Root, key.Tonic, steps)
	}
	if c.HasBass {
		bass = numeral(&nashvilleDegrees, c.Bass, key.Tonic, steps)
	}
	if c.Triad == Minor {
		c.Quality = ""
	}
	if key.Minor && root == "♯vii" && c.Triad == Diminished {
		root = "vii"
	}
	return c.parts(root, bass)
}

func numeral(table *[7][3]string, n, tonic Note, steps *[7]int) string {
	step, alter := degree(n, tonic, steps)
	return table[step][max(-1, min(1, alter))+1]
}
