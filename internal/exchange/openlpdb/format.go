// Package openlpdb reads OpenLP's own database of songs, songs.sqlite.
package openlpdb

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile"
	"churchmusic/internal/fault"
)

// Format is OpenLP's database.
type Format struct{}

// Longest is the most bytes of a database.
const Longest = 96 << 20

// Name is "openlpdb".
func (Format) Name() string { return "openlpdb" }

// Title names the format for people.
func (Format) Title() string { return "OpenLP database" }

// Extensions are OpenLP's.
func (Format) Extensions() []string { return []string{".sqlite", ".sqlite3"} }

// Detect looks for SQLite and the columns that only OpenLP has. The list of tables is not far from the start in most databases.
func (f Format) Detect(name, head string) format.Confidence {
	if !strings.HasPrefix(head, strings.TrimRight(sqlitefile.Magic, "\x00")) {
		return format.No
	}
	switch {
	case strings.Contains(head, "verse_order") && strings.Contains(head, "search_lyrics"):
		return format.Sure
	case format.HasExtension(name, f.Extensions()...):
		return format.Likely
	}
	return format.No
}

// Read gives all songs of the database.
func (Format) Read(in format.Input) (format.Result, error) {
	if len(in.Data) > Longest {
		return format.Result{}, fault.New(fault.Invalid, "This database has more than %d bytes, which is more than can be read at once.", Longest)
	}
	db, err := sqlitefile.Open(in.Data)
	if err != nil {
		return format.Result{}, fault.New(fault.Invalid, "This is no database that can be read.").Because(err)
	}
	if !db.Has("songs", "title", "lyrics") {
		return format.Result{}, fault.New(fault.Invalid, "This database is not OpenLP’s: it has no table of songs.")
	}
	r := &reader{db: db}
	r.load()
	rows, err := db.Rows("songs")
	result := format.Result{}
	for _, row := range rows {
		b := r.song(row)
		result.Songs = append(result.Songs, b.Song(format.Input{}))
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	if err != nil || r.broken {
		last := &result.Songs[len(result.Songs)-1]
		last.Losses = append(last.Losses, format.Loss{Message: "The database is broken; songs after this one may be missing."})
	}
	return result, nil
}
