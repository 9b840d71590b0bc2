package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"churchmusic/internal/live"
)

// Tx is one transaction. Statements in it take no context: a change that has begun is finished or rolled back whole.
type Tx struct {
	db       *DB
	on       executor
	events   []live.Event
	changeID string // the id of the change that was begun
}

type executor interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// Update runs fn in one transaction. When it returns nil, what fn wrote is durable, the states of the scope are new and
// the events that fn published are sent. When fn fails, nothing of it is kept. On PostgreSQL fn may run again from the start.
func (db *DB) Update(ctx context.Context, s Scope, fn func(*Tx) error) error {
	if db.writer != nil {
		return db.engine.translate(db.writer.do(ctx, s, fn))
	}
	return db.engine.translate(db.updatePooled(ctx, s, fn))
}

// errRaced says that another transaction changed what this one had read.
var errRaced = errors.New("changed by another transaction")

// mostRuns is how often a change runs that others overtake: the next run reads what they stored, and says so or builds on it.
const mostRuns = 3

func (db *DB) updatePooled(ctx context.Context, s Scope, fn func(*Tx) error) (err error) {
	for range mostRuns {
		if err = db.updateOnce(ctx, s, fn); !errors.Is(err, errRaced) {
			break
		}
	}
	return err
}

func (db *DB) updateOnce(ctx context.Context, s Scope, fn func(*Tx) error) error {
	tx, err := db.pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	t := &Tx{db: db, on: tx}
	if err := fn(t); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	db.committed(s, t.events)
	return nil
}

func (db *DB) committed(s Scope, events []live.Event) {
	db.touched(s)
	if len(events) > 0 {
		db.options.Publish(events)
	}
}

// Publish notes events that are sent after the commit.
func (t *Tx) Publish(events ...live.Event) {
	for _, e := range events {
		e.Change = t.changeID
		t.events = append(t.events, e)
	}
}

func (t *Tx) exec(text string, args ...any) (int64, error) {
	t.db.statements.Add(1)
	r, err := t.on.ExecContext(context.Background(), text, args...)
	if err != nil {
		return 0, fmt.Errorf("%.60s: %w", text, err)
	}
	return r.RowsAffected()
}

func (t *Tx) rows(_ context.Context, text string, args ...any) (*sql.Rows, error) {
	t.db.statements.Add(1)
	return t.on.QueryContext(context.Background(), text, args...)
}

// rows sends a query to the pool by a statement that is prepared once.
func (db *DB) rows(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	db.statements.Add(1)
	if db.writer == nil {
		return db.pool.QueryContext(ctx, text, args...) // pgx keeps prepared statements by itself
	}
	st, err := db.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

func (db *DB) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if st, ok := db.prepared.Load(text); ok {
		return st.(*sql.Stmt), nil
	}
	st, err := db.pool.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	if kept, loaded := db.prepared.LoadOrStore(text, st); loaded {
		_ = st.Close()
		return kept.(*sql.Stmt), nil
	}
	return st, nil
}

// querier is what reads: the pool, or a transaction that sees its own writes.
type querier interface {
	rows(ctx context.Context, text string, args ...any) (*sql.Rows, error)
}

// all collects the rows of a query; it never gives a nil slice.
func all[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), text string, args ...any) ([]T, error) {
	rows, err := q.rows(ctx, text, args...)
	if err != nil {
		return nil, fmt.Errorf("%.60s: %w", text, err)
	}
	defer rows.Close()
	out := []T{}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("%.60s: %w", text, err)
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// one gives the first row of a query, or sql.ErrNoRows.
func one[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), text string, args ...any) (T, error) {
	var none T
	got, err := all(ctx, q, scan, text, args...)
	if err != nil {
		return none, err
	}
	if len(got) == 0 {
		return none, sql.ErrNoRows
	}
	return got[0], nil
}

// value scans a row of one column.
func value[T any](r *sql.Rows) (v T, err error) {
	err = r.Scan(&v)
	return
}
