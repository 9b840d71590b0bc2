package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/fault"
	"churchmusic/internal/layout"
	"churchmusic/internal/starter"
)

func view(text string) *chart.View {
	v := chart.NewView(chart.Read(text), chart.ViewOptions{})
	return &v
}

func songs(t testing.TB, n int) []Song {
	t.Helper()
	files, err := starter.Songs()
	if err != nil {
		t.Fatal(err)
	}
	list := make([]Song, 0, n)
	for _, f := range files[:n] {
		v := view(f.Text)
		list = append(list, Song{View: v, Choice: layout.Choice{Key: layout.SoundingIndex(v)}})
	}
	return list
}

func write(t *testing.T, b Booklet) ([]byte, Report) {
	t.Helper()
	var out bytes.Buffer
	report, err := Write(&out, b)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), report
}

// TestEveryOffsetIsRight reads the file as a reader does: from the end, by its table of objects.
func TestEveryOffsetIsRight(t *testing.T) {
	file, report := write(t, Booklet{Songs: songs(t, 12), Paper: Letter})
	if report.Pages < 13 || len(report.Notices()) > 0 {
		t.Errorf("%d pages, notices %v; want contents and twelve songs", report.Pages, report.Notices())
	}
	start := bytes.LastIndex(file, []byte("startxref\n"))
	at, err := strconv.Atoi(strings.Fields(string(file[start+10:]))[0])
	if err != nil || !bytes.HasPrefix(file[at:], []byte("xref\n0 ")) {
		t.Fatalf("no table of objects at %d: %v", at, err)
	}
	entries := strings.Split(string(file[at:start]), "\n")
	n, _ := strconv.Atoi(strings.Fields(entries[1])[1])
	for i := 1; i < n; i++ {
		offset, _ := strconv.Atoi(entries[2+i][:10])
		if want := strconv.Itoa(i) + " 0 obj\n"; !bytes.HasPrefix(file[offset:], []byte(want)) {
			t.Errorf("object %d is not at %d", i, offset)
		}
	}
	if kids := bytes.Count(file, []byte("/Type/Page/")); kids != report.Pages {
		t.Errorf("%d page objects for %d pages", kids, report.Pages)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	one, _ := write(t, Booklet{Songs: songs(t, 3)})
	two, _ := write(t, Booklet{Songs: songs(t, 3)})
	if !bytes.Equal(one, two) {
		t.Error("the same booklet gives other bytes the second time")
	}
}

var streams = regexp.MustCompile(`(?s)/Length (\d+)/Filter/FlateDecode([^>]*)>>\nstream\n`)

// unpacked are the streams of a file.
func unpacked(t *testing.T, file []byte) (texts []string) {
	t.Helper()
	for _, m := range streams.FindAllSubmatchIndex(file, -1) {
		n, _ := strconv.Atoi(string(file[m[2]:m[3]]))
		r, err := zlib.NewReader(bytes.NewReader(file[m[1] : m[1]+n]))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// TestTextCanBeCopied reads a page through its fonts' maps back to characters.
func TestTextCanBeCopied(t *testing.T) {
	v := view("{title: Pokój}\n{key: Bb}\n[Bb]Fää [F7]Żółw Господь κύριε")
	file, report := write(t, Booklet{Songs: []Song{{View: v, Choice: layout.Choice{Key: layout.SoundingIndex(v)}}}})
	if len(report.Missing)+len(report.Shaped) > 0 {
		t.Errorf("%+v; want everything drawn", report)
	}
	maps := strings.Join(unpacked(t, file), "\n")
	for _, r := range "PokójFäŻłwГсподьκύριε♭7" {
		if code := "><" + strings.ToLower(strconv.FormatInt(0x10000+int64(r), 16)[1:]) + ">"; !strings.Contains(maps, code) {
			t.Errorf("%c cannot be copied: no font maps to it", r)
		}
	}
}

// TestSubsetsAreFonts reads the embedded files: each has as many glyphs as it says.
func TestSubsetsAreFonts(t *testing.T) {
	file, _ := write(t, Booklet{Songs: songs(t, 1)})
	found := 0
	for _, text := range unpacked(t, file) {
		if !strings.HasPrefix(text, "\x00\x01\x00\x00") {
			continue
		}
		found++
		f := Font{data: table(text)}
		f.readTables(0)
		if !f.readMeasures() || !f.long {
			t.Error("an embedded font lacks its measures")
		}
		if n := len(f.tables["loca"])/4 - 1; n != f.glyphs || len(f.tables["hmtx"]) != 4*n {
			t.Errorf("a font of %d glyphs has %d places and %d widths", f.glyphs, n, len(f.tables["hmtx"])/4)
		}
		if checksum([]byte(text)) != 0xB1B0AFBA {
			t.Error("an embedded font's checksum is wrong")
		}
	}
	if found < 4 {
		t.Errorf("%d fonts are embedded", found)
	}
}

func TestKerningBringsLettersTogether(t *testing.T) {
	f := NewFonts()
	for _, pair := range []string{"AV", "To", "We"} {
		apart := f.Width(pair[:1], layout.Serif, 1000) + f.Width(pair[1:], layout.Serif, 1000)
		if got := f.Width(pair, layout.Serif, 1000); got >= apart || got < apart*0.8 {
			t.Errorf("%s is %.0f wide, its letters %.0f", pair, got, apart)
		}
	}
}

func TestWhatCannotBeDrawnIsReported(t *testing.T) {
	v := view("{title: 歌}\n[C]שלום [G]مرحبا [Am]नमस्ते plain")
	_, report := write(t, Booklet{Songs: []Song{{View: v}}})
	if !slices.Contains(report.Missing, '歌') {
		t.Errorf("missing %q; want 歌 among them", report.Missing)
	}
	if !slices.Equal(report.Shaped, []string{"Arabic", "Hebrew", "Devanagari"}) {
		t.Errorf("shaped %v", report.Shaped)
	}
	if len(report.Notices()) != 2 {
		t.Errorf("notices %q", report.Notices())
	}
}

// TestAddedFont takes a font that the church added for what ours lack: here one of ours that
// is in no chain of the serif.
func TestAddedFont(t *testing.T) {
	data, err := files.ReadFile("fonts/DejaVuSansMono.ttf")
	if err != nil {
		t.Fatal(err)
	}
	added, err := ParseFont("Added", data)
	if err != nil {
		t.Fatal(err)
	}
	only := rune(0)
	for r := rune(0x2000); r < 0x3000 && only == 0; r++ {
		if added.Glyph(r) != 0 && dejavu().Glyph(r) == 0 && sourceSerif().Glyph(r) == 0 {
			only = r
		}
	}
	if only == 0 {
		t.Fatal("no character is in the added font alone")
	}
	v := view("{title: Test}\n[C]word " + string(only))
	if _, report := write(t, Booklet{Songs: []Song{{View: v}}, Fonts: NewFonts(added)}); len(report.Missing) > 0 {
		t.Errorf("missing %q although a font was added", report.Missing)
	}
}

func TestBadFontsAreRefused(t *testing.T) {
	for name, data := range map[string]string{"nothing": "", "text": "hello, world, this is no font", "outlines": "OTTO\x00\x04", "cut": "\x00\x01\x00\x00\x00\x09"} {
		if _, err := ParseFont(name, []byte(data)); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v; want a fault of kind invalid", name, err)
		}
	}
	if _, err := Write(io.Discard, Booklet{}); !fault.Is(err, fault.Invalid) {
		t.Errorf("an empty booklet: %v", err)
	}
}

// FuzzParseFont: a broken font is refused or drawn badly, and never panics.
func FuzzParseFont(f *testing.F) {
	data, err := files.ReadFile("fonts/HankenGrotesk-Medium.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, uint16(70), byte(1))
	f.Fuzz(func(t *testing.T, data []byte, at uint16, value byte) {
		data = bytes.Clone(data)
		if int(at) < len(data) {
			data[at] ^= value
		}
		font, err := ParseFont("Broken", data)
		if err != nil {
			return
		}
		v := &chart.View{Title: "Broken", Sections: []chart.SectionView{{Lines: []chart.LineView{{Kind: "lyrics", Parts: []chart.PartView{{Text: "\u4e00 \ue000 \U0001F600"}}}}}}}
		if _, err := Write(io.Discard, Booklet{Songs: []Song{{View: v}}, Fonts: NewFonts(font)}); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkOneSong(b *testing.B) { benchmark(b, 1) }

func BenchmarkTwentySongs(b *testing.B) { benchmark(b, 20) }

func benchmark(b *testing.B, n int) {
	list := songs(b, n)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(io.Discard, Booklet{Songs: list}); err != nil {
			b.Fatal(err)
		}
	}
}
