package store_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/ident"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

// world is a church with a few songs and people, seen through the use cases.
type world struct {
	*testing.T
	db     *store.DB
	people *profile.Profiles
	past   *history.History
	clock  *testkit.Clock
	told   []live.Event

	hearing sync.Mutex
}

var (
	editor = account.Principal{UserID: "editor", Name: "Edith", Role: account.Editor}
	admin  = account.Principal{UserID: "admin", Name: "Ada", Role: account.Admin}
)

func member(profileID string) account.Principal {
	return account.Principal{UserID: "member", Name: "Mary", Role: account.Member, ProfileID: profileID}
}

var changeIDs = ident.New()

// as gives the context of one request of a principal.
func (w *world) as(p account.Principal) context.Context {
	return audit.With(account.With(w.Context(), &p), &audit.Act{ChangeID: changeIDs.Next(), Actor: p.Actor()})
}

func (w *world) ok(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *world) fails(err error, kind fault.Kind) {
	w.Helper()
	if fault.KindOf(err) != kind || err == nil {
		w.Fatalf("got %v, want %s", err, kind)
	}
}

func (w *world) person(name string) profile.Profile {
	w.Helper()
	p, _, err := w.people.Create(w.as(editor), profile.Details{Name: name, Kind: profile.Leader})
	w.ok(err)
	return p
}

func (w *world) add(profileID string, songIDs ...string) audit.Change {
	w.Helper()
	c, err := w.people.AddSongs(w.as(editor), profileID, songIDs, "")
	w.ok(err)
	return c
}

// list gives the titles of a list in its order.
func (w *world) list(profileID string) []string {
	w.Helper()
	rows, _, err := w.people.Songs(w.as(editor), profileID, "", false, 0)
	w.ok(err)
	titles := make([]string, len(rows))
	for i, r := range rows {
		titles[i] = r.Song.Title
	}
	return titles
}

func (w *world) wantList(profileID string, titles ...string) {
	w.Helper()
	if got := w.list(profileID); !slices.Equal(got, titles) {
		w.Fatalf("the list is %v, want %v", got, titles)
	}
}

func (w *world) undo(c audit.Change) audit.Change {
	w.Helper()
	u, err := w.past.Undo(w.as(editor), c.ID)
	w.ok(err)
	return u
}

// statements counts what one read sends to the database.
func (w *world) statements(read func()) int64 {
	before := w.db.Statements()
	read()
	return w.db.Statements() - before
}

// worlds runs a story on a fresh database of each engine.
func worlds(t *testing.T, story func(*world)) {
	testkit.Engines(t, func(t *testing.T, place string) {
		w := &world{T: t, clock: testkit.NewClock()}
		db, err := store.Open(t.Context(), place, store.Options{Now: w.clock.Now, Publish: w.hear})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		w.db, w.people, w.past = db, profile.New(db, db, db), history.New(db, w.clock.Now)
		story(w)
	})
}

func (w *world) hear(events []live.Event) {
	w.hearing.Lock()
	defer w.hearing.Unlock()
	w.told = append(w.told, events...)
}

// songs stores songs that are called Song 0, Song 1, ….
func (w *world) songs(n int) []string {
	w.Helper()
	ids := make([]string, n)
	for i := range n {
		ids[i] = changeIDs.Next()
		s := &song.Song{ID: ids[i], Details: song.Details{Title: fmt.Sprint("Song ", i)}}
		w.ok(s.Normalise())
		s.Derive(nil)
		_, err := w.db.CreateSongs(w.as(editor), audit.Created, []*song.Song{s})
		w.ok(err)
	}
	return ids
}

func (w *world) trashSong(id string) audit.Change {
	w.Helper()
	_, c, err := w.db.ChangeSong(w.as(editor), id, 0, audit.Deleted, func(s *song.Song) error { s.DeletedAt = w.clock.Now(); return nil })
	w.ok(err)
	return c
}
