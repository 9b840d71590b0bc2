package openlpdb

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile"
)

type reader struct {
	db     *sqlitefile.File
	broken bool
	facts  map[int64][]fact // of a song, from other tables
	books  map[int64]string
}

type fact struct{ name, value string }

// roles of OpenLP's authors.
var roles = map[string]string{"words": "lyricist", "music": "composer", "translation": "translator"}

// load reads the tables that songs point to.
func (r *reader) load() {
	r.facts, r.books = map[int64][]fact{}, map[int64]string{}
	authors := map[int64]string{}
	for _, a := range r.rows("authors") {
		name := a.Text("display_name")
		if strings.TrimSpace(name) == "" {
			name = a.Text("first_name") + " " + a.Text("last_name")
		}
		authors[a.Int("id")] = name
	}
	for _, link := range r.rows("authors_songs") {
		role := roles[link.Text("author_type")]
		if role == "" {
			role = "author"
		}
		r.add(link.Int("song_id"), role, authors[link.Int("author_id")])
	}
	r.loadBooks()
	topics := map[int64]string{}
	for _, t := range r.rows("topics") {
		topics[t.Int("id")] = t.Text("name")
	}
	for _, link := range r.rows("songs_topics") {
		r.add(link.Int("song_id"), "theme", topics[link.Int("topic_id")])
	}
}

func (r *reader) loadBooks() {
	for _, b := range r.rows("song_books") {
		r.books[b.Int("id")] = b.Text("name")
	}
	for _, link := range r.rows("songs_songbooks") {
		r.add(link.Int("song_id"), "songbook", format.Songbook(r.books[link.Int("songbook_id")], link.Text("entry")))
	}
}

func (r *reader) rows(table string) []sqlitefile.Row {
	rows, err := r.db.Rows(table)
	r.broken = r.broken || err != nil
	return rows
}

func (r *reader) add(song int64, name, value string) {
	if len(r.facts[song]) < 100 {
		r.facts[song] = append(r.facts[song], fact{name, value})
	}
}

// columns of a song with the facts that they are.
var columns = []struct{ column, fact string }{{"title", "title"}, {"alternate_title", "alias"}, {"copyright", "copyright"}, {"ccli_number", "ccli"}, {"comments", "notes"}}

func (r *reader) song(row sqlitefile.Row) *format.Builder {
	b := &format.Builder{}
	for _, c := range columns {
		if text := strings.TrimSpace(row.Text(c.column)); text != "" && c.fact == "ccli" {
			format.Put(&b.Facts, "ccli", format.Digits(text))
		} else {
			format.Put(&b.Facts, c.fact, text)
		}
	}
	for _, f := range r.facts[row.Int("id")] {
		format.Put(&b.Facts, f.name, f.value)
	}
	if book := r.books[row.Int("song_book_id")]; book != "" {
		format.Put(&b.Facts, "songbook", format.Songbook(book, row.Text("song_number")))
	}
	lyrics(b, row.Text("lyrics"))
	b.Order = strings.Fields(strings.ToLower(row.Text("verse_order")))
	return b
}
