package powerpoint

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// shape writes a text box; y < 0 leaves the place to the layout.
func shape(kind string, x, y int, text string) string {
	ph, place := "", ""
	if kind != "" {
		ph = `<p:ph type="` + kind + `"/>`
	}
	if y >= 0 {
		place = fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/></a:xfrm>`, x, y)
	}
	body := ""
	for _, p := range strings.Split(text, "\n") {
		body += "<a:p><a:r><a:t>" + strings.ReplaceAll(p, "|", "</a:t></a:r><a:br/><a:r><a:t>") + "</a:t></a:r></a:p>"
	}
	return `<p:sp><p:nvSpPr><p:nvPr>` + ph + `</p:nvPr></p:nvSpPr><p:spPr>` + place + `</p:spPr><p:txBody>` + body + `</p:txBody></p:sp>`
}

func sheet(name, attributes, shapes string) string {
	return `<?xml version="1.0"?><p:` + name + ` xmlns:p="p" xmlns:a="a"` + attributes + `><p:cSld><p:spTree>` + shapes + `</p:spTree></p:cSld></p:` + name + `>`
}

// deck makes a presentation whose slides are shown in the order given; the files are numbered the other way round.
func deck(t testing.TB, slides ...string) []byte {
	t.Helper()
	files := map[string]string{"ppt/slideLayouts/slideLayout1.xml": sheet("sldLayout", "", shape("body", 0, 2_000_000, "x")+shape("title", 0, 100_000, "y"))}
	list, rels := "", ""
	for i, s := range slides {
		n := len(slides) - i
		list += fmt.Sprintf(`<p:sldId id="%d" r:id="rId%d"/>`, 256+i, n)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://x/slide" Target="slides/slide%d.xml"/>`, n, n)
		files[fmt.Sprintf("ppt/slides/slide%d.xml", n)] = s
		files[fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n)] = `<Relationships><Relationship Id="rId1" Type="http://x/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>`
	}
	files["ppt/presentation.xml"] = `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>` + list + `</p:sldIdLst></p:presentation>`
	files["ppt/_rels/presentation.xml.rels"] = `<Relationships>` + rels + `</Relationships>`
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(data))
	}
	_ = w.Close()
	return b.Bytes()
}

func read(t *testing.T, name string, slides ...string) format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Name: name, Data: deck(t, slides...)})
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

func page(shapes ...string) string { return sheet("sld", "", strings.Join(shapes, "")) }

func TestVerseOnEachSlide(t *testing.T) {
	song := read(t, "Amazing Grace.pptx", page(shape("body", 0, -1, "1. Amazing grace|how sweet the sound")), page(shape("body", 0, -1, "My chains\nare gone")),
		page(shape("body", 0, -1, "2. Twas grace\nthat taught")), page(shape("body", 0, -1, "My chains\nare gone"), shape("sldNum", 0, 9, "4")), sheet("sld", ` show="0"`, shape("", 0, 0, "hidden")))
	expect(t, song, "{title: Amazing Grace}", "{start_of_verse: Verse 1}\nAmazing grace\nhow sweet the sound\n{end_of_verse}", "{start_of_verse: Verse 2}\nTwas grace\nthat taught\n")
	if strings.Contains(song.ChartText, "hidden") || strings.Contains(song.ChartText, "4\n") {
		t.Errorf("%s", song.ChartText)
	}
}

func TestTitleSlideFirst(t *testing.T) {
	song := read(t, "x.pptx", page(shape("subTitle", 0, 5_000_000, "John Newton (1779)\n© 1779\nCCLI Song # 22025"), shape("ctrTitle", 0, 1_000_000, "Amazing Grace")),
		page(shape("", 0, 0, "Verse 1\nAmazing grace\nhow sweet")), page(shape("", 0, 0, "Chorus\nMy chains\nare gone")))
	expect(t, song, "{title: Amazing Grace}", "author John Newton}", "{year: 1779}", "ccli 22025", "{copyright: © 1779}", "{start_of_verse: Verse 1}\nAmazing grace\n", "{start_of_chorus: Chorus}\nMy chains\n")
}

func TestTwoBoxes(t *testing.T) {
	song := read(t, "x.pptx",
		page(shape("", 5_000_000, 1_950_000, "that saved\na wretch"), shape("", 0, 2_000_000, "Amazing grace\nhow sweet"), shape("title", 0, -1, "Grace (1/2)")),
		page(shape("body", 0, -1, "Twas grace\nthat taught"), shape("title", 0, -1, "Grace")), page(shape("title", 0, -1, "Grace"), shape("body", 0, -1, "Through many\ndangers")))
	expect(t, song, "{title: Grace}", "Amazing grace\nhow sweet\nthat saved\na wretch\n", "Twas grace\nthat taught\n")
	if strings.Contains(song.ChartText, "(1/2)") {
		t.Errorf("%s", song.ChartText)
	}
}

func TestGroupsAndTables(t *testing.T) {
	song := read(t, "x.pptx", page(`<p:grpSp>`+shape("", 0, 10, "Amazing grace\nhow sweet")+`</p:grpSp><mc:AlternateContent><mc:Choice>`+shape("", 0, 2_000_000, "once")+`</mc:Choice><mc:Fallback>`+
		shape("", 0, 2_000_000, "once")+`</mc:Fallback></mc:AlternateContent><p:graphicFrame><p:xfrm><a:off x="0" y="4000000"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><p:txBody><a:p><a:r><a:t>in a table</a:t></a:r></a:p></p:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`))
	expect(t, song, "Amazing grace\nhow sweet\nonce\nin a table\n")
}

func TestOther(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("words"), []byte("PK\x03\x04")} {
		if _, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			t.Errorf("%q was read", data)
		}
	}
	if (Format{}).Detect("a.pptx", "PK\x03\x04") != format.Sure || (Format{}).Detect("a.pptx", "words") != format.No {
		t.Error("wrong confidence")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(page(shape("ctrTitle", 0, 0, "Amazing Grace")), page(shape("body", 0, -1, "1. Amazing grace|how sweet")))
	f.Fuzz(func(t *testing.T, one, two string) {
		if result, err := (Format{}).Read(format.Input{Data: deck(t, one, two, two)}); err == nil {
			chart.Read(result.Songs[0].ChartText)
		}
	})
}
