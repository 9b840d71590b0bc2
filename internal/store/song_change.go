package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/song"
)

// ImportSongs implements song.Writer.
func (db *DB) ImportSongs(ctx context.Context, add, replace []*song.Song) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		if c, err = tx.addSongs(ctx, audit.Imported, add, len(add)+len(replace)); err != nil {
			return err
		}
		for _, wanted := range replace {
			old, err := readSong(ctx, tx, wanted.ID)
			if err != nil {
				return err
			}
			if old.Version != wanted.Version {
				return fault.New(fault.Stale, "Somebody changed “%s” meanwhile. Please import again.", old.Title)
			}
			s := wanted.Clone() // which keeps the version that it is based on, should this run again
			if err := tx.putSong(ctx, c, old, &s); err != nil {
				return err
			}
		}
		return nil
	})
	return c, err
}

// ChangeSong implements song.Writer.
func (db *DB) ChangeSong(ctx context.Context, id string, version int64, action audit.Action, fn func(*song.Song) error) (s song.Song, c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		old, err := readSong(ctx, tx, id)
		if err != nil {
			return err
		}
		if version != 0 && version != old.Version {
			return &fault.Fault{Kind: fault.Stale, Sentence: "Somebody else changed this song meanwhile.", Current: old.Song}
		}
		s = old.Clone()
		if err := fn(&s); err != nil || old.Same(&s) {
			return err
		}
		if c, err = tx.begin(ctx, action, audit.Song, id, s.Title, 1); err != nil {
			return err
		}
		return tx.putSong(ctx, c, old, &s)
	})
	return s, c, err
}

// ChangeSongs implements song.Writer.
func (db *DB) ChangeSongs(ctx context.Context, ids []string, action audit.Action, fn func(*song.Song) error) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		olds, err := readSongs(ctx, tx, ids)
		if err != nil {
			return err
		}
		if len(olds) < len(ids) {
			return fault.New(fault.NotFound, "%d of these songs are not there any more. Load the list again.", len(ids)-len(olds))
		}
		changed, news, err := changedSongs(olds, fn)
		if err != nil || len(news) == 0 {
			return err
		}
		id, title := "", ""
		if len(news) == 1 {
			id, title = news[0].ID, news[0].Title
		}
		if c, err = tx.begin(ctx, action, audit.Song, id, title, len(news)); err != nil {
			return err
		}
		for i := range news {
			if err := tx.putSong(ctx, c, changed[i], news[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return c, err
}

func changedSongs(olds []stored, fn func(*song.Song) error) (changed []stored, news []*song.Song, err error) {
	for _, old := range olds {
		s := old.Clone()
		if err := fn(&s); err != nil {
			return nil, nil, err
		}
		if !old.Same(&s) {
			changed, news = append(changed, old), append(news, &s)
		}
	}
	return changed, news, nil
}

// putSong stores what a song has become, with its next version.
func (t *Tx) putSong(ctx context.Context, c audit.Change, old stored, s *song.Song) error {
	s.Version, s.UpdatedAt = old.Version+1, atMilli(c.At)
	if !s.DeletedAt.IsZero() {
		s.DeletedBy = c.Actor.UserID
	}
	if s.CCLISongNumber != old.CCLISongNumber || s.DeletedAt.IsZero() != old.DeletedAt.IsZero() {
		if err := t.numberFree(ctx, s); err != nil {
			return err
		}
	}
	if err := t.claim(updateSong, append(songValues(s), s.ID, old.Version)...); err != nil {
		return err
	}
	if !reflect.DeepEqual(old.Arrangements, s.Arrangements) {
		if _, err := t.exec("DELETE FROM arrangements WHERE song_id = $1", s.ID); err != nil {
			return err
		}
		if err := t.putArrangements(s); err != nil {
			return err
		}
	}
	if err := t.putTexts(old.seq, s); err != nil {
		return err
	}
	if err := t.reindex(old, s); err != nil {
		return err
	}
	return t.reviseSong(c, s)
}

var updateSong = fmt.Sprintf("UPDATE songs SET (%s) = (%s) WHERE id = $%d AND version = $%d", songColumns, placeholders(1, songColumnCount), songColumnCount+1, songColumnCount+2)

func (t *Tx) reindex(old stored, s *song.Song) error {
	if sameIndex(&old.Song, s) {
		return nil
	}
	if old.DeletedAt.IsZero() {
		if err := t.dropIndex(old.seq, indexOf(&old.Song)); err != nil {
			return err
		}
	}
	if !s.DeletedAt.IsZero() {
		return nil
	}
	return t.addIndex(old.seq, indexOf(s))
}

// putBackSong makes a song what a snapshot says, or moves it to the trash where there is none.
func (t *Tx) putBackSong(ctx context.Context, c audit.Change, id string, state json.RawMessage) error {
	old, err := readSong(ctx, t, id)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Conflict, "The song was deleted for good meanwhile.")
	}
	if err != nil {
		return err
	}
	s := old.Clone()
	if len(state) == 0 {
		s.DeletedAt = atMilli(c.At)
		return t.putSong(ctx, c, old, &s)
	}
	var kept song.Song
	if err := json.Unmarshal(state, &kept); err != nil {
		return fmt.Errorf("snapshot of song %s: %w", id, err)
	}
	s.Details, s.Arrangements, s.DeletedAt, s.DeletedBy = kept.Details, kept.Arrangements, time.Time{}, ""
	if err := s.Normalise(); err != nil {
		return errors.Join(fmt.Errorf("snapshot of song %s", id), err)
	}
	s.Derive(&s)
	return t.putSong(ctx, c, old, &s)
}

// purgeSong deletes a song that is in the trash.
func (t *Tx) purgeSong(_ context.Context, id string) error {
	_, err := t.exec("DELETE FROM songs WHERE id = $1 AND deleted_at IS NOT NULL", id)
	return err
}
