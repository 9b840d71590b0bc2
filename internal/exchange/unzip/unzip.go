// Package unzip opens zip files of strangers: so many entries, so many bytes, no entry that grows out of proportion. Names are only
// compared, never used as paths.
package unzip

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"churchmusic/internal/fault"
)

// How much a zip file may hold.
const (
	MostEntries = 2_000
	MostBytes   = 100 << 20 // out of all entries together
	MostRatio   = 200

	MostDocument = 32 << 20 // out of one document; pictures are never taken out
)

// Magic is how a zip file begins.
const Magic = "PK\x03\x04"

// Archive is a zip file. It counts what was taken out of it.
type Archive struct {
	Entries []*zip.File // without folders
	taken   int64
	most    int64
	size    int64
	byName  map[string]*zip.File
}

// Open reads the list of entries.
func Open(data []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault.New(fault.Invalid, "This zip file cannot be read.").Because(err)
	}
	a := &Archive{size: int64(len(data)), most: MostBytes, byName: map[string]*zip.File{}}
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if len(a.Entries) == MostEntries {
			return nil, fault.New(fault.Invalid, "This zip file holds more than %d files.", MostEntries)
		}
		a.Entries = append(a.Entries, f)
		name := Clean(f.Name)
		if _, twice := a.byName[name]; !twice {
			a.byName[name] = f
		}
	}
	return a, nil
}

// Limit lowers how many bytes may come out of all entries together: documents need less than collections.
func (a *Archive) Limit(bytes int64) { a.most = min(a.most, bytes) }

// Clean is a name as it is compared: with slashes, in lower case, without a slash in front.
func Clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Has says whether there is an entry of a name.
func (a *Archive) Has(name string) bool { return a.byName[Clean(name)] != nil }

// Named takes out the entry of a name; nothing when there is none.
func (a *Archive) Named(name string) ([]byte, error) {
	f := a.byName[Clean(name)]
	if f == nil {
		return nil, nil
	}
	return a.Take(f)
}

// Take takes out an entry. The size that it declares is not believed: the bytes are counted.
func (a *Archive) Take(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fault.New(fault.Invalid, "A file within the zip file cannot be read.").Because(err)
	}
	defer func() { _ = r.Close() }()
	packed := min(int64(f.CompressedSize64), a.size) // bytes that the entry really has at most
	most := min(a.most-a.taken, packed*MostRatio+64<<10)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	a.taken += int64(len(data))
	if int64(len(data)) > most {
		return nil, fault.New(fault.Invalid, "The files within this zip file are larger than they should be.")
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, "A file within the zip file is damaged.").Because(err)
	}
	return data, nil
}

// Spent says whether no more may come out.
func (a *Archive) Spent() bool { return a.taken >= a.most }
