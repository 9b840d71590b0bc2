package api

import (
	"context"
	"strings"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/store"
)

// UserRef names a user.
type UserRef struct {
	ID   string `json:"id" doc:"Empty when the program itself did it"`
	Name string `json:"name"`
}

// Change is one act of one person, undone as one.
type Change struct {
	ID          string             `json:"id"`
	At          time.Time          `json:"at"`
	User        UserRef            `json:"user"`
	Action      audit.Action       `json:"action"`
	Entity      audit.Entity       `json:"entity"`
	EntityID    string             `json:"entity_id" doc:"Of a profile song PROFILE/SONG; of a change of several songs of a list the profile's"`
	Title       string             `json:"title" doc:"What it was about, in the words of the time"`
	Count       int                `json:"count" doc:"How many things it touched"`
	Undoable    bool               `json:"undoable" doc:"Not undone yet, and you may"`
	Undone      bool               `json:"undone"`
	Differences []audit.Difference `json:"differences" nullable:"false" doc:"Empty when it touched several things"`
}

// Revision is one state of a thing.
type Revision struct {
	Version     int64              `json:"version"`
	At          time.Time          `json:"at"`
	User        UserRef            `json:"user"`
	Action      audit.Action       `json:"action"`
	Differences []audit.Difference `json:"differences" nullable:"false" doc:"From the version before"`
}

type changesInput struct {
	Entity   string `query:"entity" enum:"song,profile,profile_song,user" doc:"Only changes of this kind of thing"`
	EntityID string `query:"entity_id" maxLength:"80" doc:"Only changes of this one; those of a profile include its list"`
	Limit    int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	Cursor   string `query:"cursor" maxLength:"40" doc:"From the Link header of the page before"`
}

// RegisterHistory adds the history and the trash.
func (a *API) RegisterHistory(h *history.History) {
	get(a, operation{path: "/api/changes", id: "list-changes", summary: "Who changed what, newest first", tag: "History",
		need: account.ReadHistory, keep: keep{store.Library | store.Accounts, byUser}},
		func(ctx context.Context, in *changesInput) (Answer[[]Change], error) { return listChanges(ctx, h, in) })
	change(a, operation{method: "POST", path: "/api/changes/{id}/undo", id: "undo-change", summary: "Take a change back", tag: "History",
		need: account.ReadHistory},
		func(ctx context.Context, in *ByID) (*changeOutput, error) {
			c, err := h.Undo(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &changeOutput{changeOf(history.Change{Change: c, MayUndo: true})}, nil
		})
	a.registerTrash(h)
}

// ByID is a part of every input whose path names a thing.
type ByID struct {
	ID string `path:"id" maxLength:"40"`
}

type changeOutput struct{ Body Change }

func listChanges(ctx context.Context, h *history.History, in *changesInput) (Answer[[]Change], error) {
	q := history.Query{Thing: history.Thing{Entity: audit.Entity(in.Entity), ID: in.EntityID}, Before: in.Cursor, Limit: in.Limit + 1}
	found, err := h.Changes(ctx, q)
	if err != nil {
		return Answer[[]Change]{}, err
	}
	out := Answer[[]Change]{}
	if len(found) > in.Limit {
		found = found[:in.Limit]
		out.Link = nextLink(callOf(ctx).r, found[in.Limit-1].ID)
	}
	out.Body = make([]Change, len(found))
	for i, c := range found {
		out.Body[i] = changeOf(c)
	}
	return out, nil
}

func changeOf(c history.Change) Change {
	out := Change{ID: c.ID, At: c.At, User: UserRef{c.Actor.UserID, c.Actor.Name}, Action: c.Action, Entity: c.Entity, EntityID: c.EntityID,
		Title: c.Title, Count: c.Count, Undoable: c.MayUndo, Undone: c.UndoneBy != "", Differences: c.Differences}
	if out.Differences == nil {
		out.Differences = []audit.Difference{}
	}
	return out
}

// revisions gives the kept states of a thing as they are sent.
func revisions(ctx context.Context, h *history.History, entity audit.Entity, id string) (Answer[[]Revision], error) {
	found, err := h.Revisions(ctx, history.Thing{Entity: entity, ID: id})
	if err != nil {
		return Answer[[]Revision]{}, err
	}
	out := make([]Revision, len(found))
	for i, r := range found {
		out[i] = Revision{r.Version, r.Change.At, UserRef{r.Change.Actor.UserID, r.Change.Actor.Name}, r.Change.Action, r.Differences}
	}
	return Answer[[]Revision]{Body: out}, nil
}

// withCurrent gives a stale fault of the history, which knows snapshots only, the thing as it is now.
func withCurrent[T any](ctx context.Context, err error, id string, get func(context.Context, string) (T, error)) error {
	if f, ok := fault.As(err); ok && f.Kind == fault.Stale && f.Current == nil {
		if now, failed := get(ctx, id); failed == nil {
			f.Current = now
		}
	}
	return err
}

// TrashEntry is one deleted song or person.
type TrashEntry struct {
	Entity     audit.Entity `json:"entity"`
	ID         string       `json:"id"`
	Title      string       `json:"title"`
	Detail     string       `json:"detail" doc:"Who made the song, or what the person does"`
	DeletedAt  time.Time    `json:"deleted_at"`
	ExpiresAt  time.Time    `json:"expires_at" doc:"When it is deleted for good"`
	DeletedBy  UserRef      `json:"deleted_by"`
	MayRestore bool         `json:"may_restore"`
	MayPurge   bool         `json:"may_purge"`
}

type trashInput struct {
	Entity string `path:"entity" enum:"song,profile"`
	ID     string `path:"id" maxLength:"40"`
}

func (a *API) registerTrash(h *history.History) {
	get(a, operation{path: "/api/trash", id: "list-trash", summary: "What was deleted in the last 30 days", tag: "History",
		need: account.RestoreOwn, keep: keep{store.Library | store.Accounts, byUser}},
		func(ctx context.Context, _ *struct{}) (Answer[[]TrashEntry], error) {
			found, err := h.Trash(ctx)
			out := make([]TrashEntry, len(found))
			for i, t := range found {
				out[i] = trashEntryOf(t)
			}
			return Answer[[]TrashEntry]{Body: out, Total: len(out), Counted: true}, err
		})
	change(a, operation{method: "DELETE", path: "/api/trash/{entity}/{id}", id: "purge", summary: "Delete for good", tag: "History",
		need: account.Purge, status: 204},
		func(ctx context.Context, in *trashInput) (*struct{}, error) {
			_, err := h.Purge(ctx, history.Thing{Entity: audit.Entity(in.Entity), ID: in.ID})
			return nil, err
		})
}

func trashEntryOf(t history.Trashed) TrashEntry {
	detail := t.Detail
	if t.Entity == audit.Profile && detail != "" {
		detail = strings.ToUpper(detail[:1]) + detail[1:]
	}
	return TrashEntry{t.Entity, t.ID, t.Title, detail, t.DeletedAt, t.ExpiresAt(), UserRef{t.DeletedBy.UserID, t.DeletedBy.Name}, t.MayRestore, t.MayPurge}
}
