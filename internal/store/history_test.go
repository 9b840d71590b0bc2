package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/testkit"
)

func TestTheHistoryOfAPersonIncludesTheList(t *testing.T) {
	worlds(t, func(w *world) {
		p, other, ids := w.person("Ana"), w.person("Ben"), w.songs(2)
		w.add(p.ID, ids...)
		w.add(other.ID, ids...)
		_, _, err := w.people.PutSong(w.as(admin), p.ID, ids[0], 1, func(e *profile.Entry) error { e.Capo = 2; return nil })
		w.ok(err)
		got, err := w.past.Changes(w.as(editor), history.Query{Thing: history.Thing{Entity: audit.Profile, ID: p.ID}})
		w.ok(err)
		told := []string{}
		for _, c := range got {
			told = append(told, string(c.Action)+" "+c.Title+" by "+c.Actor.Name)
		}
		want := []string{"updated Song 0 · Ana by Ada", "added Ana by Edith", "created Ana by Edith"}
		if !slices.Equal(told, want) {
			w.Fatalf("%q", told)
		}
		if d := got[0].Differences; !slices.Equal(d, []audit.Difference{{Field: "capo", Before: "0", After: "2"}}) {
			w.Fatalf("%v", d)
		}
	})
}

func TestThePagesOfTheHistoryHoldEverythingOnce(t *testing.T) {
	worlds(t, func(w *world) {
		for _, name := range []string{"A", "B", "C", "D", "E"} {
			w.person(name)
		}
		titles := []string{}
		q := history.Query{Limit: 2}
		for range 4 {
			page, err := w.past.Changes(w.as(editor), q)
			w.ok(err)
			for _, c := range page {
				titles = append(titles, c.Title)
				q.Before = c.ID
			}
		}
		if !slices.Equal(titles, []string{"E", "D", "C", "B", "A"}) {
			w.Fatalf("%v", titles)
		}
		if n := w.statements(func() { _, err := w.past.Changes(w.as(editor), history.Query{}); w.ok(err) }); n != 1 {
			w.Fatalf("%d statements", n)
		}
	})
}

func TestRevisionsAreToldAndRestored(t *testing.T) {
	worlds(t, func(w *world) {
		p := w.person("Ana")
		for version, name := range []string{"Anna", "Anne"} {
			_, _, err := w.people.Update(w.as(editor), p.ID, int64(version+1), func(d *profile.Details) error { d.Name = name; return nil })
			w.ok(err)
		}
		thing := history.Thing{Entity: audit.Profile, ID: p.ID}
		got, err := w.past.Revisions(w.as(member("")), thing)
		w.ok(err)
		if len(got) != 3 || got[0].Version != 3 || !slices.Equal(got[0].Differences, []audit.Difference{{Field: "name", Before: "Anna", After: "Anne"}}) {
			w.Fatalf("%+v", got)
		}
		_, err = w.past.RestoreRevision(w.as(member("")), thing, 1, 3)
		w.fails(err, fault.Forbidden)
		_, err = w.past.RestoreRevision(w.as(editor), thing, 1, 2)
		w.fails(err, fault.Stale)
		_, err = w.past.RestoreRevision(w.as(editor), thing, 9, 3)
		w.fails(err, fault.NotFound)
		_, err = w.past.RestoreRevision(w.as(editor), thing, 1, 3)
		w.ok(err)
		if now, err := w.people.Get(w.as(editor), p.ID); err != nil || now.Name != "Ana" || now.Version != 4 {
			w.Fatalf("%+v %v", now, err)
		}
		_, err = w.past.Revisions(w.as(editor), history.Thing{Entity: audit.Profile, ID: "nobody"})
		w.fails(err, fault.NotFound)
	})
}

func TestTheTrashShowsEditorsAllAndMembersTheirOwn(t *testing.T) {
	worlds(t, func(w *world) {
		own, other := w.person("Mary"), w.person("Ana")
		for who, p := range map[string]account.Principal{own.ID: member(own.ID), other.ID: editor} {
			_, err := w.people.Delete(w.as(p), who, 1)
			w.ok(err)
		}
		w.trashSong(w.songs(1)[0])
		for name, c := range map[string]struct {
			who   account.Principal
			n     int
			purge bool
		}{"member": {member(own.ID), 1, false}, "editor": {editor, 3, false}, "admin": {admin, 3, true}} {
			got, err := w.past.Trash(w.as(c.who))
			w.ok(err)
			if len(got) != c.n || got[0].MayPurge != c.purge || !got[0].MayRestore {
				w.Errorf("%s: %+v", name, got)
			}
		}
		_, _, err := w.people.Restore(w.as(member(own.ID)), other.ID)
		w.fails(err, fault.NotFound)
		p, _, err := w.people.Restore(w.as(member(own.ID)), own.ID)
		w.ok(err)
		if p.Version != 3 || p.Name != "Mary" {
			w.Fatalf("%+v", p)
		}
	})
}

