package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"churchmusic/internal/exchange/format"
)

func build(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(files[i+1]))
	}
	_ = w.Close()
	return b.Bytes()
}

func walked(data []byte) (string, []format.Loss, error) {
	var names []string
	losses, err := Walk(format.Input{Data: data}, func(f File) error {
		name := f.Name + "=" + string(f.Data)
		if f.Other != nil {
			name += "+" + f.Other.Name
		}
		names = append(names, name)
		return nil
	})
	return strings.Join(names, " "), losses, err
}

func TestWalk(t *testing.T) {
	names, losses, err := walked(build(t, "../../etc/a.cho", "1", `dir\b.TXT`, "2", "c.png", "x", "inner.zip", "y", "__MACOSX/._a.cho", "z", "odd.bin", string(build(t, "d.txt", "3")),
		"Data/SongWords.db", "words", "Data/Songs.db", "titles", "other/songs.db", "4"))
	if err != nil || names != "a.cho=1 b.TXT=2 SongWords.db=words+songs.db songs.db=4" || len(losses) != 3 {
		t.Errorf("%q %v %v", names, losses, err)
	}
}

func TestDocumentsAreNoArchives(t *testing.T) {
	names, _, err := walked(build(t, "a.docx", string(build(t, "word/document.xml", "x")), "b.dat", string(build(t, "[Content_Types].xml", "x"))))
	if err != nil || !strings.HasPrefix(names, "a.docx=PK") || !strings.Contains(names, "b.dat=PK") {
		t.Errorf("%q %v", names, err)
	}
	if Is(format.Input{Name: "x.docx", Data: build(t, "a", "b")}) || !Is(format.Input{Name: "x", Data: build(t, "a", "b")}) || Is(format.Input{Data: []byte("words")}) {
		t.Error("wrong kinds")
	}
}

func TestNothingAndErrors(t *testing.T) {
	if _, _, err := walked(build(t, "a.png", "x")); err == nil {
		t.Error("an archive without songs was read")
	}
	stop := errors.New("stop")
	if _, err := Walk(format.Input{Data: build(t, "a.txt", "x")}, func(File) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}

func TestOneBombIsALossAndManyAreTheEnd(t *testing.T) {
	zeros := strings.Repeat("\x00", 30<<20)
	names, losses, err := walked(build(t, "bomb.txt", zeros, "a.txt", "1"))
	if err != nil || names != "a.txt=1" || len(losses) != 1 {
		t.Errorf("%.50q %v %v", names, losses, err)
	}
	if _, _, err := walked(copies(t, build(t, "a.txt", zeros[:12<<20]), 60)); err == nil {
		t.Error("nobody stopped")
	}
}

// copies repeats the one entry of a zip file under other names, without packing it again.
func copies(t *testing.T, one []byte, count int) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(one), int64(len(one)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range count {
		header := r.File[0].FileHeader
		header.Name = fmt.Sprint(i, ".txt")
		to, err := w.CreateRaw(&header)
		if err != nil {
			t.Fatal(err)
		}
		from, err := r.File[0].OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(to, from)
	}
	_ = w.Close()
	return b.Bytes()
}

func FuzzWalk(f *testing.F) {
	f.Add(build(f, "a.cho", "{title: x}", "b/songs.db", "y", "b/songs.mb", "z"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = Walk(format.Input{Data: data}, func(File) error { return nil })
	})
}
