package easyworship

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sqlitefile/sqlitetest"
)

const grace = `{\rtf1\ansi\ansicpg1252\sdeasyworship2{\fonttbl\f0 Arial;}\pard Verse 1\par Amazing gr\'e2ce\par how sweet\par \par that saved\par\par CHORUS (x2)\par My chains\par\par Slide 3\par Amen\par}`

var titles = sqlitetest.Build(sqlitetest.Table{Name: "song", SQL: "CREATE TABLE song (song_item_uid text, title text, author text, copyright text, administrator text, description text, tags text, reference_number text, vendor_id integer)",
	Rows: [][]any{{"a", "Amazing Grace", "John Newton / Second Author", "Public Domain", "Nobody", "slowly", "Hymn, Grace", "", 22025}, {"b", "Empty", "", "", "", "", "", "12", nil}}})

var words = sqlitetest.Build(sqlitetest.Table{Name: "word", SQL: "CREATE TABLE word (song_id integer, words rtf, slide_uids text)", Rows: [][]any{{1, grace, ""}}})

func expect(t *testing.T, song format.Song, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s\n%v", want, song.ChartText, song.Losses)
		}
	}
}

func expectGrace(t *testing.T, song format.Song) {
	t.Helper()
	expect(t, song, "{title: Amazing Grace}", "author John Newton", "author Second Author", "{copyright: Public Domain}", "publisher Nobody", "ccli 22025",
		"{start_of_verse: Verse 1}\nAmazing grâce\nhow sweet\n\nthat saved\n{end_of_verse}", "{start_of_chorus: Chorus x2}\nMy chains\n", "Amen")
	if len(song.Sequence) != 4 {
		t.Errorf("order %v", song.Sequence)
	}
}

func TestSix(t *testing.T) {
	result, err := Pair(format.Input{Data: words}, format.Input{Data: titles})
	if err != nil || len(result.Songs) != 2 {
		t.Fatalf("%v %d", err, len(result.Songs))
	}
	expectGrace(t, result.Songs[0])
	expect(t, result.Songs[0], "notes slowly", "tag Hymn", "tag Grace")
	if len(result.Songs[1].Losses) != 1 {
		t.Errorf("%v", result.Songs[1].Losses)
	}
}

func TestHalves(t *testing.T) {
	result, err := Format{}.Read(format.Input{Data: words})
	if err != nil || len(result.Songs) != 1 || result.Songs[0].Title != "Amazing grâce" || len(result.Songs[0].Losses) != 2 {
		t.Errorf("%v %v", result, err)
	}
	for _, half := range [][]byte{titles, table(), nil, []byte("words")} {
		if _, err := (Format{}).Read(format.Input{Data: half}); err == nil {
			t.Error("half a library was read")
		}
	}
	if _, err := Pair(format.Input{Data: words}, format.Input{Data: words}); err == nil {
		t.Error("twice the same half was read")
	}
}

func put(b []byte, at int, s string) { copy(b[at:], s) }

func scheduleFile() []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte(grace))
	_ = z.Close()
	const size = 1816
	file := make([]byte, 56+6+2*size)
	put(file, 0, schedule+"    5")
	binary.LittleEndian.PutUint32(file[56:], 2)
	binary.LittleEndian.PutUint16(file[60:], size)
	video, song := file[62:62+size], file[62+size:]
	put(video, 0, "A film")
	binary.LittleEndian.PutUint32(video[820:], 4)
	put(song, 0, "Amazing Grace")
	put(song, 307, "John Newton / Second Author")
	put(song, 358, "Public Domain")
	put(song, 459, "Nobody")
	put(song, 1410, "22025")
	binary.LittleEndian.PutUint32(song[800:], uint32(len(file)))
	binary.LittleEndian.PutUint32(song[820:], 1)
	file = binary.LittleEndian.AppendUint32(file, uint32(packed.Len()+10))
	return append(file, packed.Bytes()...)
}

func TestSchedule(t *testing.T) {
	result, err := Format{}.Read(format.Input{Data: scheduleFile()})
	if err != nil || len(result.Songs) != 1 {
		t.Fatalf("%v %d", err, len(result.Songs))
	}
	expectGrace(t, result.Songs[0])
}

// table makes a Paradox table with one row whose words stand in a block of the memo file.
func table() []byte {
	names := []string{"Title", "Author", "Copyright", "Administrator", "Song Number", "Words"}
	sizes := []int{50, 50, 50, 50, 10, 12}
	const record = 222
	d := make([]byte, 0x800+1024)
	binary.LittleEndian.PutUint16(d[0:], record)
	binary.LittleEndian.PutUint16(d[2:], 0x800)
	d[5] = 1
	binary.LittleEndian.PutUint16(d[14:], 1)
	binary.LittleEndian.PutUint16(d[33:], uint16(len(names)))
	binary.LittleEndian.PutUint16(d[106:], 437)
	for i, size := range sizes {
		d[120+2*i], d[121+2*i] = 1, byte(size)
	}
	d[130] = memoField
	put(d, 385+6*len(names), strings.Join(names, "\x00")+"\x00")
	row := d[0x806:]
	put(row, 0, "Amazing Grace")
	put(row, 50, "John Newton / Second Author")
	put(row, 100, "Public Domain")
	put(row, 150, "Nobody")
	put(row, 200, "22025")
	binary.LittleEndian.PutUint32(row[212:], 4096)
	binary.LittleEndian.PutUint32(row[216:], uint32(len(grace)))
	return d
}

func memo() []byte {
	m := make([]byte, 8192)
	m[4096] = 2
	put(m, 4096+9, grace)
	return m
}

func TestParadox(t *testing.T) {
	result, err := Pair(format.Input{Data: memo()}, format.Input{Data: table()})
	if err != nil || len(result.Songs) != 1 {
		t.Fatalf("%v %d", err, len(result.Songs))
	}
	expectGrace(t, result.Songs[0])
	shared := make([]byte, 8192)
	shared[4096], shared[4096+12+5*3] = 3, 100
	put(shared, 4096+1600, grace)
	d := table()
	binary.LittleEndian.PutUint32(d[0x806+212:], 4096+3)
	result, err = Pair(format.Input{Data: d}, format.Input{Data: shared})
	if err != nil {
		t.Fatal(err)
	}
	expectGrace(t, result.Songs[0])
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want format.Confidence
	}{{"a.ews", scheduleFile(), format.Sure}, {"Songs.db", titles, format.Sure}, {"Songs.DB", table(), format.Sure}, {"SongWords.db", words, format.Likely}, {"x.db", []byte("words"), format.No}} {
		if got := (Format{}).Detect(c.name, encoding.Decode(c.data).Text); got < c.want || c.want == format.No && got != format.No {
			t.Errorf("%s: %d", c.name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(scheduleFile(), []byte{})
	f.Add(table(), memo())
	f.Add(words, []byte{})
	f.Fuzz(func(_ *testing.T, one, other []byte) {
		result, err := Format{}.Read(format.Input{Data: one})
		if err != nil {
			result, _ = Pair(format.Input{Data: one}, format.Input{Data: other})
		}
		for _, s := range result.Songs {
			chart.Read(s.ChartText)
		}
	})
}
