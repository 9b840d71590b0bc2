package opendocument

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
)

func content(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:automatic-styles>` +
		`<style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
}

func document(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = f.Write([]byte(kind))
	f, _ = w.Create("content.xml")
	_, _ = f.Write([]byte(content(body)))
	_ = w.Close()
	return b.Bytes()
}

const sample = `<text:p text:style-name="P1">Amazing Grace</text:p><text:p/><text:h text:outline-level="2">Verse 1</text:h><text:p>G<text:s text:c="7"/>D</text:p><text:p>Amazing <text:span>grace</text:span><text:note>no</text:note></text:p>` +
	`<text:p/><text:p>Chorus<text:line-break/>My chains<text:line-break/>are gone</text:p><text:list><text:list-item><text:p>Ending</text:p></text:list-item><text:list-item><text:p>Amen</text:p></text:list-item></text:list>`

func expectSample(t *testing.T, data []byte) {
	t.Helper()
	result, err := Format{}.Read(format.Input{Name: "x.odt", Data: data})
	if err != nil || len(result.Songs) != 1 {
		t.Fatalf("%v %d", err, len(result.Songs))
	}
	for _, want := range []string{"{title: Amazing Grace}", "{start_of_verse: Verse 1}\n[G]Amazing [D]grace\n", "{start_of_chorus: Chorus}\nMy chains\nare gone\n", "{start_of_ending: Ending}\nAmen\n"} {
		if !strings.Contains(result.Songs[0].ChartText, want) {
			t.Errorf("no %q in\n%s", want, result.Songs[0].ChartText)
		}
	}
}

func TestPackedAndFlat(t *testing.T) {
	expectSample(t, document(t, sample))
	expectSample(t, []byte(strings.ReplaceAll(content(sample), "document-content", "document")))
}

func TestDetect(t *testing.T) {
	flat := `<?xml version="1.0"?><office:document office:mimetype="` + kind + `">`
	if (Format{}).Detect("x", encoding.Decode(document(t, sample)).Text) != format.Sure || (Format{}).Detect("x", flat) != format.Sure || (Format{}).Detect("x.odt", "words") != format.No {
		t.Error("wrong confidence")
	}
}

func TestOther(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("words"), []byte("<song/>"), document(t, "")} {
		if _, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			t.Errorf("%.20q was read", data)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(content(sample))
	f.Fuzz(func(_ *testing.T, data string) {
		if result, err := (Format{}).Read(format.Input{Data: []byte(data)}); err == nil {
			chart.Read(result.Songs[0].ChartText)
		}
	})
}
