package videopsalm

import (
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

const book = "\ufeff{Abbreviation:\"H\",Copyright:\"x\",Songs:[{Text:\"Amazing Grace\",Author:\"John Newton\",Composer:\"John Newton\",CCLI:\"22025\",ID:12,Theme:\"Grace\nPraise\",Sequence:\"V1 C1 V2 C1\",\n" +
	"Verses:[{Tag:1,ID:1,Text:\"[G]Amazing \\\"grace\\\"\nhow sweet\"},{ID:2,Text:\"My chains\"}{Text:\"'Twas gr\\u00e2ce\"},{Text:\"\"}],Style:{Body:{Size:-3}}}\n" +
	",{Text:\"Second\",Author:\"A\",Composer:\"B\",Sequence:\"V1\",Verses:[{Text:\"one\"},{Text:\"two\"},{Text:\"one\"}]}],Text:\"Hymns\",Guid:abc}"

func read(t *testing.T, data string) []format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	return result.Songs
}

func TestRead(t *testing.T) {
	songs := read(t, book)
	if len(songs) != 2 {
		t.Fatalf("%d songs", len(songs))
	}
	for _, want := range []string{"{title: Amazing Grace}", "author John Newton", "ccli 22025", "songbook Hymns #12", "theme Grace", "theme Praise",
		"{start_of_verse: Verse 1}\n[G]Amazing \"grace\"\nhow sweet\n{end_of_verse}", "{start_of_chorus: Chorus 1}\nMy chains", "Verse 2}\n'Twas grâce"} {
		if !strings.Contains(songs[0].ChartText, want) {
			t.Errorf("no %q in\n%s", want, songs[0].ChartText)
		}
	}
	if got := strings.Join(songs[0].Sequence, " "); got != "v1 c1 v2 c1" {
		t.Errorf("order %q", got)
	}
	if len(songs[1].Losses) != 2 || len(songs[1].Sequence) != 3 {
		t.Errorf("%v %v", songs[1].Losses, songs[1].Sequence)
	}
}

func TestBroken(t *testing.T) {
	songs := read(t, book[:len(book)-120])
	if last := songs[len(songs)-1]; len(last.Losses) == 0 {
		t.Error("nobody said that the file is broken")
	}
	for _, data := range []string{"", "{", "[[[", strings.Repeat("[", 100_000), strings.Repeat("{a:", 100_000)} {
		if _, err := (Format{}).Read(format.Input{Data: []byte(data)}); err == nil {
			t.Errorf("%.20q was read", data)
		}
	}
}

func TestDetect(t *testing.T) {
	if (Format{}).Detect("x.json", book) != format.Sure || (Format{}).Detect("x.json", `{"title": "x"}`) != format.No {
		t.Error("wrong confidence")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(book))
	f.Fuzz(func(t *testing.T, data []byte) {
		if result, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			for _, s := range result.Songs {
				chart.Read(s.ChartText)
			}
		}
	})
}
