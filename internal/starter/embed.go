// Package starter holds the songs a fresh church may begin with: well-known
// hymns and carols, written for this program as ChordPro, whose words and tunes
// are in the public domain and whose makers all died before 1954.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed songs/*.cho
var files embed.FS

// File is one song of the starter library. Name is the file's name without its
// folder ("amazing-grace.cho"), Text its whole ChordPro text.
type File struct {
	Name string
	Text string
}

// Songs gives every song of the starter library, sorted by name. It fails only
// when the program was built with a broken library.
func Songs() ([]File, error) {
	entries, err := fs.ReadDir(files, "songs")
	if err != nil {
		return nil, fmt.Errorf("list the starter songs: %w", err)
	}
	songs := make([]File, 0, len(entries))
	for _, entry := range entries {
		text, err := fs.ReadFile(files, "songs/"+entry.Name())
		if err != nil {
			return nil, fmt.Errorf("read starter song %s: %w", entry.Name(), err)
		}
		songs = append(songs, File{Name: entry.Name(), Text: string(text)})
	}
	return songs, nil
}
