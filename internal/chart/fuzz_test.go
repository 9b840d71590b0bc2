package chart

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.cho")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, seed := range []string{"\uFEFF{t:x}\r[G", "{soc}\\\n{eoc}\\", "{key: H}\n[H]x\n{transpose: -99999999999}\n[B]y", "{c: Verse 1}\n\n{c: Verse 1}", "{meta:}\n{meta: =}\n{meta: a='}"} {
		f.Add(seed)
	}
	f.Fuzz(checkRead)
}

func checkRead(t *testing.T, text string) {
	c := Read(text)
	if written := Write(c); written != text {
		t.Fatalf("%q comes back as %q", text, written)
	}
	var joined strings.Builder
	for _, song := range ReadBook(text) {
		joined.WriteString(Write(song))
	}
	if joined.String() != text {
		t.Fatalf("%q comes back from the book as %q", text, joined.String())
	}
	for _, key := range []string{"", "Gb", "Bm"} {
		checkView(t, NewView(c, ViewOptions{DefaultKey: key}))
	}
	c.LyricLines()
}

// checkView asserts what the web pages rely on.
func checkView(t *testing.T, v View) {
	ids := map[string]bool{}
	for _, s := range v.Sections {
		if s.ID == "" || ids[s.ID] || s.Lines == nil {
			t.Fatalf("section %+v has no id of its own", s)
		}
		ids[s.ID] = true
	}
	for _, s := range v.Sections {
		for _, line := range s.Lines {
			checkLine(t, v, line, ids)
		}
	}
	for _, step := range v.Sequence {
		if !ids[step.Section] || step.Repeat < 1 {
			t.Fatalf("the sequence has %+v", step)
		}
	}
	for _, c := range v.Chords {
		if len(c.Letters) != len(v.Keys) || len(c.Solfege) != len(v.Keys) || len(c.German) != len(v.Keys) {
			t.Fatalf("%q is not spelled in every key", c.Source)
		}
	}
	if _, err := json.Marshal(v); err != nil {
		t.Fatal(err)
	}
	if found := v.column(); found < 0 {
		t.Fatalf("the key %q is not on offer", v.Key)
	}
}

func (v View) column() int {
	for i, k := range v.Keys {
		if k.Name == v.Key {
			return i
		}
	}
	return -1
}

func checkLine(t *testing.T, v View, line LineView, ids map[string]bool) {
	if line.Kind == "recall" && !ids[line.Section] {
		t.Fatalf("a recall of %q, which is not shown", line.Section)
	}
	for _, p := range line.Parts {
		if p.Chord != nil && *p.Chord >= len(v.Chords) {
			t.Fatalf("chord %d of %d", *p.Chord, len(v.Chords))
		}
	}
}
