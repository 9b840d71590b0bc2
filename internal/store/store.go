// Package store holds the only SQL of the program: one statement text for SQLite and PostgreSQL.
// Files named search_*, errors_* and open_* alone may know the engine.
package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"churchmusic/internal/ident"
	"churchmusic/internal/live"
)

// Scope says which answers a change makes old: what caches keep is kept by scope.
type Scope uint8

// The scopes; a change may touch both.
const (
	Library  Scope = 1 << iota // songs, profiles, tags, history
	Accounts                   // users, sessions, settings
)

// Options are what Open needs beside the place of the database.
type Options struct {
	Now     func() time.Time
	IDs     *ident.Generator
	Publish func([]live.Event) // called after each commit that published events
}

// DB is an open database of either engine. It is safe for concurrent use.
type DB struct {
	engine  engine
	pool    *sql.DB // readers on SQLite, all connections on PostgreSQL
	writes  *sql.DB // SQLite only: the pool of the writer's one connection
	writer  *writer // SQLite only
	options Options

	statements atomic.Int64 // how many statements were sent: tests prove that lists do not ask per row
	prepared   sync.Map     // text → *sql.Stmt
	states     [2]atomic.Uint64
	snapshot   shared[uint64]
	words      titleWords
}

type engine interface {
	translate(error) error
	searcher
}

// Open opens SQLite at a file path, or PostgreSQL at a postgres:// address, and brings the schema up to date.
func Open(ctx context.Context, place string, o Options) (*DB, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.IDs == nil {
		o.IDs = ident.New()
	}
	if o.Publish == nil {
		o.Publish = func([]live.Event) {}
	}
	db := &DB{options: o}
	if IsPostgres(place) {
		return db, db.openPostgres(ctx, place)
	}
	return db, db.openSQLite(ctx, place)
}

// IsPostgres says whether a place names a PostgreSQL database.
func IsPostgres(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// Close ends the writer after the work it has, then all connections. The writer's goes last: SQLite then folds the
// write-ahead log into the database, and a copy of the one file is a copy of everything.
func (db *DB) Close() error {
	if db.writer == nil {
		return db.pool.Close()
	}
	db.writer.close()
	db.prepared.Range(func(_, st any) bool {
		_ = st.(*sql.Stmt).Close()
		return true
	})
	return errors.Join(db.pool.Close(), db.writes.Close())
}

// Ready proves that the database reads and writes; readiness checks call it.
func (db *DB) Ready(ctx context.Context) error {
	return db.Update(ctx, 0, func(tx *Tx) error {
		_, err := tx.exec("INSERT INTO settings(name, value) VALUES('ready', $1) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
			db.options.Now().UTC().Format(time.RFC3339))
		return err
	})
}

// Statements tells how many statements this DB has sent so far.
func (db *DB) Statements() int64 { return db.statements.Load() }

// State names the state of a scope: as long as it is the same, every query of that scope answers the same.
// On SQLite the one writer counts its commits. On PostgreSQL, where other processes write too, it is the database's own
// snapshot: two equal snapshots see the same rows. Callers that ask at the same time share one statement.
func (db *DB) State(ctx context.Context, s Scope) (uint64, error) {
	if db.writer == nil {
		return db.snapshot.do(ctx, db.readSnapshot)
	}
	var sum uint64
	for i := range db.states {
		if s&(1<<i) != 0 {
			sum += db.states[i].Load()
		}
	}
	return sum, nil
}

func (db *DB) touched(s Scope) {
	for i := range db.states {
		if s&(1<<i) != 0 {
			db.states[i].Add(1)
		}
	}
}

func (db *DB) now() int64 { return db.options.Now().UnixMilli() }
