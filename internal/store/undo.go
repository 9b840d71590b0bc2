package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
)

// step is what one change did to one thing.
type step struct {
	history.Thing
	version       int64 // after the change
	before, after json.RawMessage
}

// Undo implements history.Store.
func (db *DB) Undo(ctx context.Context, changeID string, allow func([]history.Thing) error) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		was, err := tx.undoable(ctx, changeID)
		if err != nil {
			return err
		}
		steps, err := tx.steps(ctx, changeID)
		if err != nil {
			return err
		}
		if err := allow(thingsOf(steps)); err != nil {
			return err
		}
		if err := tx.unchangedSince(ctx, steps); err != nil {
			return err
		}
		c, err = tx.undo(ctx, was, steps)
		return err
	})
	return c, err
}

// undoable gives a change that has not been undone.
func (t *Tx) undoable(ctx context.Context, id string) (audit.Change, error) {
	c, err := one(ctx, t, func(r *sql.Rows) (c audit.Change, err error) {
		var at int64
		err = r.Scan(changeTargets(&c, &at)...)
		c.At = time.UnixMilli(at).UTC()
		return c, err
	}, "SELECT "+changeColumns+" FROM changes c WHERE c.id = $1", id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return c, fault.New(fault.NotFound, "There is no such change.")
	case err != nil:
		return c, err
	case c.UndoneBy != "":
		return c, fault.New(fault.Conflict, "This was undone already.")
	case c.Action == audit.Purged:
		return c, fault.New(fault.Conflict, "What was deleted for good cannot come back.")
	}
	return c, nil
}

// steps gives what a change did; of a thing that it touched several times, from the first to the last.
func (t *Tx) steps(ctx context.Context, changeID string) ([]step, error) {
	got, err := all(ctx, t, scanStep, `SELECT r.entity, r.entity_id, r.version, p.snapshot, r.snapshot FROM revisions r
LEFT JOIN revisions p ON p.entity = r.entity AND p.entity_id = r.entity_id AND p.version = r.version - 1
WHERE r.change_id = $1 ORDER BY r.entity, r.entity_id, r.version`, changeID)
	if err != nil {
		return nil, err
	}
	out := make([]step, 0, len(got))
	for _, s := range got {
		if n := len(out); n > 0 && out[n-1].Thing == s.Thing {
			out[n-1].version, out[n-1].after = s.version, s.after
			continue
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Conflict, "This change cannot be undone.")
	}
	return out, nil
}

func scanStep(r *sql.Rows) (s step, err error) {
	var before, after sql.NullString
	err = r.Scan(&s.Entity, &s.ID, &s.version, &before, &after)
	s.before, s.after = rawOf(before), rawOf(after)
	return s, err
}

func thingsOf(steps []step) []history.Thing {
	out := make([]history.Thing, len(steps))
	for i, s := range steps {
		out[i] = s.Thing
	}
	return out
}

// unchangedSince gives a Conflict that names what was changed later, and by whom. A change that was taken back itself does
// not count: the thing is as it was.
func (t *Tx) unchangedSince(ctx context.Context, steps []step) error {
	var later *audit.Change
	count := 0
	for _, s := range steps {
		c, err := t.laterChange(ctx, s)
		if err != nil {
			return err
		}
		if c != nil {
			count++
			later = c
		}
	}
	if later == nil {
		return nil
	}
	who := later.Actor.Name
	if who == "" {
		who = "the program"
	}
	more := ""
	if count > 1 {
		more = " More of this change has been changed since, too."
	}
	return fault.New(fault.Conflict, "“%s” was changed later by %s (%s). Undo that first.%s", later.Title, who, later.Action, more)
}

func (t *Tx) laterChange(ctx context.Context, s step) (*audit.Change, error) {
	newest, err := t.newest(ctx, s.Thing)
	if err != nil || newest.Version == s.version {
		return nil, err
	}
	if newest.Change.Action != audit.Purged && audit.SameState(newest.Snapshot, s.after) {
		return nil, nil
	}
	return &newest.Change, nil
}

// newest gives the newest revision of a thing with its change.
func (t *Tx) newest(ctx context.Context, of history.Thing) (audit.Revision, error) {
	return one(ctx, t, func(r *sql.Rows) (v audit.Revision, err error) {
		var at int64
		var snapshot sql.NullString
		err = r.Scan(append([]any{&v.Version, &snapshot}, changeTargets(&v.Change, &at)...)...)
		v.Snapshot = rawOf(snapshot)
		return v, err
	}, "SELECT r.version, r.snapshot, "+changeColumns+
		" FROM revisions r JOIN changes c ON c.id = r.change_id WHERE r.entity = $1 AND r.entity_id = $2 ORDER BY r.version DESC LIMIT 1",
		string(of.Entity), of.ID)
}

// undo makes the new change that puts every thing back as it was before the old one.
func (t *Tx) undo(ctx context.Context, was audit.Change, steps []step) (audit.Change, error) {
	c, err := t.begin(ctx, audit.Undone, was.Entity, was.EntityID, was.Title, len(steps))
	if err != nil {
		return c, err
	}
	if err := t.claim("UPDATE changes SET undone_by = $1 WHERE id = $2 AND undone_by = ''", c.ID, was.ID); err != nil {
		return c, err
	}
	for _, s := range steps {
		if err := t.putBack(ctx, c, s.Thing, s.before); err != nil {
			return c, err
		}
	}
	return c, nil
}

// RestoreRevision implements history.Store.
func (db *DB) RestoreRevision(ctx context.Context, of history.Thing, version, basedOn int64) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		newest, err := tx.newest(ctx, of)
		if errors.Is(err, sql.ErrNoRows) {
			return fault.New(fault.NotFound, "There is nothing by this id.")
		}
		if err != nil {
			return err
		}
		if basedOn != 0 && newest.Version != basedOn {
			return fault.New(fault.Stale, "This was changed by %s meanwhile.", newest.Change.Actor.Name)
		}
		state, title, err := tx.snapshotOf(ctx, of, version)
		if err != nil || audit.SameState(state, newest.Snapshot) {
			return err
		}
		if c, err = tx.begin(ctx, audit.Restored, of.Entity, of.ID, title, 1); err != nil {
			return err
		}
		return tx.putBack(ctx, c, of, state)
	})
	return c, err
}

func (t *Tx) snapshotOf(ctx context.Context, of history.Thing, version int64) (json.RawMessage, string, error) {
	type kept struct {
		snapshot sql.NullString
		title    string
	}
	got, err := one(ctx, t, func(r *sql.Rows) (k kept, err error) {
		err = r.Scan(&k.snapshot, &k.title)
		return k, err
	}, "SELECT r.snapshot, c.title FROM revisions r JOIN changes c ON c.id = r.change_id WHERE r.entity = $1 AND r.entity_id = $2 AND r.version = $3",
		string(of.Entity), of.ID, version)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !got.snapshot.Valid {
		return nil, "", fault.New(fault.NotFound, "This version is not kept.")
	}
	return rawOf(got.snapshot), got.title, err
}
