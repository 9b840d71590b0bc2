package exchange

import (
	"strings"
	"testing"
	"time"

	"churchmusic/internal/exchange/format"
)

// Hostile texts of a quarter of a megabyte, each of which some reader could be slow on. Ten seconds is a hundred times what they
// take; what is not linear takes minutes.
func TestHostileTextIsReadInTime(t *testing.T) {
	hostile := map[string][]string{
		"text":       {"[", "[[G]", "(", "a_", "G ", "x\n\n", "Verse 1\nabc\n\nChorus\nabc\n\n", "| G / / |\n", "e|---0---|\n", "\n\nVerse 1\nx", "Key: G\n", "奇", "G C D\nAm I a soldier\n"},
		"onsong":     {"a:\n", "{c: x}\n", "Flow: V1,", "Verse 1:\n[G]x\n\n"},
		"opensong":   {"<a>", "<song><lyrics>", "<song a='b' ", "&amp;", "<!--", "<song><lyrics>[V]\n.G\n1a\n"},
		"openlyrics": {"<song><lyrics><verse name='v1'><lines>", "<br/>", "<song><properties><titles><title>x", "<chord name='G'/>"},
		"songselect": {" - ", "a - [G]b ", "CCLI 1\n", "[S 1]\nFields=a/tb\nWords=x/ty/n\n", "/t"},
		"csv":        {"Title,", "Title,\"", "Title\n", "Title,Arrangement 1 Chord Chart\n\"[G]a\nb\",2\n"},
		"chordpro":   {"{c: x}\n", "{soc}\n", "{ns}\nx\n", "{", "[G]a\n\n", "\\\n"},
	}
	for name, texts := range hostile {
		f, _ := ByName(name)
		for _, text := range texts {
			data := []byte(strings.Repeat(text, 250_000/len(text)))
			start := time.Now()
			result, err := f.Read(format.Input{Name: "x", Data: data})
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%s takes %v to read many %q (%d songs, %v)", name, took, text, len(result.Songs), err)
			}
		}
	}
}

func TestTooLargeAFileIsRefused(t *testing.T) {
	for _, f := range All() {
		if _, err := f.Read(format.Input{Data: make([]byte, format.LongestBook+1)}); err == nil {
			t.Errorf("%s reads a file of any size", f.Name())
		}
	}
}

func TestWhatIsNoSongIsRefused(t *testing.T) {
	for _, data := range []string{"", " \n ", "\x00\x01\x02\x03\x04\x05\x06\x07", "<html><body>x</body></html>", "<?xml version='1.0'?><RVPresentationDocument/>"} {
		if result, f, err := Read(format.Input{Data: []byte(data)}); err == nil {
			t.Errorf("%q is read by %s as %v", data, f.Name(), result.Songs)
		}
	}
}
