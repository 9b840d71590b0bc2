package store

import (
	"context"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/live"
	"churchmusic/internal/song"
)

// CreateSongs implements song.Writer.
func (db *DB) CreateSongs(ctx context.Context, action audit.Action, songs []*song.Song) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		c, err = tx.addSongs(ctx, action, songs, len(songs))
		return err
	})
	return c, err
}

func (t *Tx) addSongs(ctx context.Context, action audit.Action, songs []*song.Song, count int) (audit.Change, error) {
	id, title := "", ""
	if count == 1 && len(songs) == 1 {
		id, title = songs[0].ID, songs[0].Title
	}
	c, err := t.begin(ctx, action, audit.Song, id, title, count)
	for _, s := range songs {
		if err != nil {
			break
		}
		s.Version, s.CreatedAt, s.UpdatedAt = 1, atMilli(c.At), atMilli(c.At)
		err = t.addSong(ctx, c, s)
	}
	return c, err
}

// starterSetting is stored once the first songs are.
const starterSetting = "starter"

// CreateFirstSongs implements song.Writer.
func (db *DB) CreateFirstSongs(ctx context.Context, songs func() ([]*song.Song, error)) (c audit.Change, err error) {
	done, err := one(ctx, db, value[bool], "SELECT EXISTS (SELECT 1 FROM settings WHERE name = $1) OR EXISTS (SELECT 1 FROM revisions WHERE entity = $2)",
		starterSetting, string(audit.Song))
	if err != nil || done {
		return c, db.engine.translate(err)
	}
	first, err := songs()
	if err != nil {
		return c, err
	}
	err = db.Update(ctx, Library, func(tx *Tx) error {
		n, err := tx.exec("INSERT INTO settings(name, value) VALUES($1,$2) ON CONFLICT(name) DO NOTHING", starterSetting, db.options.Now().UTC().Format(time.RFC3339))
		if err == nil && n == 1 {
			c, err = tx.addSongs(ctx, audit.Imported, first, len(first))
		}
		return err
	})
	return c, err
}

func atMilli(t time.Time) time.Time { return t.Truncate(time.Millisecond).UTC() }

func (t *Tx) addSong(ctx context.Context, c audit.Change, s *song.Song) error {
	if err := t.numberFree(ctx, s); err != nil {
		return err
	}
	seq, err := one(ctx, t, value[int64], insertSong, songValues(s)...)
	if err != nil {
		return err
	}
	if err := t.putArrangements(s); err != nil {
		return err
	}
	if err := t.putTexts(seq, s); err != nil {
		return err
	}
	if err := t.addIndex(seq, indexOf(s)); err != nil {
		return err
	}
	return t.reviseSong(c, s)
}

var insertSong = "INSERT INTO songs(" + songColumns + ") VALUES(" + placeholders(1, songColumnCount) + ") RETURNING seq"

// numberFree gives a Conflict that names the song that has the CCLI song number already.
func (t *Tx) numberFree(ctx context.Context, s *song.Song) error {
	if s.CCLISongNumber == "" || !s.DeletedAt.IsZero() {
		return nil
	}
	titles, err := all(ctx, t, value[string], "SELECT title FROM songs WHERE ccli_song_number = $1 AND deleted_at IS NULL AND id <> $2", s.CCLISongNumber, s.ID)
	if err != nil || len(titles) == 0 {
		return err
	}
	f := fault.New(fault.Conflict, "“%s” has the CCLI song number %s already.", titles[0], s.CCLISongNumber)
	f.Fields = []fault.Field{{Name: "ccli_song_number", Message: f.Sentence}}
	return f
}

func (t *Tx) putArrangements(s *song.Song) error {
	for i := range s.Arrangements {
		a := &s.Arrangements[i]
		if _, err := t.exec(`INSERT INTO arrangements(song_id, id, position, name, is_default, key_written, default_key, sounding_key, bpm, meter, duration_seconds, sequence, chart_text)
VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`, s.ID, a.ID, i, a.Name, a.Default, a.KeyWritten, a.DefaultKey, a.Key, a.BPM, a.Meter,
			a.DurationSeconds, asJSON[[]string]{&a.Sequence}, a.ChartText); err != nil {
			return err
		}
	}
	return nil
}

// reviseSong keeps what a song is after a change and tells it; a song in the trash leaves an empty revision.
func (t *Tx) reviseSong(c audit.Change, s *song.Song) error {
	t.Publish(live.Event{Type: string(audit.Song), ID: s.ID, Version: s.Version})
	if !s.DeletedAt.IsZero() {
		return t.revise(c.ID, audit.Song, s.ID, s.Version, nil)
	}
	return t.revise(c.ID, audit.Song, s.ID, s.Version, s)
}
