package chart

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The files of testdata, as people would see them in the sounding key. Run with
// UPDATE_GOLDEN=1 to write the expectations anew.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.cho")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := Read(string(source))
	if written := Write(c); written != string(source) {
		t.Errorf("written back it is\n%s", written)
	}
	got := picture(NewView(c, ViewOptions{}))
	path := strings.TrimSuffix(file, ".cho") + ".golden"
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || got != string(want) {
		t.Errorf("%v; got\n%s\nwant\n%s", err, got, want)
	}
}

// picture draws a view as text, with the letters and the numbers of its own key.
func picture(v View) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | key %s written %s capo %d guessed %v: %s | %d bpm %s\n", v.Title, v.Key, v.KeyWritten, v.Capo, v.KeyGuessed, v.KeyReason, v.BPM, v.Meter)
	fmt.Fprintf(&b, "sequence %v\n", v.Sequence)
	for _, s := range v.Sections {
		fmt.Fprintf(&b, "%s %s %q %q %s refrain=%v\n", s.ID, s.Type, s.Label, s.Short, s.Cue, s.Refrain)
		for _, line := range s.Lines {
			b.WriteString("  " + line.Kind + " " + pictureLine(v, line) + "\n")
		}
	}
	for _, w := range v.Warnings {
		fmt.Fprintf(&b, "%d:%d %s (%s)\n", w.Line, w.Column, w.Message, w.Fix)
	}
	return b.String()
}

func pictureLine(v View, line LineView) string {
	var b strings.Builder
	for _, p := range line.Parts {
		b.WriteString(pictureChord(v, p.Chord))
		if p.Annotation != "" {
			b.WriteString("[*" + p.Annotation + "]")
		}
		b.WriteString(p.Text)
	}
	for _, c := range line.Cells {
		b.WriteString(pictureChord(v, c.Chord) + c.Bar + c.Text + " ")
	}
	return strings.TrimRight(b.String()+strings.Join([]string{line.Text, line.Style, line.Section, line.Label}, " "), " ")
}

func pictureChord(v View, at *int) string {
	if at == nil {
		return ""
	}
	c := v.Chords[*at]
	for i, k := range v.Keys {
		if k.Name == v.Key {
			return "[" + c.Letters[i].Text() + "=" + c.Nashville.Text() + "]"
		}
	}
	return "[?]"
}