func TestTheMenuCountsWhatTheTrashShows(t *testing.T) {
	worlds(t, func(w *world) {
		own := w.person("Mary")
		_, err := w.people.Delete(w.as(editor), own.ID, 1)
		w.ok(err)
		w.trashSong(w.songs(1)[0])
		for _, who := range []account.Principal{member(own.ID), member(""), editor, admin} {
			shown, err := w.past.Trash(w.as(who))
			w.ok(err)
			if n, err := w.db.Counts(w.as(who), who); err != nil || n.Trash != len(shown) {
				w.Errorf("%+v: %d counted, %d shown, %v", who, n.Trash, len(shown), err)
			}
		}
	})
}

func TestWhatIsPurgedIsGoneForGood(t *testing.T) {
	worlds(t, func(w *world) {
		p, ids := w.person("Ana"), w.songs(2)
		w.add(p.ID, ids...)
		song, person := history.Thing{Entity: audit.Song, ID: ids[0]}, history.Thing{Entity: audit.Profile, ID: p.ID}
		_, err := w.past.Purge(w.as(admin), song)
		w.fails(err, fault.NotFound) // not in the trash
		deletedSong := w.trashSong(ids[0])
		deleted, err := w.people.Delete(w.as(editor), p.ID, 1)
		w.ok(err)
		_, err = w.past.Purge(w.as(editor), person)
		w.fails(err, fault.Forbidden)
		for _, thing := range []history.Thing{song, person} {
			c, err := w.past.Purge(w.as(admin), thing)
			w.ok(err)
			_, err = w.past.Undo(w.as(admin), c.ID)
			w.fails(err, fault.Conflict)
			kept, err := w.db.Revisions(w.Context(), thing, 10)
			w.ok(err)
			for _, r := range kept {
				if r.Snapshot != nil {
					w.Fatalf("%v still holds %s", thing, r.Snapshot)
				}
			}
		}
		for _, c := range []audit.Change{deletedSong, deleted} {
			_, err = w.past.Undo(w.as(admin), c.ID)
			w.fails(err, fault.Conflict)
		}
		if trash, err := w.past.Trash(w.as(admin)); err != nil || len(trash) != 0 {
			w.Fatalf("%v %v", trash, err)
		}
	})
}

func TestTheSweepTakesWhatIsOlderThanThirtyDays(t *testing.T) {
	worlds(t, func(w *world) {
		old, young := w.person("Old"), w.person("Young")
		_, err := w.people.Delete(w.as(editor), old.ID, 1)
		w.ok(err)
		w.trashSong(w.songs(1)[0])
		w.clock.Move(history.Kept - time.Hour)
		_, err = w.people.Delete(w.as(editor), young.ID, 1)
		w.ok(err)
		if n, err := w.past.Sweep(w.Context()); n != 0 || err != nil {
			w.Fatalf("too early: %d %v", n, err)
		}
		w.clock.Move(2 * time.Hour)
		if n, err := w.past.Sweep(w.Context()); n != 2 || err != nil {
			w.Fatalf("%d %v", n, err)
		}
		trash, err := w.past.Trash(w.as(admin))
		w.ok(err)
		if len(trash) != 1 || trash[0].ID != young.ID {
			w.Fatalf("%+v", trash)
		}
	})
}

func TestTheHistoryIsReadQuicklyAfterALargeImport(t *testing.T) {
	worlds(t, func(w *world) {
		many := make([]*song.Song, 3000)
		for i := range many {
			many[i] = testkit.Song(fmt.Sprint("Song ", i))
		}
		testkit.Store(t, w.db, many...)
		w.person("Ana")
		start := time.Now()
		got, err := w.past.Changes(w.as(editor), history.Query{})
		w.ok(err)
		if took := time.Since(start); took > time.Second || len(got) != 2 || got[1].Count != 3000 || !got[1].MayUndo || !got[0].MayUndo {
			w.Fatalf("%s for %+v", took, got)
		}
	})
}
