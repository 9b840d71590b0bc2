package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/profile"
)

// putBack makes a thing what a snapshot says, or removes it where there is none: songs and profiles go to the trash.
func (t *Tx) putBack(ctx context.Context, c audit.Change, of history.Thing, state json.RawMessage) error {
	switch of.Entity {
	case audit.Song:
		return t.putBackSong(ctx, c, of.ID, state)
	case audit.Profile:
		return t.putBackProfile(ctx, c, of.ID, state)
	case audit.ProfileSong:
		return t.putBackEntry(ctx, c, of.ID, state)
	}
	return fmt.Errorf("put back: unknown entity %q", of.Entity)
}

func (t *Tx) putBackProfile(ctx context.Context, c audit.Change, id string, state json.RawMessage) error {
	version, err := t.nextVersion(ctx, audit.Profile, id)
	if err != nil {
		return err
	}
	if len(state) == 0 {
		return t.trashProfile(c, id, version)
	}
	var d profile.Details
	if err := json.Unmarshal(state, &d); err != nil {
		return fmt.Errorf("snapshot of profile %s: %w", id, err)
	}
	return t.putProfile(c, id, version, d)
}

func (t *Tx) putBackEntry(ctx context.Context, c audit.Change, id string, state json.RawMessage) error {
	profileID, songID, _ := strings.Cut(id, "/")
	if len(state) == 0 {
		return t.dropEntry(ctx, c, profileID, songID)
	}
	there, err := one(ctx, t, value[int], "SELECT (SELECT COUNT(*) FROM profiles WHERE id = $1) + (SELECT COUNT(*) FROM songs WHERE id = $2)", profileID, songID)
	if err != nil {
		return err
	}
	if there != 2 {
		return fault.New(fault.Conflict, "The song or the person was deleted for good meanwhile.")
	}
	var e profile.Entry
	if err := json.Unmarshal(state, &e); err != nil {
		return fmt.Errorf("snapshot of profile song %s: %w", id, err)
	}
	return t.putEntry(ctx, c, profileID, songID, e)
}
