package music

import "testing"

func TestChordParts(t *testing.T) {
	cases := map[string]Parts{
		"C":            {"C", "", "", ""},
		"Bb7/F":        {"B♭", "", "7", "F"},
		"F#m":          {"F♯", "m", "", ""},
		"F♯m7b5":       {"F♯", "m", "7♭5", ""},
		"Dmin7":        {"D", "m", "7", ""},
		"D-7":          {"D", "m", "7", ""},
		"C-5":          {"C", "", "-5", ""},
		"Gmaj7":        {"G", "", "maj7", ""},
		"GM7":          {"G", "", "maj7", ""},
		"G^7":          {"G", "", "Δ7", ""},
		"Cmaj7#11":     {"C", "", "maj7♯11", ""},
		"C7(b9)":       {"C", "", "7(♭9)", ""},
		"C7(b9,#11)":   {"C", "", "7(♭9,♯11)", ""},
		"Bdim7":        {"B", "dim", "7", ""},
		"B°":           {"B", "°", "", ""},
		"Bø7":          {"B", "ø", "7", ""},
		"Bh7":          {"B", "ø", "7", ""},
		"Caug":         {"C", "aug", "", ""},
		"C+":           {"C", "+", "", ""},
		"Asus4":        {"A", "", "sus4", ""},
		"Dsus":         {"D", "", "sus", ""},
		"Cadd9/E":      {"C", "", "add9", "E"},
		"Cmadd9":       {"C", "m", "add9", ""},
		"Cm(maj7)":     {"C", "m", "(maj7)", ""},
		"CmM7":         {"C", "m", "maj7", ""},
		"C6/9":         {"C", "", "6/9", ""},
		"C6/9/E":       {"C", "", "6/9", "E"},
		"G5":           {"G", "", "5", ""},
		"E2":           {"E", "", "2", ""},
		"C7b9#5":       {"C", "", "7♭9♯5", ""},
		"Cno3":         {"C", "", "no3", ""},
		"C7sus4":       {"C", "", "7sus4", ""},
		"C7alt":        {"C", "", "7alt", ""},
		"Cb":           {"C♭", "", "", ""},
		"E#":           {"E♯", "", "", ""},
		"Bbb":          {"B♭♭", "", "", ""},
		"F##dim/A":     {"F♯♯", "dim", "", "A"},
		"N.C.":         {"N.C.", "", "", ""},
		"NC":           {"N.C.", "", "", ""},
		"(C)":          {"(C)", "", "", ""},
		"(Am7/G)":      {"(A", "m", "7", "G)"},
		"(F":           {"(F", "", "", ""},
		"G)":           {"G)", "", "", ""},
		"/E":           {"", "", "", "E"},
		" Em ":         {"E", "m", "", ""},
		"A*":           {"A", "", "*", ""},
		"Am7add11":     {"A", "m", "7add11", ""},
		"Emin":         {"E", "m", "", ""},
		"C7+":          {"C", "", "7+", ""},
		"Ebmaj9(#11)":  {"E♭", "", "maj9(♯11)", ""},
		"Cdim(maj7)":   {"C", "dim", "(maj7)", ""},
		"D/F♯":         {"D", "", "", "F♯"},
		"Gsus2sus4":    {"G", "", "sus2sus4", ""},
		"A7sus4(b9)/E": {"A", "", "7sus4(♭9)", "E"},
	}
	for text, want := range cases {
		chord, ok := ParseChord(text)
		if got := Letters.Parts(chord); !ok || got != want {
			t.Errorf("%q gives %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestNoChords(t *testing.T) {
	for _, text := range []string{"", "()", "H", "Rit.", "x2", "Chorus", "Amen", "Bass", "Add", "Gxxx", "Gmajj7", "C/", "C/x", "C()", "C(b9", "Cb9)x",
		"do", "c", "Dad", "Fade", "Coda", "Bridge", "E g", "C#b#", "/", "C1", "C//E", "Ab out", "C9999999999999999999999999999999999999999999"} {
		if chord, ok := ParseChord(text); ok {
			t.Errorf("%q is read as the chord %+v", text, chord)
		}
	}
}

func TestTriads(t *testing.T) {
	for text, want := range map[string]Triad{"C": Major, "Cm7": Minor, "Cdim": Diminished, "Cø": Diminished, "C+7": Augmented, "Csus4": Major, "C5": Major} {
		if chord, _ := ParseChord(text); chord.Triad != want {
			t.Errorf("%s is triad %d, want %d", text, chord.Triad, want)
		}
	}
}

func TestOtherNamesAreRead(t *testing.T) {
	german := map[string]string{"H7": "B7", "B": "Bb", "Fism": "F#m", "As": "Ab", "Asus4": "Asus4", "Es/G": "Eb/G", "Esus": "Esus", "Cis/Eis": "C#/E#", "Bb": "Bb", "Hm/A": "Bm/A"}
	for text, want := range german {
		if chord, ok := German.ParseChord(text); !ok || chord.String() != want {
			t.Errorf("German %q is %s, %v; want %s", text, chord, ok, want)
		}
	}
	solfege := map[string]string{"Sol": "G", "Sol7": "G7", "La♭m": "Abm", "Fa#m/Do#": "F#m/C#", "Si": "B"}
	for text, want := range solfege {
		if chord, ok := Solfege.ParseChord(text); !ok || chord.String() != want {
			t.Errorf("solfège %q is %s, %v; want %s", text, chord, ok, want)
		}
	}
	if k, ok := German.ParseKey("Fism"); !ok || k.String() != "F#m" {
		t.Errorf("the key Fism is %s, %v", k, ok)
	}
}

func TestSingleAndNamedChords(t *testing.T) {
	note, ok := ParseSingleNote("f#")
	if !ok || Letters.Parts(note) != (Parts{"f♯"}) || note.String() != "f#" {
		t.Errorf("f# is %v, %v", Letters.Parts(note), ok)
	}
	if _, ok := ParseSingleNote("fm"); ok {
		t.Error("fm is no single note")
	}
	named, ok := ParseNamedChord("Gxx")
	if !ok || Transpose(named, Key{}, key(t, "D")).String() != "Axx" {
		t.Errorf("Gxx is %v, %v", named, ok)
	}
}

func FuzzParseChord(f *testing.F) {
	for _, seed := range []string{"Bbmaj7#11/D", "(C7(b9))", "N.C.", "F##dim/C##", "C6/9", "♭", "G/", "A♯°", "((", "))", "C(((((", "\xffA"} {
		f.Add(seed)
	}
	from, to := Key{}, Key{Tonic: Note{3, 1}}
	f.Fuzz(func(t *testing.T, text string) {
		German.ParseChord(text)
		Solfege.ParseChord(text)
		chord, ok := ParseChord(text)
		if !ok {
			return
		}
		again, ok := ParseChord(chord.String())
		if !ok || again != chord {
			t.Fatalf("%q is read as %+v and back as %+v", text, chord, again)
		}
		moved := Transpose(chord, from, to)
		if chord.HasRoot && wrap(moved.Root.Pitch()-chord.Root.Pitch(), 12) != 6 {
			t.Fatalf("%q moves from %v to %v", text, chord.Root, moved.Root)
		}
		for _, names := range []*Names{Letters, Solfege, German} {
			names.Parts(moved)
		}
		Nashville(chord, to)
		Roman(chord, to)
	})
}
