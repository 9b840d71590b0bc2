package app_test

import (
	"bytes"
	"strings"
	"testing"

	"churchmusic/internal/app"
	"churchmusic/internal/exchange"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

const book = `{title: First}
{lyricist: Anna Ash}
{composer: Ben Bow}
{key: G}
{capo: 2}
[G]Words of the [D]first
{new_song}
{title: Second}
{key: C}
[C]Words of the [G]second
`

func documents(t *testing.T, options format.Options) []*format.Document {
	t.Helper()
	docs, _, err := exchange.Documents(format.Input{Name: "book.cho", Data: []byte(book)}, exchange.Conversion{To: "pdf", Options: options})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestPaperPrintsABook(t *testing.T) {
	var file bytes.Buffer
	notices, err := app.Paper{To: "pdf", Format: "letter"}.Write(&file, documents(t, format.Options{Capo: format.Keep}))
	if err != nil || len(notices) > 0 {
		t.Fatal(err, notices)
	}
	if n := strings.Count(file.String(), "/MediaBox[0 0 612.0 792.0 ]"); n != 3 {
		t.Errorf("%d pages of Letter; want contents and two songs", n)
	}
}

func TestPaperKeepsKeyAndCapo(t *testing.T) {
	var file bytes.Buffer
	if _, err := (app.Paper{To: "html"}).Write(&file, documents(t, format.Options{Capo: format.Keep})); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<b>A</b>capo 2, G shapes", "Anna Ash · Ben Bow", `<b class="c">D</b><span class="t">first`, "<b>C</b>key"} {
		if !strings.Contains(file.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	file.Reset()
	if _, err := (app.Paper{To: "html"}).Write(&file, documents(t, format.Options{Key: "Bb", Capo: 0, Notation: format.Nashville})); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(file.String(), "<b>B♭</b>key") || !strings.Contains(file.String(), `<b class="c">5</b><span class="t">first`) {
		t.Error("the page is not in B♭ numbers")
	}
}

func TestPaperRefusesWhatItHasNot(t *testing.T) {
	for _, p := range []app.Paper{{To: "docx"}, {To: "pdf", Format: "b5"}, {To: "pdf", Columns: 4}, {To: "html", Size: 3}} {
		if _, err := p.Write(&bytes.Buffer{}, nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v; want a fault of kind invalid", p, err)
		}
	}
}
