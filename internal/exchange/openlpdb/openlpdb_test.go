package openlpdb

import (
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile/sqlitetest"
)

const grace = `<?xml version='1.0' encoding='UTF-8'?>
<song version="1.0"><lyrics><verse type="c" label="1"><![CDATA[My {st}chains{/st} are gone]]></verse><verse type="v" label="1"><![CDATA[[G]Amazing gräce
[---]
how sweet {it}&{/it} {not a tag}]]></verse><verse type="o" label="2"><![CDATA[Amen]]></verse></lyrics></song>`

var sample = sqlitetest.Build(
	sqlitetest.Table{Name: "authors", SQL: "CREATE TABLE authors (id INTEGER NOT NULL, first_name VARCHAR(128), last_name VARCHAR(128), display_name VARCHAR(255), PRIMARY KEY (id))",
		Rows: [][]any{{nil, "John", "Newton", "John Newton"}, {nil, "Peter", "Ritter", ""}}},
	sqlitetest.Table{Name: "authors_songs", SQL: "CREATE TABLE authors_songs (author_id INTEGER, song_id INTEGER, author_type VARCHAR(255), PRIMARY KEY (author_id, song_id))",
		Rows: [][]any{{1, 1, "words"}, {2, 1, "music"}, {2, 2, ""}}},
	sqlitetest.Table{Name: "song_books", SQL: "CREATE TABLE song_books (id INTEGER NOT NULL, name VARCHAR(128), publisher VARCHAR(128), PRIMARY KEY (id))", Rows: [][]any{{nil, "Hymns", ""}}},
	sqlitetest.Table{Name: "songs_songbooks", SQL: "CREATE TABLE songs_songbooks (songbook_id INTEGER, song_id INTEGER, entry VARCHAR(255))", Rows: [][]any{{1, 1, "12"}}},
	sqlitetest.Table{Name: "topics", SQL: "CREATE TABLE topics (id INTEGER NOT NULL, name VARCHAR(128), PRIMARY KEY (id))", Rows: [][]any{{nil, "Grace"}}},
	sqlitetest.Table{Name: "songs_topics", SQL: "CREATE TABLE songs_topics (song_id INTEGER, topic_id INTEGER)", Rows: [][]any{{1, 1}}},
	sqlitetest.Table{Name: "songs", SQL: "CREATE TABLE songs (id INTEGER NOT NULL, title VARCHAR(255), alternate_title VARCHAR(255), lyrics TEXT, verse_order VARCHAR(128), copyright VARCHAR(255), comments TEXT, ccli_number VARCHAR(64), search_lyrics TEXT, PRIMARY KEY (id))",
		Rows: [][]any{{nil, "Amazing Grace", "Grace", grace, "v1 c1 V1 c1 o2", "Public Domain", "slowly", "22025", "x"}, {nil, "Plain", nil, "one\ntwo\n\nthree", "", "", "", "", ""}}})

func TestRead(t *testing.T) {
	result, err := Format{}.Read(format.Input{Data: sample})
	if err != nil || len(result.Songs) != 2 {
		t.Fatalf("%v, %d songs", err, len(result.Songs))
	}
	song := result.Songs[0]
	for _, want := range []string{"{title: Amazing Grace}", "alias Grace", "{lyricist: John Newton}", "{composer: Peter Ritter}", "songbook Hymns #12", "theme Grace", "ccli 22025", "notes slowly",
		"{copyright: Public Domain}", "{start_of_chorus: Chorus 1}\nMy chains are gone\n", "{start_of_verse: Verse 1}\n[G]Amazing gräce\nhow sweet & {not a tag}\n{end_of_verse}", "Amen"} {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s", want, song.ChartText)
		}
	}
	if len(song.Sequence) != 5 || song.Sequence[0] != "v1" || song.Sequence[3] != "c1" || len(song.Losses) > 0 {
		t.Errorf("%v %v", song.Sequence, song.Losses)
	}
	if plain := result.Songs[1]; len(plain.Sequence) != 2 || !strings.Contains(plain.ChartText, "author Peter Ritter") {
		t.Errorf("%v\n%s", plain.Sequence, plain.ChartText)
	}
}

func TestDetect(t *testing.T) {
	if (Format{}).Detect("songs.sqlite", encoding.Decode(sample[:65536]).Text) < format.Likely || (Format{}).Detect("a.txt", "words") != format.No {
		t.Error("wrong confidence")
	}
}

func TestOther(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("words"), sqlitetest.Build(sqlitetest.Table{Name: "x", SQL: "CREATE TABLE x (a)"})} {
		if _, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			t.Errorf("%.20q was read", data)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(grace)
	f.Add("one\n\ntwo {st}x{/st} [G]y")
	f.Fuzz(func(_ *testing.T, text string) {
		b := &format.Builder{}
		lyrics(b, text)
		chart.Read(b.Song(format.Input{}).ChartText)
	})
}
