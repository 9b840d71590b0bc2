package unzip

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"
)

func build(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTake(t *testing.T) {
	a, err := Open(build(t, map[string][]byte{`Word\Document.xml`: []byte("words"), "folder/": nil}))
	if err != nil || len(a.Entries) != 1 || !a.Has("word/document.xml") {
		t.Fatalf("%v %v", a, err)
	}
	if data, err := a.Named("/word/document.xml"); err != nil || string(data) != "words" {
		t.Errorf("%q %v", data, err)
	}
	if data, err := a.Named("none"); data != nil || err != nil {
		t.Errorf("%q %v", data, err)
	}
}

func TestBombs(t *testing.T) {
	a, err := Open(build(t, map[string][]byte{"a": make([]byte, 20<<20)}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Take(a.Entries[0]); err == nil {
		t.Error("twenty megabytes of zeros came out")
	}
	many := map[string][]byte{}
	for i := range MostEntries + 1 {
		many[fmt.Sprint(i)] = nil
	}
	if _, err := Open(build(t, many)); err == nil {
		t.Error("too many entries were opened")
	}
	if _, err := Open([]byte("PK\x03\x04 no zip")); err == nil {
		t.Error("no zip was opened")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(build(f, map[string][]byte{"a.txt": []byte("words"), "b/c": bytes.Repeat([]byte("x"), 1000)}))
	f.Fuzz(func(_ *testing.T, data []byte) {
		a, err := Open(data)
		if err != nil {
			return
		}
		for _, e := range a.Entries {
			_, _ = a.Take(e)
		}
	})
}
