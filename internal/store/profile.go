package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
)

const selectProfiles = `SELECT p.id, p.version, p.name, p.kind, p.instruments, p.notes, p.display, p.colour, p.created_at, p.updated_at,
COALESCE((SELECT MIN(u.id) FROM users u WHERE u.profile_id = p.id), ''),
(SELECT COUNT(*) FROM profile_songs x JOIN songs s ON s.id = x.song_id WHERE x.profile_id = p.id AND s.deleted_at IS NULL)
FROM profiles p WHERE p.deleted_at IS NULL`

func scanProfile(r *sql.Rows) (p profile.Profile, err error) {
	var created, updated int64
	err = r.Scan(&p.ID, &p.Version, &p.Name, &p.Kind, asJSON[[]string]{&p.Instruments}, &p.Notes,
		asJSON[profile.Display]{&p.Display}, &p.Colour, &created, &updated, &p.UserID, &p.SongCount)
	p.CreatedAt, p.UpdatedAt = time.UnixMilli(created).UTC(), time.UnixMilli(updated).UTC()
	return p, err
}

// Profiles implements profile.Store.
func (db *DB) Profiles(ctx context.Context) ([]profile.Profile, error) {
	got, err := all(ctx, db, scanProfile, selectProfiles+" ORDER BY p.sort_name, p.id")
	return got, db.engine.translate(err)
}

// Profile implements profile.Store.
func (db *DB) Profile(ctx context.Context, id string) (profile.Profile, error) {
	p, err := readProfile(ctx, db, id)
	return p, db.engine.translate(err)
}

func readProfile(ctx context.Context, q querier, id string) (profile.Profile, error) {
	p, err := one(ctx, q, scanProfile, selectProfiles+" AND p.id = $1", id)
	if errors.Is(err, sql.ErrNoRows) {
		return p, noProfile()
	}
	return p, err
}

func noProfile() error { return fault.New(fault.NotFound, "This person is not there.") }

// CreateProfile implements profile.Store.
func (db *DB) CreateProfile(ctx context.Context, d profile.Details, ownerID string) (p profile.Profile, c audit.Change, err error) {
	id := db.options.IDs.Next()
	scope := Library
	if ownerID != "" {
		scope |= Accounts
	}
	err = db.Update(ctx, scope, func(tx *Tx) error {
		if c, err = tx.begin(ctx, audit.Created, audit.Profile, id, d.Name, 1); err != nil {
			return err
		}
		if err := tx.putProfile(c, id, 1, d); err != nil {
			return err
		}
		if err := tx.own(ctx, ownerID, id); err != nil {
			return err
		}
		p, err = readProfile(ctx, tx, id)
		return err
	})
	return p, c, err
}

func (t *Tx) own(ctx context.Context, userID, profileID string) error {
	if userID == "" {
		return nil
	}
	if err := t.lockUsers(); err != nil {
		return err
	}
	was, err := readUser(ctx, t, userID)
	if err != nil {
		return err
	}
	if was.ProfileID != "" {
		return fault.New(fault.Conflict, "You have a profile already.")
	}
	return t.link(ctx, was, profileID)
}

// link makes a profile a user's own; an empty one means none.
func (t *Tx) link(ctx context.Context, was account.User, profileID string) error {
	u := was
	u.ProfileID = profileID
	u.Version++
	return t.changeUser(ctx, was, account.UserChange{User: u})
}

// putProfile stores a profile as the details say, taking it out of the trash when it was there, with its revision.
func (t *Tx) putProfile(c audit.Change, id string, version int64, d profile.Details) error {
	at := c.At.UnixMilli()
	_, err := t.exec(`INSERT INTO profiles(id, version, name, sort_name, kind, instruments, notes, display, colour, created_at, updated_at, deleted_at, deleted_by)
VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,NULL,'') ON CONFLICT(id) DO UPDATE SET version = excluded.version, name = excluded.name,
sort_name = excluded.sort_name, kind = excluded.kind, instruments = excluded.instruments, notes = excluded.notes, display = excluded.display,
colour = excluded.colour, updated_at = excluded.updated_at, deleted_at = NULL, deleted_by = ''`,
		id, version, d.Name, fold.Text(d.Name), string(d.Kind), asJSON[[]string]{&d.Instruments}, d.Notes,
		asJSON[profile.Display]{&d.Display}, d.Colour, at, at)
	if err != nil {
		return err
	}
	return t.reviseProfile(c, id, version, d)
}

