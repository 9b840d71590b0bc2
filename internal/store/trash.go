package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/live"
)

const selectTrash = `SELECT 'song' AS entity, s.id, s.title AS title, s.byline, s.deleted_at AS deleted_at, s.deleted_by, COALESCE(u.name, '')
FROM songs s LEFT JOIN users u ON u.id = s.deleted_by WHERE s.deleted_at IS NOT NULL
UNION ALL SELECT 'profile', p.id, p.name, p.kind, p.deleted_at, p.deleted_by, COALESCE(u.name, '')
FROM profiles p LEFT JOIN users u ON u.id = p.deleted_by WHERE p.deleted_at IS NOT NULL
ORDER BY deleted_at DESC, title`

// Trash implements history.Store.
func (db *DB) Trash(ctx context.Context) ([]history.Trashed, error) {
	got, err := all(ctx, db, func(r *sql.Rows) (t history.Trashed, err error) {
		var at int64
		err = r.Scan(&t.Entity, &t.ID, &t.Title, &t.Detail, &at, &t.DeletedBy.UserID, &t.DeletedBy.Name)
		t.DeletedAt = time.UnixMilli(at).UTC()
		return t, err
	}, selectTrash)
	return got, db.engine.translate(err)
}

// Expired implements history.Store.
func (db *DB) Expired(ctx context.Context, before time.Time) ([]history.Thing, error) {
	got, err := all(ctx, db, func(r *sql.Rows) (t history.Thing, err error) {
		err = r.Scan(&t.Entity, &t.ID)
		return t, err
	}, `SELECT 'song', id FROM songs WHERE deleted_at < $1 UNION ALL SELECT 'profile', id FROM profiles WHERE deleted_at < $2`,
		before.UnixMilli(), before.UnixMilli())
	return got, db.engine.translate(err)
}

// Purge implements history.Store. It stays known that the thing was there, who changed it and when, but not what it held.
func (db *DB) Purge(ctx context.Context, of history.Thing) (c audit.Change, err error) {
	err = db.Update(ctx, Library|Accounts, func(tx *Tx) error {
		title, err := tx.trashedTitle(ctx, of)
		if err != nil {
			return err
		}
		version, err := tx.nextVersion(ctx, of.Entity, of.ID)
		if err != nil {
			return err
		}
		if c, err = tx.begin(ctx, audit.Purged, of.Entity, of.ID, title, 1); err != nil {
			return err
		}
		if of.Entity == audit.Song {
			err = tx.purgeSong(ctx, of.ID)
		} else {
			err = tx.purgeProfile(ctx, of.ID)
		}
		if err == nil {
			err = tx.forget(of)
		}
		if err != nil {
			return err
		}
		tx.Publish(live.Event{Type: string(of.Entity), ID: of.ID, Version: version})
		return tx.revise(c.ID, of.Entity, of.ID, version, nil)
	})
	return c, err
}

func (t *Tx) trashedTitle(ctx context.Context, of history.Thing) (string, error) {
	text := "SELECT title FROM songs WHERE id = $1 AND deleted_at IS NOT NULL"
	if of.Entity == audit.Profile {
		text = "SELECT name FROM profiles WHERE id = $1 AND deleted_at IS NOT NULL"
	}
	title, err := one(ctx, t, value[string], text, of.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fault.New(fault.NotFound, "This is not in the trash.")
	}
	return title, err
}

// purgeProfile deletes a profile; its list goes with it, and it is no user's own any more.
func (t *Tx) purgeProfile(ctx context.Context, id string) error {
	if err := t.lockUsers(); err != nil {
		return err
	}
	owners, err := all(ctx, t, value[string], "SELECT id FROM users WHERE profile_id = $1", id)
	if err != nil {
		return err
	}
	for _, userID := range owners {
		u, err := readUser(ctx, t, userID)
		if err != nil {
			return err
		}
		if err := t.link(ctx, u, ""); err != nil {
			return err
		}
	}
	if _, err := t.exec("UPDATE revisions SET snapshot = NULL WHERE entity = 'profile_song' AND entity_id >= $1 AND entity_id < $2", id+"/", id+"0"); err != nil {
		return err
	}
	_, err = t.exec("DELETE FROM profiles WHERE id = $1", id)
	return err
}

// forget empties the revisions of a thing.
func (t *Tx) forget(of history.Thing) error {
	_, err := t.exec("UPDATE revisions SET snapshot = NULL WHERE entity = $1 AND entity_id = $2", string(of.Entity), of.ID)
	return err
}
