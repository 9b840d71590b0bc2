// Package easyworship reads the songs of EasyWorship: the two SQLite databases of version 6 and later, the Paradox table and memo file
// of the versions before, and schedules (.ews). The words are Rich Text in all of them.
package easyworship

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile"
	"churchmusic/internal/fault"
)

// Format is EasyWorship.
type Format struct{}

const longest = 96 << 20

// Name is "easyworship".
func (Format) Name() string { return "easyworship" }

// Title names the format for people.
func (Format) Title() string { return "EasyWorship" }

// Extensions of databases, memo files and schedules.
func (Format) Extensions() []string { return []string{".ews", ".db", ".mb"} }

// Detect looks for schedules, for the tables of version 6 and for the columns of a Paradox table.
func (f Format) Detect(name, head string) format.Confidence {
	switch {
	case strings.HasPrefix(head, schedule):
		return format.Sure
	case strings.HasPrefix(head, strings.TrimRight(sqlitefile.Magic, "\x00")):
		if strings.Contains(head, "song_item_uid") || strings.Contains(head, "song_id") && strings.Contains(head, "words") {
			return format.Sure
		}
		if format.HasExtension(name, "songs.db", "songwords.db") {
			return format.Likely
		}
	case format.HasExtension(name, "songs.db") && strings.Contains(head, "Words") && strings.Contains(head, "Title"):
		return format.Sure
	case format.HasExtension(name, "songs.mb"):
		return format.Likely
	}
	return format.No
}

// Read gives the songs of a file. A database of titles or of words alone is only half of them: see Pair.
func (Format) Read(in format.Input) (format.Result, error) {
	if len(in.Data) > longest {
		return format.Result{}, fault.New(fault.Invalid, "This file has more than %d bytes, which is more than can be read at once.", longest)
	}
	switch KindOf(in.Data) {
	case Schedule:
		return readSchedule(in)
	case Words:
		return readSQLite(nil, in)
	case Titles:
		return format.Result{}, fault.New(fault.Invalid, "EasyWorship keeps the words in a second file, SongWords.db: put Songs.db and SongWords.db into one zip file.")
	case Table:
		return format.Result{}, fault.New(fault.Invalid, "EasyWorship keeps the words in a second file, Songs.MB: put Songs.DB and Songs.MB into one zip file.")
	}
	return format.Result{}, fault.New(fault.Invalid, "This is no file of EasyWorship that holds songs by itself.")
}

// OtherHalf lists the names that the second file of a library has, beside one of the name given; none when it has no second file.
func OtherHalf(name string) []string {
	switch strings.ToLower(name) {
	case "songs.db":
		return []string{"songwords.db", "songs.mb"}
	case "songwords.db", "songs.mb":
		return []string{"songs.db"}
	}
	return nil
}

// Kind is what a file of EasyWorship holds.
type Kind int

// The kinds of files.
const (
	None     Kind = iota
	Schedule      // songs whole
	Titles        // Songs.db of version 6
	Words         // SongWords.db
	Table         // Songs.DB of Paradox
	Memo          // Songs.MB
)

// KindOf finds out what a file is.
func KindOf(data []byte) Kind {
	if strings.HasPrefix(string(data[:min(len(data), 64)]), schedule) {
		return Schedule
	}
	if db, err := sqlitefile.Open(data); err == nil || db != nil {
		switch {
		case db.Has("word", "song_id", "words"):
			return Words
		case db.Has("song", "title", "author"):
			return Titles
		}
		return None
	}
	if p, ok := paradox(data); ok && p.field("Title") >= 0 && p.field("Words") >= 0 {
		return Table
	}
	if len(data) >= 4096 && len(data)%4096 == 0 && data[0] == 0 {
		return Memo
	}
	return None
}

// Pair reads the two files in which a library is kept, in either order: titles and words, or table and memo.
func Pair(one, other format.Input) (format.Result, error) {
	kinds := [2]Kind{KindOf(one.Data), KindOf(other.Data)}
	switch {
	case kinds == [2]Kind{Titles, Words}:
		return readSQLite(&one, other)
	case kinds == [2]Kind{Words, Titles}:
		return readSQLite(&other, one)
	case kinds[0] == Table:
		return readParadox(one, other)
	case kinds[1] == Table:
		return readParadox(other, one)
	}
	return format.Result{}, fault.New(fault.Invalid, "These two files are not the halves of one library of EasyWorship.")
}
