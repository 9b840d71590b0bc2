package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"

	"churchmusic/internal/fault"
)

// writer is SQLite's one writer: a goroutine that owns one connection. Changes that wait at the same time share one
// commit, and so one fsync; each stands in a savepoint of its own, so that one that fails takes no other with it.
type writer struct {
	db   *DB
	conn *sql.Conn
	jobs chan *job
	quit chan struct{}
	done chan struct{}

	prepared map[string]*sql.Stmt // used by the goroutine alone
}

type job struct {
	ctx      context.Context
	scope    Scope
	fn       func(*Tx) error
	tx       *Tx
	err      error
	panicked any
	finished chan struct{}
}

// maxShared bounds how many changes wait for one commit.
const maxShared = 64

func newWriter(db *DB, conn *sql.Conn) *writer {
	w := &writer{db: db, conn: conn, jobs: make(chan *job, maxShared), quit: make(chan struct{}), done: make(chan struct{}),
		prepared: map[string]*sql.Stmt{}}
	go w.loop()
	return w
}

// do waits for its turn and for the commit. A panic of fn goes on in the caller.
func (w *writer) do(ctx context.Context, s Scope, fn func(*Tx) error) error {
	j := &job{ctx: ctx, scope: s, fn: fn, finished: make(chan struct{})}
	select {
	case w.jobs <- j:
	case <-ctx.Done():
		return ctx.Err()
	case <-w.done:
		return fault.New(fault.Unavailable, "The program is stopping. Nothing was changed.")
	}
	select {
	case <-j.finished:
	case <-w.done:
		select {
		case <-j.finished:
		default:
			return fault.New(fault.Unavailable, "The program is stopping. Nothing was changed.")
		}
	}
	if j.panicked != nil {
		panic(j.panicked)
	}
	return j.err
}

func (w *writer) close() {
	close(w.quit)
	<-w.done
}

func (w *writer) loop() {
	defer close(w.done)
	for {
		select {
		case j := <-w.jobs:
			w.commit(w.collect(j))
		case <-w.quit:
			w.drain()
			w.release()
			return
		}
	}
}

// release gives the connection back without its statements, which would keep it open.
func (w *writer) release() {
	for _, st := range w.prepared {
		_ = st.Close()
	}
	_ = w.conn.Close()
}

func (w *writer) drain() {
	for {
		select {
		case j := <-w.jobs:
			w.commit(w.collect(j))
		default:
			return
		}
	}
}

func (w *writer) collect(first *job) []*job {
	batch := []*job{first}
	for len(batch) < maxShared {
		select {
		case j := <-w.jobs:
			batch = append(batch, j)
		default:
			return batch
		}
	}
	return batch
}

func (w *writer) commit(batch []*job) {
	defer func() {
		for _, j := range batch {
			close(j.finished)
		}
	}()
	if err := w.control("BEGIN IMMEDIATE"); err != nil {
		fail(batch, err)
		return
	}
	err := w.runAll(batch)
	if err == nil {
		err = w.control("COMMIT")
	}
	if err != nil {
		_ = w.control("ROLLBACK")
		fail(batch, err)
		return
	}
	for _, j := range batch {
		if j.err == nil && j.panicked == nil {
			w.db.committed(j.scope, j.tx.events)
		}
	}
}

// runAll runs the jobs. An error says that the transaction is lost, and with it what those before it did.
func (w *writer) runAll(batch []*job) error {
	if len(batch) == 1 {
		w.runAlone(batch[0])
		return nil
	}
	for _, j := range batch {
		if err := w.runAmongOthers(j); err != nil {
			return err
		}
	}
	return nil
}

func fail(batch []*job, err error) {
	for _, j := range batch {
		if j.err == nil {
			j.err = err
		}
	}
}

// runAlone needs no savepoint, which would make SQLite keep a copy of every page that an import touches: when the
// change fails, the transaction goes with it and an empty one is committed in its place.
func (w *writer) runAlone(j *job) {
	if w.run(j); j.failed() {
		w.mend(j, "ROLLBACK", "BEGIN IMMEDIATE")
	}
}

// runAmongOthers gives an error when the savepoint is gone: on a full disk a statement may take the whole transaction back.
// Whatever ran after it would be a transaction of its own.
func (w *writer) runAmongOthers(j *job) error {
	if err := w.control("SAVEPOINT change"); err != nil {
		return err
	}
	if w.run(j); j.failed() {
		w.mend(j, "ROLLBACK TO change")
	}
	if err := w.control("RELEASE change"); err != nil {
		return cmp.Or(j.err, err)
	}
	return nil
}

func (w *writer) run(j *job) {
	if j.err = j.ctx.Err(); j.err != nil {
		return
	}
	j.tx = &Tx{db: w.db, on: w}
	defer func() { j.panicked = recover() }()
	j.err = j.fn(j.tx)
}

func (j *job) failed() bool { return j.err != nil || j.panicked != nil }

func (w *writer) mend(j *job, texts ...string) {
	for _, text := range texts {
		if err := w.control(text); err != nil && j.err == nil {
			j.err = err
		}
	}
}

func (w *writer) control(text string) error {
	_, err := w.ExecContext(context.Background(), text)
	if err != nil {
		return fmt.Errorf("%s: %w", text, err)
	}
	return nil
}

// ExecContext runs a statement on the writer's connection, prepared once.
func (w *writer) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	st, err := w.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(ctx, args...)
}

// QueryContext runs a query on the writer's connection, prepared once.
func (w *writer) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := w.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

func (w *writer) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if st := w.prepared[text]; st != nil {
		return st, nil
	}
	st, err := w.conn.PrepareContext(ctx, text)
	if err == nil {
		w.prepared[text] = st
	}
	return st, err
}
