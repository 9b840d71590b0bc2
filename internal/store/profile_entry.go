package store

import (
	"context"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
)

// PutEntry implements profile.Lists.
func (db *DB) PutEntry(ctx context.Context, profileID, songID string, version int64, fn func(*profile.Entry) error) (row profile.Row, c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		was, name, err := tx.rowAt(ctx, profileID, songID, version)
		if err != nil {
			return err
		}
		next := was.Entry
		if err := fn(&next); err != nil {
			return err
		}
		if row = was; was.InList && next == was.Entry {
			return nil
		}
		if c, err = tx.storeEntry(ctx, profileID, name, was, next); err != nil {
			return err
		}
		row, err = readRow(ctx, tx, profileID, songID)
		return err
	})
	return row, c, err
}

func (t *Tx) storeEntry(ctx context.Context, profileID, name string, was profile.Row, next profile.Entry) (audit.Change, error) {
	action := audit.Updated
	if !was.InList {
		action = audit.Added
		last, err := t.lastPosition(ctx, profileID)
		if err != nil {
			return audit.Change{}, err
		}
		next.Position = last + 1
	}
	c, err := t.beginList(ctx, action, profileID, name, []listed{{songID: was.Song.ID, title: was.Song.Title}})
	if err != nil {
		return c, err
	}
	if was.InList {
		if err := t.claimEntry(profileID, was); err != nil {
			return c, err
		}
	}
	return c, t.putEntry(ctx, c, profileID, was.Song.ID, next)
}

func (t *Tx) claimEntry(profileID string, was profile.Row) error {
	return t.claim("UPDATE profile_songs SET version = version + 1 WHERE profile_id = $1 AND song_id = $2 AND version = $3",
		profileID, was.Song.ID, was.Version)
}

// rowAt gives a row of a version with the person's name; with version 0 a song that is not in the list, by id and title.
func (t *Tx) rowAt(ctx context.Context, profileID, songID string, version int64) (row profile.Row, name string, err error) {
	if name, err = t.lockList(ctx, profileID); err != nil {
		return row, name, err
	}
	row, err = readRow(ctx, t, profileID, songID)
	switch {
	case fault.Is(err, fault.NotFound) && version == 0:
		row.InList = false
		row.Song.ID = songID
		row.Song.Title, err = songTitle(ctx, t, songID)
	case fault.Is(err, fault.NotFound):
		err = fault.New(fault.Stale, "Somebody took this song out of the list meanwhile.")
	case err != nil:
	case version == 0:
		err = fault.New(fault.Precondition, "This song is in the list already. Say which version you changed: send its ETag in If-Match.")
	case version != row.Version:
		err = &fault.Fault{Kind: fault.Stale, Sentence: "This song's entry was changed by somebody else meanwhile.", Current: row}
	}
	return row, name, err
}

// RemoveEntry implements profile.Lists.
func (db *DB) RemoveEntry(ctx context.Context, profileID, songID string, version int64) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		if _, err := readRow(ctx, tx, profileID, songID); err != nil {
			return err
		}
		row, name, err := tx.rowAt(ctx, profileID, songID, version)
		if err != nil {
			return err
		}
		if c, err = tx.beginList(ctx, audit.Removed, profileID, name, []listed{{songID: songID, title: row.Song.Title}}); err != nil {
			return err
		}
		if err := tx.claimEntry(profileID, row); err != nil {
			return err
		}
		return tx.dropEntry(ctx, c, profileID, songID)
	})
	return c, err
}
