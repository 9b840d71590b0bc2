package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const doxology = "{title: Doxology}\n{key: G}\n{start_of_verse: Verse 1}\n[G]Praise God, from [D/F#]whom [Em]all\n{end_of_verse}\n"

func TestConvertWritesEveryFormat(t *testing.T) {
	for to, want := range map[string]string{
		"chordpro":   "{key: A}",
		"text":       "A                A/C#",
		"words":      "Praise God, from whom all",
		"onsong":     "[A]Praise God",
		"opensong":   "<key>A</key>",
		"openlyrics": `<chord name="E/G#"/>whom`,
		"csv":        "Doxology",
		"json":       `"root": "F♯"`,
	} {
		code, out, problems := command(doxology, "convert", "--to", to, "--key", "A")
		if to == "text" {
			want = "A                E/G# F#m"
		}
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d, %s\n%s", to, code, problems, out)
		}
	}
}

func TestConvertReadsByContentAndWritesFiles(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out.json")
	if err := os.WriteFile(in, []byte("Doxology\n\nVerse 1\nG          D\nPraise God from whom\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, problems := command("", "convert", "--to", "json", in, out); code != 0 {
		t.Fatal(problems)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var song struct {
		Title    string
		Sections []struct{ ID string }
	}
	if err := json.Unmarshal(data, &song); err != nil || song.Title != "Doxology" || len(song.Sections) != 1 || song.Sections[0].ID != "v1" {
		t.Errorf("%v %+v\n%s", err, song, data)
	}
}

func TestConvertOfABookWantsAFolder(t *testing.T) {
	book := doxology + "{new_song}\n{title: Doxology}\n[C]Again\n"
	if code, _, problems := command(book, "convert", "--to", "text"); code == 0 || !strings.Contains(problems, "folder") {
		t.Error(problems)
	}
	dir := t.TempDir()
	if code, _, problems := command(book, "convert", "--to", "text", "-", dir); code != 0 {
		t.Fatal(problems)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 || files[0].Name() != "doxology-2.txt" {
		t.Error(err, files)
	}
}

func TestConvertRefusesWhatItWouldIgnore(t *testing.T) {
	for _, args := range [][]string{{}, {"--to", "pdf9"}, {"--to", "text", "--key", "X"}, {"--to", "text", "--key", "A", "--transpose", "2"}, {"--to", "text", "--capo", "15"},
		{"--to", "text", "--notation", "klingon"}, {"--to", "text", "--from", "nothing"}, {"--to", "text", "no-such-file"}} {
		if code, out, problems := command(doxology, append([]string{"convert"}, args...)...); code == 0 || out != "" || problems == "" {
			t.Errorf("%v: exit %d, %q %q", args, code, out, problems)
		}
	}
}
