package music

import "testing"

func TestNamesOfOneChord(t *testing.T) {
	cases := []struct{ chord, letters, solfege, german string }{
		{"Bb7/F", "B♭7/F", "Si♭7/Fa", "B7/F"}, {"B", "B", "Si", "H"}, {"F#m/A#", "F♯m/A♯", "Fa♯m/La♯", "Fism/Ais"},
		{"Ebmaj7", "E♭maj7", "Mi♭maj7", "Esmaj7"}, {"Ab", "A♭", "La♭", "As"}, {"Bbb", "B♭♭", "Si♭♭", "Heses"}, {"Gsus4", "Gsus4", "Solsus4", "Gsus4"},
	}
	for _, c := range cases {
		chord, _ := ParseChord(c.chord)
		got := [3]string{Letters.Parts(chord).Text(), Solfege.Parts(chord).Text(), German.Parts(chord).Text()}
		if got != [3]string{c.letters, c.solfege, c.german} {
			t.Errorf("%s is named %v", c.chord, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	cases := []struct{ key, chord, nashville, roman string }{
		{"C", "C", "1", "I"}, {"C", "Am", "6m", "vi"}, {"C", "G/B", "5/7", "V/7"}, {"C", "Bb", "♭7", "♭VII"}, {"D", "E7", "27", "II7"},
		{"G", "F#dim", "7dim", "viidim"}, {"C", "G#dim", "♯5dim", "♯vdim"}, {"C", "N.C.", "N.C.", "N.C."}, {"C", "E+", "3+", "III+"},
		{"Am", "Am", "6m", "i"}, {"Am", "F", "4", "VI"}, {"Am", "E7/G#", "37/♯5", "V7/♯7"}, {"Am", "G#dim", "♯5dim", "viidim"}, {"Am", "Bm7b5", "7m7♭5", "ii7♭5"},
		{"Gb", "Cb", "4", "IV"}, {"Db", "C##", "♭2", "♭II"}, {"C", "/E", "/3", "/3"}, {"C", "(Dm7)", "(2m7)", "(ii7)"},
	}
	for _, c := range cases {
		chord, _ := ParseChord(c.chord)
		k := key(t, c.key)
		if got := Nashville(chord, k).Text(); got != c.nashville {
			t.Errorf("%s in %s is number %s, want %s", c.chord, c.key, got, c.nashville)
		}
		if got := Roman(chord, k).Text(); got != c.roman {
			t.Errorf("%s in %s is %s, want %s", c.chord, c.key, got, c.roman)
		}
	}
}

func TestGuessKey(t *testing.T) {
	cases := []struct {
		chords []string
		want   string
	}{
		{[]string{"G", "C", "D7", "G"}, "G"}, {[]string{"Am", "G", "F", "E", "Am"}, "Am"}, {[]string{"D", "G", "A7", "D7", "G"}, "D"},
		{[]string{"C", "F", "G7", "C/E"}, "C"}, {[]string{"Em", "C", "D", "E"}, "Em"}, {[]string{"N.C.", "A#", "A#"}, "Bb"}, {[]string{"N.C."}, ""}, {nil, ""},
	}
	for _, c := range cases {
		chords := make([]Chord, 0, len(c.chords))
		for _, text := range c.chords {
			chord, _ := ParseChord(text)
			chords = append(chords, chord)
		}
		k, reason, ok := GuessKey(chords)
		if ok != (c.want != "") || ok && k.String() != c.want || reason == "" {
			t.Errorf("%v guesses %s, %v (%s); want %q", c.chords, k, ok, reason, c.want)
		}
	}
}
