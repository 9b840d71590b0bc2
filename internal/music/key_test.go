package music

import "testing"

func TestParseKey(t *testing.T) {
	cases := map[string]string{
		"C": "C", "Bb": "Bb", "F#m": "F#m", "Am": "Am", "E♭": "Eb", "C♯m": "C#m", " G ": "G", "d minor": "Dm", "A Major": "A",
		"Bbmin": "Bbm", "F# moll": "F#m", "Es dur": "", "H": "", "": "", "Gmaj7": "", "M": "", "CM": "C", "A-": "Am", "bb": "Bb", "𝄪": "",
	}
	for text, want := range cases {
		key, ok := ParseKey(text)
		if got := key.String(); ok != (want != "") || ok && got != want {
			t.Errorf("ParseKey(%q) = %s, %v; want %q", text, got, ok, want)
		}
	}
}

func TestKeySignatures(t *testing.T) {
	cases := map[string]int{"C": 0, "G": 1, "F": -1, "Db": -5, "B": 5, "F#": 6, "Gb": -6, "C#": 7, "Am": 0, "Ebm": -6, "D#m": 6, "G#m": 5, "Bbm": -5}
	for name, want := range cases {
		if got := key(t, name).Signature(); got != want {
			t.Errorf("%s has %d accidentals, want %d", name, got, want)
		}
	}
}

func TestOfferedKeys(t *testing.T) {
	cases := map[string]string{
		"C": "C", "C#": "Db", "D#": "Eb", "E#": "F", "F#": "F#", "Gb": "Gb", "G#": "Ab", "A#": "Bb", "Cb": "B", "Fb": "E", "B#": "C",
		"Abm": "G#m", "Dbm": "C#m", "A#m": "Bbm", "Gbm": "F#m", "D#m": "D#m", "Ebm": "Ebm", "E#m": "Fm", "Cbm": "Bm",
	}
	for name, want := range cases {
		if got := key(t, name).Offered(false).String(); got != want {
			t.Errorf("%s is offered as %s, want %s", name, got, want)
		}
	}
}

func TestOfferedListsCoverEveryPitch(t *testing.T) {
	for _, minor := range []bool{false, true} {
		for _, flat := range []bool{false, true} {
			seen := map[int]int{}
			for _, k := range Offered(minor, flat) {
				seen[k.Pitch()]++
				if s := k.Signature(); s < -6 || s > 6 || k.Minor != minor {
					t.Errorf("%s does not belong into the offer", k)
				}
			}
			if len(seen) != 12 || len(Offered(minor, flat)) != 13 {
				t.Errorf("minor %v flat %v: %d pitches in %d keys", minor, flat, len(seen), len(Offered(minor, flat)))
			}
		}
	}
}

func TestTheChurchChoosesBetweenTwins(t *testing.T) {
	cases := []struct {
		from  string
		steps int
		flat  bool
		want  string
	}{
		{"E", 2, false, "F#"}, {"E", 2, true, "Gb"}, {"Dm", 1, false, "D#m"}, {"Dm", 1, true, "Ebm"},
		{"Gb", 12, false, "Gb"}, {"G", -1, true, "Gb"}, {"C", -11, false, "Db"},
	}
	for _, c := range cases {
		if got := key(t, c.from).Move(c.steps, c.flat).String(); got != c.want {
			t.Errorf("%s moved by %d (flat %v) is %s, want %s", c.from, c.steps, c.flat, got, c.want)
		}
	}
}

func TestRelativeKeys(t *testing.T) {
	for major, minor := range map[string]string{"C": "Am", "Eb": "Cm", "F#": "D#m", "Gb": "Ebm", "B": "G#m", "Db": "Bbm"} {
		if got := key(t, major).Relative().String(); got != minor {
			t.Errorf("the relative of %s is %s, want %s", major, got, minor)
		}
		if got := key(t, minor).Relative().String(); got != major {
			t.Errorf("the relative of %s is %s, want %s", minor, got, major)
		}
	}
}

func TestCapo(t *testing.T) {
	if got := CapoShapes(key(t, "Bb"), 3, false).String(); got != "G" {
		t.Errorf("capo 3 in Bb plays %s", got)
	}
	if got := CapoShapes(key(t, "B"), 5, true).String(); got != "Gb" {
		t.Errorf("capo 5 in B plays %s", got)
	}
	want := []Capo{{1, key(t, "A")}, {3, key(t, "G")}, {6, key(t, "E")}}
	got := EasyCapos(key(t, "Bb"))
	if len(got) != len(want) {
		t.Fatalf("easy capos of Bb: %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("easy capo %d is %v, want %v", i, got[i], want[i])
		}
	}
}

func key(t testing.TB, name string) Key {
	t.Helper()
	k, ok := ParseKey(name)
	if !ok {
		t.Fatalf("%q is no key", name)
	}
	return k
}

func FuzzParseKey(f *testing.F) {
	for _, seed := range []string{"Bb", "F#m", "a minor", "♭", "C♭♭", "G#dur", "\xff", "Hm"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k, ok := ParseKey(text)
		if !ok {
			return
		}
		again, ok := ParseKey(k.String())
		if !ok || again != k {
			t.Fatalf("%q is read as %v and back as %v", text, k, again)
		}
		if s := k.Offered(true).Signature(); s < -6 || s > 6 {
			t.Fatalf("%q is offered with %d accidentals", text, s)
		}
	})
}
