package store

import (
	"context"
	"database/sql"
	"errors"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
)

const entryColumns = "x.version, x.position, x.preferred_key, x.capo, x.notes, x.favourite, x.status, x.last_led"

func entryTargets(version *int64, e *profile.Entry) []any {
	return []any{version, &e.Position, &e.PreferredKey, &e.Capo, &e.Notes, &e.Favourite, &e.Status, &e.LastLed}
}

const selectRows = "SELECT " + summaryColumns + ", " + entryColumns + ` FROM profile_songs x JOIN songs s ON s.id = x.song_id JOIN profiles p ON p.id = x.profile_id
WHERE x.profile_id = $1 AND s.deleted_at IS NULL AND p.deleted_at IS NULL`

func scanRow(r *sql.Rows) (row profile.Row, err error) {
	row.InList = true
	row.Song, err = scanSummary(r, entryTargets(&row.Version, &row.Entry)...)
	return row, err
}

// Rows implements profile.Lists. An empty answer costs a second statement, which tells an empty list from a missing person.
func (db *DB) Rows(ctx context.Context, profileID string) ([]profile.Row, error) {
	rows, err := all(ctx, db, scanRow, selectRows+" ORDER BY x.position, x.song_id", profileID)
	if err == nil && len(rows) == 0 {
		_, err = profileName(ctx, db, profileID)
	}
	return rows, db.engine.translate(err)
}

// Row implements profile.Lists.
func (db *DB) Row(ctx context.Context, profileID, songID string) (profile.Row, error) {
	row, err := readRow(ctx, db, profileID, songID)
	return row, db.engine.translate(err)
}

func readRow(ctx context.Context, q querier, profileID, songID string) (profile.Row, error) {
	row, err := one(ctx, q, scanRow, selectRows+" AND x.song_id = $2", profileID, songID)
	if errors.Is(err, sql.ErrNoRows) {
		return row, fault.New(fault.NotFound, "This song is not in the list.")
	}
	return row, err
}

func profileName(ctx context.Context, q querier, id string) (string, error) {
	name, err := one(ctx, q, value[string], "SELECT name FROM profiles WHERE id = $1 AND deleted_at IS NULL", id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", noProfile()
	}
	return name, err
}

// lockList gives a profile's name and keeps its list from other changes until the commit: on PostgreSQL, where several write at
// once, each sees what the one before it did.
func (t *Tx) lockList(ctx context.Context, profileID string) (string, error) {
	if _, err := t.exec("UPDATE profiles SET deleted_by = deleted_by WHERE id = $1", profileID); err != nil {
		return "", err
	}
	return profileName(ctx, t, profileID)
}

func songTitle(ctx context.Context, q querier, id string) (string, error) {
	title, err := one(ctx, q, value[string], "SELECT title FROM songs WHERE id = $1 AND deleted_at IS NULL", id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fault.New(fault.NotFound, "This song is not there.")
	}
	return title, err
}

// listed is a row of a list as changes see it: with songs in the trash, which keep their place.
type listed struct {
	songID  string
	title   string
	trashed bool
	version int64
	profile.Entry
}

func (t *Tx) listed(ctx context.Context, profileID string) ([]listed, error) {
	return all(ctx, t, func(r *sql.Rows) (l listed, err error) {
		err = r.Scan(append([]any{&l.songID, &l.title, &l.trashed}, entryTargets(&l.version, &l.Entry)...)...)
		return l, err
	}, "SELECT x.song_id, s.title, s.deleted_at IS NOT NULL, "+entryColumns+
		" FROM profile_songs x JOIN songs s ON s.id = x.song_id WHERE x.profile_id = $1 ORDER BY x.position, x.song_id", profileID)
}

func (t *Tx) lastPosition(ctx context.Context, profileID string) (int, error) {
	return one(ctx, t, value[int], "SELECT COALESCE(MAX(position), 0) FROM profile_songs WHERE profile_id = $1", profileID)
}

func entryID(profileID, songID string) string { return profileID + "/" + songID }

// putEntry stores one row of a list with its revision.
func (t *Tx) putEntry(ctx context.Context, c audit.Change, profileID, songID string, e profile.Entry) error {
	version, err := t.nextVersion(ctx, audit.ProfileSong, entryID(profileID, songID))
	if err != nil {
		return err
	}
	at := c.At.UnixMilli()
	if _, err := t.exec(`INSERT INTO profile_songs(profile_id, song_id, version, position, preferred_key, capo, notes, favourite, status, last_led, created_at, updated_at)
VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) ON CONFLICT(profile_id, song_id) DO UPDATE SET version = excluded.version, position = excluded.position,
preferred_key = excluded.preferred_key, capo = excluded.capo, notes = excluded.notes, favourite = excluded.favourite, status = excluded.status,
last_led = excluded.last_led, updated_at = excluded.updated_at`,
		profileID, songID, version, e.Position, e.PreferredKey, e.Capo, e.Notes, e.Favourite, string(e.Status), e.LastLed, at, at); err != nil {
		return err
	}
	return t.reviseEntry(c, profileID, songID, version, e)
}

// dropEntry takes one row out of a list, with its revision.
func (t *Tx) dropEntry(ctx context.Context, c audit.Change, profileID, songID string) error {
	version, err := t.nextVersion(ctx, audit.ProfileSong, entryID(profileID, songID))
	if err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM profile_songs WHERE profile_id = $1 AND song_id = $2", profileID, songID); err != nil {
		return err
	}
	return t.reviseEntry(c, profileID, songID, version, nil)
}

func (t *Tx) reviseEntry(c audit.Change, profileID, songID string, version int64, state any) error {
	id := entryID(profileID, songID)
	t.Publish(live.Event{Type: string(audit.ProfileSong), ID: id, Version: version})
	return t.revise(c.ID, audit.ProfileSong, id, version, state)
}

// beginList notes a change of a list: of one song by that row's id and title, of several by the person's.
func (t *Tx) beginList(ctx context.Context, a audit.Action, profileID, name string, songs []listed) (audit.Change, error) {
	if len(songs) == 1 {
		return t.begin(ctx, a, audit.ProfileSong, entryID(profileID, songs[0].songID), songs[0].title+" · "+name, 1)
	}
	return t.begin(ctx, a, audit.ProfileSong, profileID, name, len(songs))
}
