package easyworship

import (
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile"
	"churchmusic/internal/fault"
)

// readSQLite joins titles and words of version 6. Without titles each song takes its name from its first line.
func readSQLite(titles *format.Input, words format.Input) (format.Result, error) {
	db, err := sqlitefile.Open(words.Data)
	if err != nil {
		return format.Result{}, fault.New(fault.Invalid, "The database of words cannot be read.").Because(err)
	}
	rows, broken := db.Rows("word")
	texts := make(map[int64][]byte, len(rows))
	order := make([]int64, 0, len(rows))
	for _, r := range rows {
		id := r.Int("song_id")
		if _, known := texts[id]; !known {
			order = append(order, id)
		}
		texts[id] = r.Bytes("words")
	}
	entries := map[int64]entry{}
	if titles != nil {
		if order, entries, err = titlesOf(titles.Data); err != nil {
			return format.Result{}, err
		}
	}
	return songs(order, entries, texts, words.Encoding, titles == nil, broken)
}

// titlesOf reads what version 6 knows about its songs, in its order.
func titlesOf(data []byte) ([]int64, map[int64]entry, error) {
	db, err := sqlitefile.Open(data)
	if err != nil {
		return nil, nil, fault.New(fault.Invalid, "The database of songs cannot be read.").Because(err)
	}
	rows, _ := db.Rows("song")
	order := make([]int64, 0, len(rows))
	entries := make(map[int64]entry, len(rows))
	for _, r := range rows {
		e := entry{title: r.Text("title"), author: r.Text("author"), copyright: r.Text("copyright"), administrator: r.Text("administrator"),
			number: r.Text("vendor_id"), notes: r.Text("description"), tags: r.Text("tags")}
		if format.Digits(e.number) == "" {
			e.number = r.Text("reference_number")
		}
		order = append(order, r.Number)
		entries[r.Number] = e
	}
	return order, entries, nil
}

func songs(order []int64, entries map[int64]entry, texts map[int64][]byte, encoding string, untitled bool, broken error) (format.Result, error) {
	var result format.Result
	for _, id := range order[:min(len(order), mostSongs)] {
		e := entries[id]
		e.words = texts[id]
		song := e.song(encoding)
		if untitled {
			song.Losses = append(song.Losses, format.Loss{Message: "Titles and authors stand in a second file, Songs.db: put both files into one zip file to have them."})
		}
		result.Songs = append(result.Songs, song)
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	if broken != nil || len(order) > mostSongs {
		last := &result.Songs[len(result.Songs)-1]
		last.Losses = append(last.Losses, format.Loss{Message: "The database is broken or too large; songs after this one may be missing."})
	}
	return result, nil
}
