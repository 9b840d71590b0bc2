package chart

import (
	"math/rand/v2"
	"strings"
	"testing"
)

var pool = []string{
	"{soc}", "{eoc}", "{sov: Verse 1}", "{sov}", "{eov}", "{start_of_bridge: Bridge x2}", "{end_of_bridge}", "{chorus}", "{chorus: Last}", "{repeat: Verse 1}",
	"{c: Chorus}", "{c: Verse 1}", "{c: quietly}", "[Verse 2]", "Chorus:", "", "", "", "A[G]ma[D/F#]zing", "[Em]", "words", "| [G] / | [C] / |", "[*note]x", "[Rit.]",
	"{key: D}", "{key: Bm}", "{key: C#}", "{transpose: 3}", "{transpose}", "{capo: 2}", "{sog}", "| C . | F~G . |", "{eog}", "{sot}", "e|-3-|", "{eot}",
	"{start_of_abc}", "{end_of_abc}", "{sov-piano}", "{c-piano: x}", "{chorus-piano}", "# remark", "{new_song}", "{title: T}", "[H]a [B]b", "tail\\",
	"{start_of_verse: V1}", "{start_of_coda}", "{end_of_coda}", "{flow: V1 C}", "(Refrain 2x)", "{start_of_textblock}", "{end_of_textblock}",
}

// Lines thrown together at random keep the promises of every chart, and every warning
// points into the text.
func TestMixedLinesKeepThePromises(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		lines := make([]string, 1+random.IntN(30))
		for i := range lines {
			lines[i] = pool[random.IntN(len(pool))]
		}
		text := strings.Join(lines, "\n")
		checkRead(t, text)
		for _, p := range Read(text).Problems {
			if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Message == "" {
				t.Fatalf("%q has the problem %+v", text, p)
			}
		}
	}
}
