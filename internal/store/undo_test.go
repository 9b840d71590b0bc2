package store_test

import (
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

func TestUndoOfListChanges(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(4)
		p, other := w.person("Ana"), w.person("Ben")
		added := w.add(p.ID, ids...)

		removed, err := w.people.RemoveSongs(w.as(editor), p.ID, []string{ids[0], ids[2]})
		w.ok(err)
		w.wantList(p.ID, "Song 1", "Song 3")
		w.undo(removed)
		w.wantList(p.ID, "Song 0", "Song 1", "Song 2", "Song 3")

		ordered, err := w.people.OrderSongs(w.as(editor), p.ID, []string{ids[3], ids[2], ids[1], ids[0]})
		w.ok(err)
		w.wantList(p.ID, "Song 3", "Song 2", "Song 1", "Song 0")
		w.undo(ordered)
		w.wantList(p.ID, "Song 0", "Song 1", "Song 2", "Song 3")

		copied, err := w.people.CopySongs(w.as(editor), p.ID, other.ID, nil)
		w.ok(err)
		w.undo(copied)
		w.wantList(other.ID)

		again := w.undo(added) // everything since was taken back: the list is as it was then
		w.wantList(p.ID)
		w.undo(again)
		w.wantList(p.ID, "Song 0", "Song 1", "Song 2", "Song 3")
	})
}

func TestUndoOfASongsDeletion(t *testing.T) {
	worlds(t, func(w *world) {
		id := w.songs(1)[0]
		p := w.person("Ana")
		w.add(p.ID, id)
		deleted := w.trashSong(id)
		w.wantList(p.ID)
		w.undo(deleted)
		w.wantList(p.ID, "Song 0")
		found, _, err := w.people.Songs(w.as(editor), p.ID, "song", true, 0)
		w.ok(err)
		if len(found) != 1 || !found[0].InList {
			w.Fatalf("it is not searchable again: %+v", found)
		}
	})
}

func TestUndoOfACreatedSongMovesItToTheTrash(t *testing.T) {
	worlds(t, func(w *world) {
		w.songs(1)
		all, err := w.past.Changes(w.as(editor), history.Query{Limit: 1})
		w.ok(err)
		w.undo(all[0].Change)
		trash, err := w.past.Trash(w.as(editor))
		w.ok(err)
		if len(trash) != 1 || trash[0].Entity != audit.Song || trash[0].Title != "Song 0" {
			w.Fatalf("%+v", trash)
		}
	})
}

func TestUndoOfAProfilesDeletionBringsItsList(t *testing.T) {
	worlds(t, func(w *world) {
		p := w.person("Ana")
		w.add(p.ID, w.songs(2)...)
		deleted, err := w.people.Delete(w.as(editor), p.ID, 1)
		w.ok(err)
		_, err = w.people.Get(w.as(editor), p.ID)
		w.fails(err, fault.NotFound)
		_, _, err = w.people.Songs(w.as(editor), p.ID, "", false, 0)
		w.fails(err, fault.NotFound)
		undone := w.undo(deleted)
		if undone.Action != audit.Undone || undone.Title != "Ana" {
			w.Fatalf("%+v", undone)
		}
		w.wantList(p.ID, "Song 0", "Song 1")
		_, err = w.past.Undo(w.as(editor), deleted.ID)
		w.fails(err, fault.Conflict)
		w.undo(undone)
		_, err = w.people.Get(w.as(editor), p.ID)
		w.fails(err, fault.NotFound)
	})
}

func TestUndoRefusesWhatWasChangedSinceAndSaysByWhom(t *testing.T) {
	worlds(t, func(w *world) {
		p, ids := w.person("Ana"), w.songs(2)
		added := w.add(p.ID, ids...)
		_, changed, err := w.people.PutSong(w.as(admin), p.ID, ids[1], 1, func(e *profile.Entry) error { e.PreferredKey = "A"; return nil })
		w.ok(err)
		_, err = w.past.Undo(w.as(editor), added.ID)
		w.fails(err, fault.Conflict)
		if !strings.Contains(err.Error(), "Ada") || !strings.Contains(err.Error(), "Song 1") {
			w.Fatalf("says %q", err)
		}
		w.wantList(p.ID, "Song 0", "Song 1")
		w.undo(changed)
		w.undo(added)
		w.wantList(p.ID)
	})
}

func TestWhoMayUndo(t *testing.T) {
	worlds(t, func(w *world) {
		own, other, id := w.person("Mary"), w.person("Ana"), w.songs(1)[0]
		mine, theirs := w.add(own.ID, id), w.add(other.ID, id)
		_, err := w.past.Undo(w.as(member(own.ID)), theirs.ID)
		w.fails(err, fault.Forbidden)
		_, err = w.past.Undo(w.as(account.Anonymous), mine.ID)
		w.fails(err, fault.Unauthenticated)
		_, err = w.past.Undo(w.as(member(own.ID)), "nothing")
		w.fails(err, fault.NotFound)
		seen, err := w.past.Changes(w.as(member(own.ID)), history.Query{Thing: history.Thing{Entity: audit.ProfileSong}})
		w.ok(err)
		for _, c := range seen {
			if c.MayUndo != (c.ID == mine.ID) {
				w.Errorf("%s: may undo is %v", c.Title, c.MayUndo)
			}
		}
		_, err = w.past.Undo(w.as(member(own.ID)), mine.ID)
		w.ok(err)
	})
}

func TestABulkChangeOfSongsIsUndoneAsOne(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(3)
		tagged, err := w.db.ChangeSongs(w.as(editor), ids, audit.Bulk, func(s *song.Song) error {
			s.Tags = append(s.Tags, song.Tag{Group: "theme", Name: "Advent"})
			return nil
		})
		w.ok(err)
		found := func() int {
			page, err := w.db.Songs(w.as(editor), song.Filter{Tags: []string{"theme:Advent"}})
			w.ok(err)
			return page.Total
		}
		if found() != 3 {
			w.Fatalf("%d are tagged", found())
		}
		undone := w.undo(tagged)
		if found() != 0 || undone.Count != 3 {
			w.Fatalf("%d are still tagged: %+v", found(), undone)
		}
		w.undo(undone)
		if found() != 3 {
			w.Fatalf("%d are tagged again", found())
		}
	})
}

func TestAnUndoIsToldToThoseWhoWatch(t *testing.T) {
	worlds(t, func(w *world) {
		p, ids := w.person("Ana"), w.songs(2)
		added := w.add(p.ID, ids...)
		before, err := w.db.State(w.Context(), store.Library)
		w.ok(err)
		w.told = nil
		w.undo(added)
		after, err := w.db.State(w.Context(), store.Library)
		w.ok(err)
		if before == after {
			w.Fatal("what is kept ready did not become old")
		}
		for i, e := range w.told {
			if e.Change == "" || e.Change == added.ID {
				w.Fatalf("%v does not name the undo", e)
			}
			w.told[i].Change = ""
		}
		want := []live.Event{{Type: live.ProfileSong, ID: p.ID + "/" + ids[0], Version: 2}, {Type: live.ProfileSong, ID: p.ID + "/" + ids[1], Version: 2}}
		if !slices.Equal(w.told, want) {
			w.Fatalf("%v", w.told)
		}
	})
}
