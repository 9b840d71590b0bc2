package songbeamer

import (
	"encoding/base64"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

var chords = base64.StdEncoding.EncodeToString([]byte("0,0,D\r7.5,0,G<\r4,1,A7\r0,3,G\r0,9,D\r"))

var plain = "\ufeff#LangCount=1\r\n#Title=Großer Gott\r\n#Author=Ignaz Franz\r\n#Melody=Wien, Peter Ritter\r\n#(c)=Public Domain\r\n#CCLI=25297\r\n#Key=D\r\n#Songbook=GL / 380\r\n" +
	"#Editor=SongBeamer 4.04c\r\n#Version=3\r\n#VerseOrder=Vers 1,Refrain,Vers 1,STOP,Refrain\r\n#Transpose=2\r\n#Mood=glad\r\n#Chords=" + chords + "\r\n#Comments=" +
	base64.StdEncoding.EncodeToString([]byte("festlich")) + "\r\n---\r\nVers 1\r\nGroßer <b>Gott</b>\r\nwir <align=left>loben <dich>\r\n---\r\nRefrain\r\nHerr, wir preisen\r\n--\r\ndeine Stärke\r\n---\r\n$$M=Nachruf\r\nAmen\r\n"

func read(t *testing.T, data string) format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Name: "x.sng", Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	return result.Songs[0]
}

func expect(t *testing.T, song format.Song, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s\n%v", want, song.ChartText, song.Losses)
		}
	}
}

func TestRead(t *testing.T) {
	song := read(t, plain)
	expect(t, song, "{title: Großer Gott}", "{lyricist: Ignaz Franz}", "{copyright: Public Domain}", "{meta: ccli 25297}", "{key: D}", "songbook GL #380", "notes festlich",
		"{start_of_verse: Vers 1}\n[D]Großer G[Gb]ott\nwir [A7]loben &lt;dich>\n{end_of_verse}", "{start_of_chorus: Refrain}\n[G]Herr, wir preisen\ndeine Stärke\n{end_of_chorus}", "Nachruf")
	if got := strings.Join(song.Sequence, " "); got != "v1 c1 v1" {
		t.Errorf("order %q", got)
	}
	if len(song.Losses) != 3 {
		t.Errorf("losses %v", song.Losses)
	}
}

func TestNamesTypedByHandCountAsLines(t *testing.T) {
	places := base64.StdEncoding.EncodeToString([]byte("0,1,D\r0,3,G\r"))
	song := read(t, "#Title=x\n#Chords="+places+"\n---\nVers 1\none\n---\ntwo\n")
	expect(t, song, "[D]one", "[G]two")
}

func TestLanguages(t *testing.T) {
	song := read(t, "#Title=x\n#LangCount=2\n---\nAbba Vater\nAbba Father\nwir kommen\nwe come\n--\n##2 all\n##1 alle\n")
	expect(t, song, "Abba Vater\n{comment_italic: Abba Father}\nwir kommen\n{comment_italic: we come}\n{comment_italic: all}\nalle\n")
}

func TestWriteComesBack(t *testing.T) {
	text := "{title: Grace}\n{key: G}\n{meta: author John Newton}\n{meta: flow V1 C V2 C}\n\n{start_of_verse: Verse 1}\n[G]Amazing [D/F#]grace\nhow [Em]sweet\n{end_of_verse}\n\n" +
		"{start_of_chorus: Chorus}\n[C][G]\nMy chains\n{end_of_chorus}\n\n{start_of_verse: Verse 2}\nTwas 𝄞 grace[G]\n{end_of_verse}\n\n{start_of_rap: Rap}\nwords\n{end_of_rap}\n"
	data, losses, err := Format{}.Write(format.NewDocument(text, format.Options{Capo: format.Keep}))
	if err != nil || len(losses) > 0 {
		t.Fatalf("%v %v", err, losses)
	}
	song := read(t, string(data))
	expect(t, song, "[G]Amazing [D/F#]grace\nhow [Em]sweet\n", "[C][G]\nMy chains\n", "Twas 𝄞 grace[G]\n", "{start_of_rap: Rap}\nwords", "{key: G}", "author John Newton")
	if got := strings.Join(song.Sequence, " "); got != "v1 c1 v2 c1" {
		t.Errorf("order %q", got)
	}
}

func TestWriteMoves(t *testing.T) {
	data, _, _ := Format{}.Write(format.NewDocument("{title: x}\n{key: G}\n{capo: 2}\n\n[G]one\n", format.Options{Capo: format.Keep}))
	song := read(t, string(data))
	expect(t, song, "{key: A}", "[A]one")
}

func TestDetect(t *testing.T) {
	if (Format{}).Detect("a", plain) != format.Sure || (Format{}).Detect("a.cho", "# a comment\n{title: x}") != format.No {
		t.Error("wrong confidence")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(plain))
	f.Fuzz(func(t *testing.T, data []byte) {
		result, err := Format{}.Read(format.Input{Data: data})
		if err == nil {
			chart.Read(result.Songs[0].ChartText)
			_, _, _ = Format{}.Write(format.NewDocument(result.Songs[0].ChartText, format.Options{Capo: format.Keep}))
		}
	})
}
