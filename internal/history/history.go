// Package history shows who changed what, takes changes back, and keeps the trash: what is deleted can be restored for 30 days.
package history

import (
	"context"
	"strings"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
)

// Kept is how long a deleted thing stays in the trash.
const Kept = 30 * 24 * time.Hour

// MostChanges and MostRevisions bound one answer; one change more tells that there is another page.
const (
	MostChanges   = 201
	MostRevisions = 200
)

// Thing names one song, profile or profile song.
type Thing struct {
	Entity audit.Entity
	ID     string
}

// Query says which changes are wanted: of one thing, or all where ID is empty, older than the change Before unless that is
// empty. The changes of a profile include those of its list.
type Query struct {
	Thing
	Before string
	Limit  int
	Users  bool // with changes of users, which only administrators see
}

// Change is a change as the history shows it. A change of several things tells no differences.
type Change struct {
	audit.Change
	Things      []Thing // what it touched; of a change of several things the first
	Differences []audit.Difference
	MayUndo     bool // not undone yet, and the principal may change what it touched
}

// Revision is one state of a thing with what differs from the one before.
type Revision struct {
	Version     int64
	Change      audit.Change
	Differences []audit.Difference
}

// Trashed is one song or profile in the trash.
type Trashed struct {
	Thing
	Title      string
	Detail     string // the byline of a song, the kind of a person
	DeletedAt  time.Time
	DeletedBy  audit.Actor
	MayRestore bool
	MayPurge   bool
}

// ExpiresAt is when the thing is deleted for good.
func (t Trashed) ExpiresAt() time.Time { return t.DeletedAt.Add(Kept) }

// Store keeps changes, revisions and the trash.
type Store interface {
	// Changes gives changes, newest first, in one statement.
	Changes(ctx context.Context, q Query) ([]Change, error)
	// Undo puts back what a change touched as it was before, as one new change, if allow gives nil for these things. A thing
	// that was changed since is fault.Conflict, which says by whom; so is a change that was undone already.
	Undo(ctx context.Context, changeID string, allow func([]Thing) error) (audit.Change, error)
	// Revisions gives the newest states of a thing, newest first, each with the change that made it.
	Revisions(ctx context.Context, t Thing, limit int) ([]audit.Revision, error)
	// RestoreRevision puts a thing back as it was at a version, if it still has the version basedOn: else
	// fault.Stale. Version 0 takes any.
	RestoreRevision(ctx context.Context, t Thing, version, basedOn int64) (audit.Change, error)
	// Trash gives everything in the trash, newest first, in one statement.
	Trash(ctx context.Context) ([]Trashed, error)
	// Purge deletes a thing in the trash for good, with all its revisions' contents.
	Purge(ctx context.Context, t Thing) (audit.Change, error)
	// Expired gives the things that were deleted before a time.
	Expired(ctx context.Context, before time.Time) ([]Thing, error)
}

// History are the use cases.
type History struct {
	store Store
	now   func() time.Time
}

// New gives the use cases on a store and a clock.
func New(store Store, now func() time.Time) *History { return &History{store, now} }

// MayChange says whether a principal may change a thing, and so undo a change of it.
func MayChange(p account.Principal, t Thing) bool {
	switch t.Entity {
	case audit.Song:
		return p.May(account.EditSongs)
	case audit.Profile:
		return profile.MayEdit(p, t.ID)
	case audit.ProfileSong:
		owner, _, _ := strings.Cut(t.ID, "/")
		return profile.MayEdit(p, owner)
	}
	return false
}

// Changes gives changes, newest first.
func (h *History) Changes(ctx context.Context, q Query) ([]Change, error) {
	p := account.From(ctx)
	if err := p.Need(account.ReadHistory); err != nil {
		return nil, err
	}
	if q.ID != "" && q.Entity == "" {
		return nil, fault.At("entity", "Say what entity_id names: song, profile or profile_song.")
	}
	if q.Limit <= 0 || q.Limit > MostChanges {
		q.Limit = MostChanges
	}
	q.Users = p.May(account.ManageUsers)
	found, err := h.store.Changes(ctx, q)
	for i := range found {
		found[i].MayUndo = mayUndo(p, found[i])
	}
	return found, err
}

func mayUndo(p account.Principal, c Change) bool {
	if c.UndoneBy != "" || c.Action == audit.Purged || len(c.Things) == 0 {
		return false
	}
	for _, t := range c.Things {
		if !MayChange(p, t) {
			return false
		}
	}
	return true
}

// Undo takes one change back as a new change, which can be undone in turn.
func (h *History) Undo(ctx context.Context, changeID string) (audit.Change, error) {
	p := account.From(ctx)
	if err := p.Need(account.ReadHistory); err != nil {
		return audit.Change{}, err
	}
	return h.store.Undo(ctx, changeID, func(things []Thing) error {
		for _, t := range things {
			if !MayChange(p, t) {
				return fault.New(fault.Forbidden, "You may not change this, so you cannot undo a change of it. An editor can.")
			}
		}
		return nil
	})
}

// Revisions gives the newest states of a thing, newest first, with what each changed.
func (h *History) Revisions(ctx context.Context, t Thing) ([]Revision, error) {
	if err := account.From(ctx).Need(account.ReadHistory); err != nil {
		return nil, err
	}
	kept, err := h.store.Revisions(ctx, t, MostRevisions+1)
	if err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		return nil, fault.New(fault.NotFound, "There is nothing by this id.")
	}
	return told(kept), nil
}

// told compares each revision with the next older one; the last of a full page only serves to compare.
func told(kept []audit.Revision) []Revision {
	out := make([]Revision, 0, len(kept))
	for i, r := range kept {
		var before []byte
		if i+1 < len(kept) {
			before = kept[i+1].Snapshot
		} else if i == MostRevisions {
			break
		}
		out = append(out, Revision{r.Version, r.Change, audit.Differences(before, r.Snapshot)})
	}
	return out
}

// RestoreRevision puts a thing back as it was at a version.
func (h *History) RestoreRevision(ctx context.Context, t Thing, version, basedOn int64) (audit.Change, error) {
	p := account.From(ctx)
	if err := p.Need(account.ReadHistory); err != nil {
		return audit.Change{}, err
	}
	if !MayChange(p, t) {
		return audit.Change{}, fault.New(fault.Forbidden, "You may not change this. An editor can.")
	}
	return h.store.RestoreRevision(ctx, t, version, basedOn)
}
