package sqlitefile_test

import (
	"strings"
	"testing"

	"churchmusic/internal/exchange/sqlitefile"
	"churchmusic/internal/exchange/sqlitefile/sqlitetest"
)

var sample = sqlitetest.Build(
	sqlitetest.Table{Name: "t", SQL: "CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)", Rows: [][]any{{nil, "a"}, {nil, strings.Repeat("b", 2000)}}},
	sqlitetest.Table{Name: "u", SQL: `CREATE TABLE "u" ([a b] blob, n int, PRIMARY KEY (n))`, Rows: [][]any{{[]byte{0, 255}, 7}}})

func TestRows(t *testing.T) {
	f, err := sqlitefile.Open(sample)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.Rows("T")
	if err != nil || len(rows) != 2 || rows[1].Int("id") != 2 || len(rows[1].Text("words")) != 2000 {
		t.Errorf("%v %v", rows, err)
	}
	if rows, err = f.Rows("u"); err != nil || string(rows[0].Bytes("a b")) != "\x00\xff" || rows[0].Text("n") != "7" {
		t.Errorf("%v %v", rows, err)
	}
}

func TestHostile(t *testing.T) {
	long := "CREATE TABLE t (" + strings.Repeat("PRIMARY KEY (a),", 1500) + "a)"
	f, err := sqlitefile.Open(sqlitetest.Build(sqlitetest.Table{Name: "t", SQL: long}))
	if err != nil || !f.Has("t", "a") {
		t.Errorf("%v", err)
	}
	circle := append([]byte{}, sample...)
	circle[32768] = 5 // an inner page whose children are itself
	copy(circle[32768+8:], []byte{0, 0, 0, 2})
	if f, err = sqlitefile.Open(circle); err != nil {
		t.Fatal(err)
	}
	if _, err = f.Rows("t"); err == nil {
		t.Error("a circle was read")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(_ *testing.T, data []byte) {
		file, err := sqlitefile.Open(data)
		if err != nil {
			return
		}
		for _, name := range []string{"t", "u"} {
			rows, _ := file.Rows(name)
			for _, r := range rows {
				_ = r.Text("words")
			}
		}
	})
}
