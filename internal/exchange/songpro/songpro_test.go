package songpro

import (
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

const written = "@title=Amazing Grace\n@artist=John Newton\n@key=F# Minor\n@capo=2\n@tuning=Drop D\n!mood=calm\n\n# Intro\n\n| [G] [D/F#] | [Em] |\n\n# Verse 1\n\n[G]Amazing [D]grace\n> slowly\nhow sweet\n\n# Riff\n\n|-3---5-|\n|---4---|\n\n# Chorus\n\nMy chains\n\n# Verse 2\nTwas grace\n\n# Chorus\n"

const export = "#T\nAmazing Grace\n#A\nJohn Newton\n#M\nHymns 12\n#1\n{\\rtf1\\ansi Amazing gr\\'e2ce\\par how sweet}\n#C\nMy chains\n#D\nAmen\n#O\n1C1CD\n#R\nPublic Domain\n#X\nodd\n#E\n#T\nSecond\n#1\nwords [sic]\n#E\n"

func read(t *testing.T, data string) []format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	return result.Songs
}

func expect(t *testing.T, song format.Song, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s\n%v", want, song.ChartText, song.Losses)
		}
	}
}

func TestWritten(t *testing.T) {
	song := read(t, written)[0]
	expect(t, song, "{title: Amazing Grace}", "{artist: John Newton}", "{key: F#m}", "{capo: 2}", "Tuning: Drop D", "mood: calm", "[*|] [G] [D/F#] [*|] [Em] [*|]",
		"{start_of_verse: Verse 1}\n[G]Amazing [D]grace\n{comment_italic: slowly}\nhow sweet\n", "{start_of_tab: Riff}\n|-3---5-|\n|---4---|\n{end_of_tab}")
	if got := strings.Join(song.Sequence, " "); !strings.HasSuffix(got, "c1 v2 c1") {
		t.Errorf("order %q", got)
	}
}

func TestExported(t *testing.T) {
	songs := read(t, export)
	if len(songs) != 2 {
		t.Fatalf("%d songs", len(songs))
	}
	expect(t, songs[0], "author John Newton", "songbook Hymns 12", "{copyright: Public Domain}", "{start_of_verse: Verse 1}\nAmazing grâce\nhow sweet\n", "{start_of_ending: Ending}\nAmen")
	if got := strings.Join(songs[0].Sequence, " "); got != "v1 c1 v1 c1 e1" {
		t.Errorf("order %q", got)
	}
	if len(songs[0].Losses) != 1 {
		t.Errorf("losses %v", songs[0].Losses)
	}
	expect(t, songs[1], "{title: Second}", `words \u005Bsic\u005D`)
}

func TestDetect(t *testing.T) {
	f := Format{}
	if f.Detect("a.sng", written) != format.Sure || f.Detect("a.txt", export) != format.Sure || f.Detect("a.sng", "#Title=x\n---\nwords") != format.No {
		t.Error("wrong confidence")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(written))
	f.Add([]byte(export))
	f.Fuzz(func(t *testing.T, data []byte) {
		if result, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			for _, s := range result.Songs {
				chart.Read(s.ChartText)
			}
		}
	})
}
