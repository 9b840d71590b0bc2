// Package compare reads databases that SQLite itself wrote.
package compare

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"churchmusic/internal/exchange/sqlitefile"
	"churchmusic/internal/exchange/sqlitefile/sqlitetest"
)

func database(t *testing.T, statements ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func rows(t *testing.T, data []byte, table string) []sqlitefile.Row {
	t.Helper()
	f, err := sqlitefile.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	all, err := f.Rows(table)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestValues(t *testing.T) {
	data := database(t, `CREATE TABLE "Song" (id INTEGER PRIMARY KEY, [title] varchar(255), n, "x,y" decimal(10,2), PRIMARY_NOTE text, UNIQUE(title))`,
		`INSERT INTO song VALUES (7, 'Großer Gott', -300, 2.0, x'00ff'), (9, NULL, 1, 0, ''), (10, 'a', 9000000000, 'text', 5)`,
		`ALTER TABLE song ADD COLUMN late text`)
	all := rows(t, data, "song")
	if len(all) != 3 || all[0].Int("id") != 7 || all[0].Text("title") != "Großer Gott" || all[0].Int("n") != -300 || all[0].Text("x,y") != "2" || string(all[0].Bytes("primary_note")) != "\x00\xff" {
		t.Errorf("%v", all)
	}
	if all[1].Text("title") != "" || all[1].Int("n") != 1 || all[2].Text("n") != "9000000000" || all[2].Text("late") != "" || all[2].Text("primary_note") != "5" {
		t.Errorf("%v", all)
	}
}

func TestKeyApart(t *testing.T) {
	data := database(t, `CREATE TABLE a (name TEXT, id INTEGER NOT NULL, PRIMARY KEY (id))`, `INSERT INTO a VALUES ('x', 5)`,
		`CREATE TABLE b (a INTEGER, b INTEGER, PRIMARY KEY (a, b))`, `INSERT INTO b VALUES (3, 4)`)
	if all := rows(t, data, "a"); all[0].Int("id") != 5 || all[0].Text("name") != "x" {
		t.Errorf("%v", all)
	}
	if all := rows(t, data, "b"); all[0].Int("b") != 4 {
		t.Errorf("%v", all)
	}
}

func TestTreesAndOverflow(t *testing.T) {
	statements := []string{`PRAGMA page_size = 512`, `CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)`}
	for i := range 300 {
		statements = append(statements, fmt.Sprintf(`INSERT INTO t VALUES (%d, '%s')`, i+1, strings.Repeat(string(rune('a'+i%26)), i*13)))
	}
	all := rows(t, database(t, statements...), "t")
	if len(all) != 300 {
		t.Fatalf("%d rows", len(all))
	}
	for i, r := range all {
		if r.Int("id") != int64(i+1) || r.Text("words") != strings.Repeat(string(rune('a'+i%26)), i*13) {
			t.Fatalf("row %d is wrong", i)
		}
	}
}

func TestWideCharacters(t *testing.T) {
	data := database(t, `PRAGMA encoding = 'UTF-16'`, `CREATE TABLE t (a TEXT)`, `INSERT INTO t VALUES ('Größe 神')`)
	if all := rows(t, data, "t"); all[0].Text("a") != "Größe 神" {
		t.Errorf("%v", all)
	}
}

func TestBroken(t *testing.T) {
	for _, data := range []string{"", "words", sqlitefile.Magic + strings.Repeat("\x00", 200)} {
		if _, err := sqlitefile.Open([]byte(data)); err == nil {
			t.Errorf("%q was opened", data)
		}
	}
	data := database(t, `CREATE TABLE t (a)`, `INSERT INTO t VALUES (1)`)
	f, err := sqlitefile.Open(data[:4096])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Rows("t"); err == nil {
		t.Error("a table without its page was read")
	}
	if all, err := f.Rows("none"); len(all) > 0 || err != nil || f.Has("none") || !f.Has("T", "A") || f.Has("t", "b") {
		t.Error("wrong tables")
	}
}

func TestWhatTheTestsBuildIsADatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.db")
	built := sqlitetest.Build(sqlitetest.Table{Name: "t", SQL: "CREATE TABLE t (a TEXT, b INTEGER)", Rows: [][]any{{"x", 1}, {strings.Repeat("y", 9000), nil}}})
	if err := os.WriteFile(path, built, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var check string
	var length int
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&check); err != nil || check != "ok" {
		t.Errorf("%v %s", err, check)
	}
	if err := db.QueryRow("SELECT sum(length(a)) FROM t").Scan(&length); err != nil || length != 9001 {
		t.Errorf("%v %d", err, length)
	}
}
