// Package archive walks over a zip file of songs: file by file, so that a thousand songs do not have to fit into memory at once, and
// never into a zip file within it.
package archive

import (
	"path"
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/easyworship"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/unzip"
	"churchmusic/internal/fault"
)

// Extensions of zip files that hold songs; ProPresenter's bundles are such.
var Extensions = []string{".zip", ".pro6x", ".pro7x", ".probundle", ".proplaylist"}

// documents are formats that are zip files themselves.
var documents = []string{".pptx", ".ppsx", ".potx", ".pptm", ".docx", ".docm", ".dotx", ".odt", ".ott"}

// Is says whether a file is an archive to walk over, and no document.
func Is(in format.Input) bool {
	return strings.HasPrefix(string(in.Data[:min(len(in.Data), 4)]), unzip.Magic) && !format.HasExtension(in.Name, documents...) && !isDocument(in.Data)
}

// isDocument looks at the list of files, for documents whose own name says nothing.
func isDocument(data []byte) bool {
	a, err := unzip.Open(data)
	if err != nil {
		return false
	}
	return a.Has("[Content_Types].xml") || a.Has("mimetype") && a.Has("content.xml")
}

// File is a file of an archive.
type File struct {
	format.Input
	Other *format.Input // the second file of a library that is kept in two, nil for most
}

// Walk visits the files of an archive that may be songs, in the order of the archive, and gives what was left out. It stops with the
// visitor's first error. A file that is damaged is a loss and not the end; an archive that grows out of bounds is.
func Walk(in format.Input, visit func(File) error) ([]format.Loss, error) {
	a, err := unzip.Open(in.Data)
	if err != nil {
		return nil, err
	}
	w := &walk{archive: a, encoding: in.Encoding, visit: visit, done: map[string]bool{}}
	for _, e := range a.Entries {
		if err := w.entry(e.Name); err != nil {
			return w.losses, err
		}
	}
	if w.visited == 0 {
		return w.losses, fault.New(fault.Invalid, "There is no file in this zip file that could be a song.")
	}
	return w.losses, nil
}

type walk struct {
	archive  *unzip.Archive
	encoding string
	visit    func(File) error
	losses   format.Losses
	done     map[string]bool // by clean name
	visited  int
}

func (w *walk) entry(name string) error {
	clean := unzip.Clean(name)
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case w.done[clean] || isHidden(clean):
		return nil
	case format.HasExtension(clean, media...):
		w.losses.Add(0, "Pictures, sound and film were left out.")
		return nil
	case format.HasExtension(clean, Extensions...), format.HasExtension(clean, ".gz", ".7z", ".rar", ".tar"):
		w.losses.Add(0, "“"+shown(base)+"” is an archive within the archive; it was not opened.")
		return nil
	}
	w.done[clean] = true
	input, ok, err := w.take(name, base)
	if err != nil || !ok {
		return err
	}
	if Is(input) {
		w.losses.Add(0, "“"+shown(base)+"” is an archive within the archive; it was not opened.")
		return nil
	}
	file := File{Input: input}
	if err := w.other(&file, clean, base); err != nil {
		return err
	}
	w.visited++
	return w.visit(file)
}

// other finds the second file of a library in the same folder.
func (w *walk) other(file *File, clean, base string) error {
	for _, half := range easyworship.OtherHalf(base) {
		name := path.Join(path.Dir(clean), half)
		if w.done[name] || !w.archive.Has(name) {
			continue
		}
		w.done[name] = true
		input, ok, err := w.take(name, half)
		if ok {
			file.Other = &input
		}
		return err
	}
	return nil
}

// take reads an entry. A damaged one is noted; growing out of bounds ends the walk.
func (w *walk) take(name, base string) (format.Input, bool, error) {
	data, err := w.archive.Named(name)
	if err != nil && w.archive.Spent() {
		return format.Input{}, false, err
	}
	if err != nil {
		w.losses.Add(0, "“"+shown(base)+"” is damaged or larger than it should be; it was left out.")
		return format.Input{}, false, nil
	}
	return format.Input{Name: shown(base), Data: data, Encoding: w.encoding}, true, nil
}

// shown is a file's name for people: no path, no control characters, not endless.
func shown(base string) string {
	text := []rune(boxes.Plain(strings.ToValidUTF8(base, "_")))
	if len(text) <= 120 {
		return string(text)
	}
	return "…" + string(text[len(text)-120:])
}

// isHidden finds what systems put beside files.
func isHidden(clean string) bool {
	base := path.Base(clean)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(clean, "__macosx/") || base == "thumbs.db" || base == "desktop.ini"
}

var media = []string{".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg", ".tif", ".tiff", ".heic", ".mp3", ".m4a", ".wav", ".ogg", ".flac", ".aac", ".mid", ".midi",
	".mp4", ".mov", ".avi", ".wmv", ".mkv", ".webm", ".pdf", ".ttf", ".otf", ".exe", ".dll"}