func (t *Tx) reviseProfile(c audit.Change, id string, version int64, state any) error {
	t.Publish(live.Event{Type: string(audit.Profile), ID: id, Version: version})
	return t.revise(c.ID, audit.Profile, id, version, state)
}

// UpdateProfile implements profile.Store.
func (db *DB) UpdateProfile(ctx context.Context, id string, version int64, fn func(*profile.Details) error) (p profile.Profile, c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		if p, err = tx.profileAt(ctx, id, version); err != nil {
			return err
		}
		next := p.Details
		if err := fn(&next); err != nil || next.Equal(p.Details) {
			return err
		}
		if c, err = tx.begin(ctx, audit.Updated, audit.Profile, id, next.Name, 1); err != nil {
			return err
		}
		if err := tx.claim("UPDATE profiles SET version = version + 1 WHERE id = $1 AND version = $2", id, version); err != nil {
			return err
		}
		p.Details, p.Version, p.UpdatedAt = next, version+1, time.UnixMilli(c.At.UnixMilli()).UTC()
		return tx.putProfile(c, id, p.Version, next)
	})
	return p, c, err
}

// profileAt gives a profile of a version, or fault.Stale with the newer one.
func (t *Tx) profileAt(ctx context.Context, id string, version int64) (profile.Profile, error) {
	p, err := readProfile(ctx, t, id)
	if err == nil && p.Version != version {
		f := fault.New(fault.Stale, "%s was changed by somebody else meanwhile.", p.Name)
		f.Current = p
		return p, f
	}
	return p, err
}

// claim runs an update that holds only for a version: with several writers (PostgreSQL) the second one finds no row.
func (t *Tx) claim(text string, args ...any) error {
	n, err := t.exec(text, args...)
	if err == nil && n == 0 {
		return fault.New(fault.Stale, "Somebody changed this at the same moment. Please try again.").Because(errRaced)
	}
	return err
}

// DeleteProfile implements profile.Store.
func (db *DB) DeleteProfile(ctx context.Context, id string, version int64) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		p, err := tx.profileAt(ctx, id, version)
		if err != nil {
			return err
		}
		if c, err = tx.begin(ctx, audit.Deleted, audit.Profile, id, p.Name, 1); err != nil {
			return err
		}
		return tx.trashProfile(c, id, version+1)
	})
	return c, err
}

func (t *Tx) trashProfile(c audit.Change, id string, version int64) error {
	if err := t.claim("UPDATE profiles SET version = $1, deleted_at = $2, deleted_by = $3 WHERE id = $4 AND version < $1 AND deleted_at IS NULL",
		version, c.At.UnixMilli(), c.Actor.UserID, id); err != nil {
		return err
	}
	return t.reviseProfile(c, id, version, nil)
}

// RestoreProfile implements profile.Store.
func (db *DB) RestoreProfile(ctx context.Context, id string, allow func(deletedBy string) error) (p profile.Profile, c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		was, by, err := tx.trashedProfile(ctx, id)
		if err != nil {
			return err
		}
		if err := allow(by); err != nil {
			return err
		}
		if c, err = tx.begin(ctx, audit.Restored, audit.Profile, id, was.Name, 1); err != nil {
			return err
		}
		if err := tx.putProfile(c, id, was.Version+1, was.Details); err != nil {
			return err
		}
		p, err = readProfile(ctx, tx, id)
		return err
	})
	return p, c, err
}

func (t *Tx) trashedProfile(ctx context.Context, id string) (profile.Profile, string, error) {
	var by string
	p, err := one(ctx, t, func(r *sql.Rows) (p profile.Profile, err error) {
		err = r.Scan(&p.Version, &p.Name, &p.Kind, asJSON[[]string]{&p.Instruments}, &p.Notes, asJSON[profile.Display]{&p.Display}, &p.Colour, &by)
		return p, err
	}, "SELECT version, name, kind, instruments, notes, display, colour, deleted_by FROM profiles WHERE id = $1 AND deleted_at IS NOT NULL", id)
	if errors.Is(err, sql.ErrNoRows) {
		return p, "", noProfile()
	}
	return p, by, err
}
