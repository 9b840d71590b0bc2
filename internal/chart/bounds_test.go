package chart

import (
	"strings"
	"testing"
	"time"
)

// hostile texts repeat something that a careless reader would look through again and
// again; each grows to the size asked for.
var hostile = map[string]string{
	"brackets": "[", "pairs": "[[]", "closing": "]", "tags": "<b", "entities": "&", "escapes": "\\u{", "joined": "a\\\n",
	"labels": "{c: Verse 1}\n\n", "same sections": "{sov: Verse 1}\na\n{eov}\n", "recalls": "{soc}\na\n{eoc}\n{chorus}\n", "blanks": "\n",
	"remarks": "#\n\n", "headings": "[Verse 7]\n", "keys": "[C]\n{key: D}\n[D]\n{key: E}\n{chorus}\n", "transpose": "{transpose: 1}\n[C]a\n", "attributes": "a='b=\"",
	"open": "{soc}\n", "grids": "{sog}\n| C~D | . |\n", "books": "{ns}\na\n", "bad chords": "[Gmajj]a\n", "fields": "{artist: a}\n", "open braces": "{c: ",
	"comments": "{c: x}\n", "repeat": "{repeat: Chorus 9}\n",
}

func TestTimeGrowsWithSizeOnly(t *testing.T) {
	for name, piece := range hostile {
		text := strings.Repeat(piece, 150_000/len(piece))
		start := time.Now()
		Read("{start_of_verse: " + text)
		c := Read("{soc}\n[C]x\n{eoc}\n" + text)
		NewView(c, ViewOptions{Sequence: strings.Fields(text)})
		ReadBook(text)
		c.LyricLines()
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func TestManyDifferentChordsAreBounded(t *testing.T) {
	var b strings.Builder
	for _, root := range []string{"A", "B", "C", "D", "E", "F", "G"} {
		for _, quality := range []string{"", "m", "dim", "7", "maj7", "sus4", "9", "11", "13", "add9", "6"} {
			for bass := 'A'; bass <= 'G'; bass++ {
				for _, sign := range []string{"", "b", "#"} {
					b.WriteString("[" + root + quality + "/" + string(bass) + sign + "]x ")
				}
			}
		}
	}
	v := NewView(Read(b.String()), ViewOptions{})
	if len(v.Chords) != mostChords {
		t.Errorf("%d chords in the view", len(v.Chords))
	}
	last := v.Sections[0].Lines[0].Parts
	if p := last[len(last)-1]; p.Chord != nil || p.Annotation == "" {
		t.Errorf("the last chord is %+v", p)
	}
}

func TestProblemsAreBounded(t *testing.T) {
	if n := len(Read(strings.Repeat("[Gmajj]\n", 5*mostProblems)).Problems); n > mostProblems {
		t.Errorf("%d problems", n)
	}
}
