package music

import "testing"

func TestTransposition(t *testing.T) {
	cases := []struct{ from, to, chord, want string }{
		{"G", "Bb", "D7", "F7"}, {"G", "Bb", "F#m", "Am"}, {"G", "Bb", "A#dim", "C#dim"}, {"G", "Bb", "D/F#", "F/A"},
		{"C", "Db", "E/G#", "F/A"}, {"C", "Db", "Bb", "Cb"}, {"C", "Db", "Ab", "A"}, {"C", "Gb", "Db", "G"},
		{"E", "B", "G#/B#", "D#/G"}, {"E", "F#", "A#dim7", "B#dim7"}, {"B", "Eb", "D#/F##", "G/B"}, {"F#", "C", "A#/C##", "E/G#"},
		{"Am", "C#m", "E7/G#", "G#7/B#"}, {"Am", "Ebm", "F", "Cb"}, {"Bbm", "G#m", "Adim7", "Gdim7"}, {"G#m", "D#m", "F##dim", "Ddim"},
		{"C", "Eb", "Cadd9/E", "Ebadd9/G"}, {"C", "G", "N.C.", "N.C."}, {"C", "D", "(F/A)", "(G/B)"}, {"C", "D", "/B", "/C#"},
		{"C", "C", "G#dim", "G#dim"}, {"F#", "Gb", "C#/E#", "Db/F"}, {"Gb", "F#", "Cb", "B"}, {"D", "Eb", "Em7b5", "Fm7b5"},
		{"C", "Gb", "Ab/C", "D/F#"}, {"Am", "Bbm", "G/B", "Ab/C"},
	}
	for _, c := range cases {
		chord, ok := ParseChord(c.chord)
		if got := Transpose(chord, key(t, c.from), key(t, c.to)).String(); !ok || got != c.want {
			t.Errorf("%s from %s to %s is %s, want %s", c.chord, c.from, c.to, got, c.want)
		}
	}
}

func TestScaleNotesUnderAnotherLetterAreRead(t *testing.T) {
	cases := []struct{ key, chord, want string }{
		{"F", "A#", "Bb"}, {"F", "D/A#", "D/Bb"}, {"G", "Gbm", "F#m"}, {"G", "A#dim", "A#dim"}, {"C", "Ab", "Ab"}, {"Am", "E/G#", "E/G#"},
	}
	for _, c := range cases {
		chord, _ := ParseChord(c.chord)
		if got := Transpose(chord, key(t, c.key), key(t, c.key)).String(); got != c.want {
			t.Errorf("%s in %s is shown as %s, want %s", c.chord, c.key, got, c.want)
		}
	}
}

// Scale chords go to scale chords, there is nothing left to spell by hand.
func TestScaleChordsStayInTheirScale(t *testing.T) {
	for _, minor := range []bool{false, true} {
		offered := Offered(minor, false)
		for _, from := range offered {
			for _, to := range offered {
				move := NewMove(from, to)
				source, target := from.scale(), to.scale()
				for i := range source {
					if got := move.Note(source[i]); got != target[i] {
						t.Errorf("degree %d of %s goes to %s in %s, want %s", i+1, from, got, to, target[i])
					}
				}
			}
		}
	}
}

func TestThereAndBackIsTheSamePitch(t *testing.T) {
	for _, from := range Offered(false, false) {
		for _, to := range Offered(false, true) {
			for letter := int8(0); letter < 7; letter++ {
				for alter := int8(-2); alter <= 2; alter++ {
					note := Note{letter, alter}
					there, back := NewMove(from, to), NewMove(to, from)
					moved := there.Note(note)
					if moved.Alter < -1 || moved.Alter > 1 {
						if from != to {
							t.Errorf("%s from %s to %s needs %s", note, from, to, moved)
						}
					}
					if again := back.Note(moved); again.Pitch() != note.Pitch() {
						t.Errorf("%s from %s to %s and back is %s", note, from, to, again)
					}
				}
			}
		}
	}
}

func TestMovingAllocatesNothing(t *testing.T) {
	chord, _ := ParseChord("Bbmaj7/D")
	move := NewMove(key(t, "Bb"), key(t, "F#"))
	if n := testing.AllocsPerRun(100, func() {
		_ = Letters.Parts(move.Chord(chord))
		_ = German.Parts(chord)
	}); n != 0 {
		t.Errorf("moving and naming a chord allocates %v times", n)
	}
}

func BenchmarkTranspose(b *testing.B) {
	chord, _ := ParseChord("Bbmaj7/D")
	move := NewMove(key(b, "Bb"), key(b, "F#"))
	b.ReportAllocs()
	for b.Loop() {
		_ = Letters.Parts(move.Chord(chord))
	}
}

func BenchmarkParseChord(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseChord("F#m7b5/C")
	}
}
