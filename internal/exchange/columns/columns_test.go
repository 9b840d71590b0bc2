package columns

import (
	"strings"
	"testing"
)

func TestLook(t *testing.T) {
	for line, want := range map[string]Kind{
		"Am I a soldier of the cross":      Words,
		"A mighty fortress is our God":     Words,
		"A":                                Perhaps,
		"Am":                               Perhaps,
		"   A":                             Row,
		"G  A  D":                          Row,
		"G A D":                            Row,
		"G":                                Row,
		"C/E  F   G7sus4  Am7":             Row,
		"Do you know":                      Words,
		"Go":                               Perhaps,
		"Ah Ah":                            Perhaps,
		"Be still":                         Words,
		"x2":                               Words,
		"G C D x2":                         Row,
		"G  C  (hold)  D":                  Row,
		"D    A7   Gmajj7   G":             Row,
		"N.C.":                             Row,
		"| / / / |":                        Bars,
		"| G / / / | C / / / |":            Bars,
		"||: G  | C  | D :||":              Bars,
		"e|-----0---2---3-----|":           Tab,
		"B|--1-----3-----1----|":           Tab,
		"Sav - ior's day":                  Words,
		"- - -":                            Words,
		"G-D-Em":                           Row,
		"(G)   (C)":                        Row,
		"奇异恩典":                             Words,
		"Bad Cab Face Ed":                  Words,
		"":                                 Words,
		"F#m7b5   Bb/D  E\u266d  C\u266fm": Row,
	} {
		if got := (Names{}).Look(line); got != want {
			t.Errorf("Look(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestNamesOfOtherHabits(t *testing.T) {
	for _, c := range [][3]string{
		{"H  Fis  Es7", "Großer Gott", "[B]Gro[F#]ßer G[Eb7]ott"},
		{"Do    Sol7  Lam", "Gloria a Dios", "[C]Gloria[G7] a Dio[Am]s"},
		{"C     G7", "Gloria", "[C]Gloria[G7]"},
	} {
		n := FindNames([]string{c[0], c[1]})
		if n.Look(c[0]) != Row || n.Look(c[1]) != Words {
			t.Errorf("%q is no row over %q", c[0], c[1])
		}
		if got := Place(n.Marks(c[0]), c[1]); got != c[2] {
			t.Errorf("%q over %q gives %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range [][3]string{
		{"G       C", "Amazing grace", "[G]Amazing [C]grace"},
		{"  G     D7  G", "A-mazing grace", "A-[G]mazing[D7] gra[G]ce"},
		{"G   C      D", "Hal", "[G]Hal [C] [D]"},
		{"G  C", "Hal", "[G]Hal[C]"},
		{"G   C", "奇异恩典", "[G]奇异[C]恩典"},
		{" G", "奇", "[G]奇"},
		{"    C", "cafe\u0301s", "cafés"[:0] + "cafe\u0301[C]s"},
		{"\tG", "Amazing grace", "Amazing [G]grace"},
		{"G7sus4 C", "a______mazing", "[G7sus4]a[C]mazing"},
		{"G    C", "the      Lord", "[G]the [C] Lord"},
		{"G", "[Men] sing", `[G]\u005BMen\u005D sing`},
		{"G  D", "", "[G] [D]"},
		{"G     x2", "Praise", "[G]Praise[*x2]"},
		{"C  G", "שלום", "[C]שלו[G]ם"},
	} {
		if got := Place((Names{}).Marks(c[0]), c[1]); got != c[2] {
			t.Errorf("Place(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestInstrumental(t *testing.T) {
	for row, want := range map[string]string{
		"G   C  D":              "[G] [C] [D]",
		"| G / / / | C / / / |": "| [G] / / / | [C] / / / |",
		"||: G  | C  :|| x2":    "||: [G] | [C] :|| [*x2]",
		"G-D, Em":               "[G] [D] [Em]",
	} {
		if got := (Names{}).Instrumental(row); got != want {
			t.Errorf("Instrumental(%q) = %q, want %q", row, got, want)
		}
	}
}

func TestLayComesBack(t *testing.T) {
	for _, pieces := range [][]Piece{
		{{"", "A"}, {"G", "mazing "}, {"G7sus4", "grace! "}, {"C", "how"}},
		{{"G7sus4", "a"}, {"C", "mazing"}},
		{{"Gm", ""}, {"Am", "men"}},
		{{"G", "奇异"}, {"Csus4", "恩"}, {"D", "典"}},
		{{"G", "end"}, {"D", ""}},
		{{"", "a"}, {"D7", ""}, {"G", "b"}},
	} {
		row, words := Lay(pieces)
		var want strings.Builder
		for _, p := range pieces {
			if p.Mark != "" {
				want.WriteString("[" + p.Mark + "]")
			}
			want.WriteString(p.Text)
		}
		got := Place((Names{}).Marks(row), words)
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want.String(), " ", "") {
			t.Errorf("%q over %q gives %q, want %q", row, words, got, want.String())
		}
	}
}
