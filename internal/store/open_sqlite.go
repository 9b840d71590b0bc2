package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver named "sqlite"
)

// sqliteReaders is the pool of readers. More would only take turns on the cores of a small machine.
const sqliteReaders = 4

// sqliteOldest is the first library without the reset bug that could corrupt a write-ahead log.
const sqliteOldest = "3.51.3"

func (db *DB) openSQLite(ctx context.Context, path string) error {
	db.engine = sqliteEngine{}
	writes, err := sql.Open("sqlite", sqliteDSN(path, false))
	if err != nil {
		return err
	}
	writes.SetMaxOpenConns(1)
	if err := checkSQLite(ctx, writes); err != nil {
		_ = writes.Close()
		return err
	}
	if err := migrate(ctx, writes, "sqlite"); err != nil {
		_ = writes.Close()
		return err
	}
	conn, err := writes.Conn(ctx)
	if err != nil {
		_ = writes.Close()
		return err
	}
	db.writes = writes
	if db.pool, err = sql.Open("sqlite", sqliteDSN(path, true)); err != nil {
		return err
	}
	db.pool.SetMaxOpenConns(sqliteReaders)
	db.pool.SetMaxIdleConns(sqliteReaders)
	db.writer = newWriter(db, conn)
	return nil
}

// sqliteDSN sets busy_timeout before journal_mode, and FULL so that an acknowledged write survives a power cut.
func sqliteDSN(path string, readOnly bool) string {
	q := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "cache_size(-4000)", "temp_store(MEMORY)"}}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

func checkSQLite(ctx context.Context, db *sql.DB) error {
	var version string
	if err := db.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return err
	}
	if older(version, sqliteOldest) {
		return fmt.Errorf("the SQLite library is %s; at least %s is needed, because older ones can corrupt the write-ahead log", version, sqliteOldest)
	}
	return nil
}

func older(a, b string) bool {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		x, _ := strconv.Atoi(as[i])
		y, _ := strconv.Atoi(bs[i])
		if x != y {
			return x < y
		}
	}
	return len(as) < len(bs)
}
