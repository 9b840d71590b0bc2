package music

// Interval is the distance from one note up to another: letters and semitones,
// so that a minor third and an augmented second stay different.
type Interval struct {
	Letters   int8 // 0 to 6
	Semitones int8 // 0 to 11
}

// Between is the interval from one note up to the next such note.
func Between(from, to Note) Interval {
	return Interval{
		Letters:   int8(wrap(int(to.Letter)-int(from.Letter), 7)),
		Semitones: int8(wrap(to.Pitch()-from.Pitch(), 12)),
	}
}

// Up moves a note by an interval and keeps the distance in letters. The result
// can carry any number of accidentals; Simple makes it readable again.
func (n Note) Up(i Interval) Note {
	return spelled(int(n.Letter)+int(i.Letters), n.Pitch()+int(i.Semitones))
}

func spelled(letter, pitch int) Note {
	letter = wrap(letter, 7)
	alter := wrap(pitch-int(naturals[letter])+6, 12) - 6
	return Note{int8(letter), int8(alter)}
}

var (
	sharpSpelling = [12]Note{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {3, 0}, {3, 1}, {4, 0}, {4, 1}, {5, 0}, {5, 1}, {6, 0}}
	flatSpelling  = [12]Note{{0, 0}, {1, -1}, {1, 0}, {2, -1}, {2, 0}, {3, 0}, {4, -1}, {4, 0}, {5, -1}, {5, 0}, {6, -1}, {6, 0}}
)

// Simple is the same pitch without a double accidental: B double flat is A.
// Notes with one accidental or none stay as they are, C flat and E sharp too.
func (n Note) Simple() Note {
	switch {
	case n.Alter < -1:
		return flatSpelling[n.Pitch()]
	case n.Alter > 1:
		return sharpSpelling[n.Pitch()]
	}
	return n
}
