package word

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// p writes a paragraph; "|" is a line break.
func p(style, text string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return "<w:p>" + style + `<w:r><w:t xml:space="preserve">` + strings.NewReplacer("|", "</w:t><w:br/><w:t>", "\t", "</w:t><w:tab/><w:t>").Replace(text) + "</w:t></w:r></w:p>"
}

func document(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range map[string]string{
		"word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
		"word/styles.xml":   `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
	} {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(data))
	}
	_ = w.Close()
	return b.Bytes()
}

func read(t *testing.T, body string) []format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Name: "File.docx", Data: document(t, body)})
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

func TestLinesAreParagraphs(t *testing.T) {
	songs := read(t, p("Titel", "Amazing Grace")+p("", "Words: John Newton")+p("", "")+p("", "Verse 1")+p("", "Amazing grace")+p("", "how sweet")+p("", "")+p("", "Chorus")+p("", "My chains"))
	expect(t, songs[0], "{title: Amazing Grace}", "{lyricist: John Newton}", "{start_of_verse: Verse 1}\nAmazing grace\nhow sweet\n", "{start_of_chorus: Chorus}\nMy chains\n")
}

func TestStanzasAreParagraphs(t *testing.T) {
	songs := read(t, p("Titel", "Amazing Grace")+p("", "1. Amazing grace|how sweet")+p("", "2. Twas grace|that taught"))
	expect(t, songs[0], "{start_of_verse: Verse 1}\nAmazing grace\nhow sweet\n", "{start_of_verse: Verse 2}\nTwas grace\n")
}

func TestChordsAboveWords(t *testing.T) {
	songs := read(t, p("", "Amazing Grace")+p("", "")+p("", "G\tD")+p("", "Amazing grace")+`<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>`)
	expect(t, songs[0], "{title: Amazing Grace}", "[G]Amaz", "linked")
	if strings.Contains(songs[0].ChartText, "gone") || len(songs[0].Losses) == 0 {
		t.Errorf("%s %v", songs[0].ChartText, songs[0].Losses)
	}
}

func TestBookAndChordPro(t *testing.T) {
	songs := read(t, p("berschrift1", "First")+p("", "one|two")+p("berschrift1", "Second")+p("berschrift1", "Chorus")+p("", "three|four"))
	if len(songs) != 2 || songs[0].Title != "First" || songs[1].Title != "Second" {
		t.Fatalf("%v", songs)
	}
	expect(t, songs[1], "{start_of_chorus: Chorus}\nthree\nfour")
	songs = read(t, p("", "{title: Own}")+p("", "{key: G}")+p("", "[G]words [D]here"))
	expect(t, songs[0], "{title: Own}", "[G]words [D]here")
}

func TestTable(t *testing.T) {
	songs := read(t, "<w:tbl><w:tr><w:tc>"+p("", "left|side")+"</w:tc><w:tc>"+p("", "right|side")+"</w:tc></w:tr></w:tbl>")
	expect(t, songs[0], "left\nside", "right\nside")
}

func TestOther(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("words"), document(t, "")} {
		if _, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			t.Errorf("%.20q was read", data)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(p("Titel", "Amazing Grace") + p("", "1. Amazing grace|how sweet"))
	f.Fuzz(func(t *testing.T, body string) {
		if result, err := (Format{}).Read(format.Input{Data: document(t, body)}); err == nil {
			chart.Read(result.Songs[0].ChartText)
		}
	})
}
