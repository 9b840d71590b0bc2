package store_test

import (
	"fmt"
	"slices"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
)

func TestAProfileIsKeptAsItWasGiven(t *testing.T) {
	worlds(t, func(w *world) {
		d := profile.Details{Name: "Änne  Ωmega", Kind: profile.Musician, Instruments: []string{"Cello"}, Notes: "line\nline", Colour: "120",
			Display: profile.Display{Notation: "german", TextSize: 1.25, Columns: 2, WordsOnly: true, Theme: "stage"}}
		p, c, err := w.people.Create(w.as(editor), d)
		w.ok(err)
		got, err := w.people.Get(w.as(member("")), p.ID)
		w.ok(err)
		d.Name = "Änne Ωmega"
		if !got.Equal(d) || got.Version != 1 || c.ID == "" || !got.CreatedAt.Equal(p.CreatedAt) {
			w.Fatalf("%+v", got)
		}
	})
}

func TestAStaleProfileComesWithTheNewerOne(t *testing.T) {
	worlds(t, func(w *world) {
		p := w.person("Ana")
		rename := func(version int64, name string) (profile.Profile, error) {
			p, _, err := w.people.Update(w.as(editor), p.ID, version, func(d *profile.Details) error { d.Name = name; return nil })
			return p, err
		}
		second, err := rename(1, "Anna")
		w.ok(err)
		_, err = rename(1, "Anne")
		w.fails(err, fault.Stale)
		f, _ := fault.As(err)
		if now, _ := f.Current.(profile.Profile); now.Name != "Anna" || now.Version != second.Version {
			w.Fatalf("current is %+v", f.Current)
		}
		same, c, err := w.people.Update(w.as(editor), p.ID, 2, func(*profile.Details) error { return nil })
		w.ok(err)
		if same.Version != 2 || c.ID != "" {
			w.Fatal("a change that changes nothing made a version")
		}
	})
}

func TestListsOfAnySizeCostTheSameStatements(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(12)
		count := func(read func()) [2]int64 {
			few := w.statements(read)
			for i := range 5 {
				w.add(w.person(fmt.Sprint("More ", i)).ID, ids...)
			}
			return [2]int64{few, w.statements(read)}
		}
		p := w.person("Ana")
		w.add(p.ID, ids[0])
		if got := count(func() { _, err := w.people.List(w.as(editor), ""); w.ok(err) }); got != [2]int64{1, 1} {
			w.Errorf("profiles: %v", got)
		}
		one := w.statements(func() { w.list(p.ID) })
		w.add(p.ID, ids...)
		if all := w.statements(func() { w.list(p.ID) }); one != 1 || all != 1 {
			w.Errorf("songs of a profile: %d, then %d", one, all)
		}
		if n := w.statements(func() { _, _, err := w.people.Songs(w.as(editor), p.ID, "song", true, 0); w.ok(err) }); n > 3 {
			w.Errorf("search in all songs: %d", n)
		}
	})
}

func TestSongCountsLeaveTheTrashOut(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(3)
		p := w.person("Ana")
		w.add(p.ID, ids...)
		w.trashSong(ids[1])
		w.wantList(p.ID, "Song 0", "Song 2")
		all, err := w.people.List(w.as(editor), "an")
		w.ok(err)
		if len(all) != 1 || all[0].SongCount != 2 {
			w.Fatalf("%+v", all)
		}
	})
}

func TestEveryoneEditsTheirOwnProfileOnly(t *testing.T) {
	worlds(t, func(w *world) {
		own, other := w.person("Mary"), w.person("Ana")
		id := w.songs(1)[0]
		for name, who := range map[string]account.Principal{"member": member(own.ID), "leader": {UserID: "l", Role: account.Leader, ProfileID: own.ID}} {
			_, _, err := w.people.PutSong(w.as(who), other.ID, id, 0, func(*profile.Entry) error { return nil })
			if !fault.Is(err, fault.Forbidden) {
				w.Errorf("%s put a song in another list: %v", name, err)
			}
			_, err = w.people.Delete(w.as(who), other.ID, 1)
			if !fault.Is(err, fault.Forbidden) {
				w.Errorf("%s deleted another profile: %v", name, err)
			}
			_, err = w.people.CopySongs(w.as(who), own.ID, other.ID, nil)
			if !fault.Is(err, fault.Forbidden) {
				w.Errorf("%s copied into another list: %v", name, err)
			}
		}
		_, _, err := w.people.PutSong(w.as(member(own.ID)), own.ID, id, 0, func(e *profile.Entry) error { e.PreferredKey = "g"; return nil })
		w.ok(err)
		_, err = w.people.List(w.as(account.Anonymous), "")
		w.fails(err, fault.Unauthenticated)
		_, _, err = w.people.Create(w.as(member(own.ID)), profile.Details{Name: "Second"})
		w.fails(err, fault.Forbidden)
	})
}

func TestAnEntryIsAddedChangedAndRemovedByVersion(t *testing.T) {
	worlds(t, func(w *world) {
		p, id := w.person("Ana"), w.songs(1)[0]
		put := func(version int64, key string) (profile.Row, error) {
			r, _, err := w.people.PutSong(w.as(editor), p.ID, id, version, func(e *profile.Entry) error { e.PreferredKey, e.Capo = key, 3; return nil })
			return r, err
		}
		_, err := put(4, "G")
		w.fails(err, fault.Stale)
		row, err := put(0, "G")
		w.ok(err)
		if row.Version != 1 || row.PreferredKey != "G" || row.Capo != 3 || row.Song.Title != "Song 0" || !row.InList || row.Position != 1 {
			w.Fatalf("%+v", row)
		}
		_, err = put(0, "A")
		w.fails(err, fault.Precondition)
		_, err = put(7, "A")
		w.fails(err, fault.Stale)
		if f, _ := fault.As(err); f.Current.(profile.Row).PreferredKey != "G" {
			w.Fatalf("current is %+v", f.Current)
		}
		row, err = put(1, "Bb")
		w.ok(err)
		_, err = w.people.RemoveSong(w.as(editor), p.ID, id, 1)
		w.fails(err, fault.Stale)
		_, err = w.people.RemoveSong(w.as(editor), p.ID, id, row.Version)
		w.ok(err)
		_, err = w.people.Song(w.as(editor), p.ID, id)
		w.fails(err, fault.NotFound)
		if row, err = put(0, "D"); err != nil || row.Version != 4 {
			w.Fatalf("a song that comes back goes on counting: %d %v", row.Version, err)
		}
	})
}

func TestAListIsAddedToOrderedAndCopied(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(4)
		a, b := w.person("Ana"), w.person("Ben")
		if c := w.add(a.ID, ids[:3]...); c.Count != 3 {
			w.Fatalf("%+v", c)
		}
		if c := w.add(a.ID, ids...); c.Count != 1 {
			w.Fatalf("what is there was added again: %+v", c)
		}
		c, err := w.people.OrderSongs(w.as(editor), a.ID, []string{ids[3], ids[0]})
		w.ok(err)
		w.wantList(a.ID, "Song 3", "Song 0", "Song 1", "Song 2")
		if c.Count != 4 {
			w.Fatalf("%+v", c)
		}
		c, err = w.people.OrderSongs(w.as(editor), a.ID, []string{ids[3], ids[0], ids[2], ids[1]})
		w.ok(err)
		if c.Count != 2 || len(c.Versions) != 2 || c.Versions[ids[1]] != 3 || c.Versions[ids[2]] != 3 {
			w.Fatalf("only what moves is changed: %+v", c)
		}
		_, _, err = w.people.PutSong(w.as(editor), a.ID, ids[0], 2, func(e *profile.Entry) error {
			e.PreferredKey, e.Favourite, e.LastLed = "Eb", true, "2026-02-01"
			return nil
		})
		w.ok(err)
		w.add(b.ID, ids[2])
		c, err = w.people.CopySongs(w.as(editor), a.ID, b.ID, nil)
		w.ok(err)
		w.wantList(b.ID, "Song 2", "Song 3", "Song 0", "Song 1")
		row, err := w.people.Song(w.as(editor), b.ID, ids[0])
		w.ok(err)
		if c.Count != 3 || row.PreferredKey != "Eb" || row.Favourite || row.LastLed != "" {
			w.Fatalf("%+v %+v", c, row)
		}
	})
}

func TestBulkChangesRefuseWhatIsNotThere(t *testing.T) {
	worlds(t, func(w *world) {
		p, ids := w.person("Ana"), w.songs(2)
		for name, do := range map[string]func() error{
			"unknown song": func() error {
				_, err := w.people.AddSongs(w.as(editor), p.ID, []string{ids[0], "nothing"}, "")
				return err
			},
			"no songs": func() error { _, err := w.people.AddSongs(w.as(editor), p.ID, nil, ""); return err },
			"twice": func() error {
				_, err := w.people.AddSongs(w.as(editor), p.ID, []string{ids[0], ids[0]}, "")
				return err
			},
			"bad key":        func() error { _, err := w.people.AddSongs(w.as(editor), p.ID, ids, "H"); return err },
			"not in list":    func() error { _, err := w.people.OrderSongs(w.as(editor), p.ID, ids); return err },
			"copy to itself": func() error { _, err := w.people.CopySongs(w.as(editor), p.ID, p.ID, nil); return err },
		} {
			if err := do(); !fault.Is(err, fault.Invalid) {
				w.Errorf("%s: %v", name, err)
			}
		}
		w.wantList(p.ID)
		_, _, err := w.people.Songs(w.as(editor), "nobody", "", false, 0)
		w.fails(err, fault.NotFound)
	})
}

func TestASearchInsideAListAndInAllSongs(t *testing.T) {
	worlds(t, func(w *world) {
		ids := w.songs(3)
		p := w.person("Ana")
		_, err := w.people.AddSongs(w.as(editor), p.ID, ids[1:2], "D")
		w.ok(err)
		inside, _, err := w.people.Songs(w.as(editor), p.ID, "song", false, 0)
		w.ok(err)
		if len(inside) != 1 || inside[0].Song.ID != ids[1] || inside[0].PreferredKey != "D" || inside[0].Song.Match == nil {
			w.Fatalf("%+v", inside)
		}
		everywhere, _, err := w.people.Songs(w.as(editor), p.ID, "song", true, 0)
		w.ok(err)
		marked := []string{}
		for _, r := range everywhere {
			if r.InList {
				marked = append(marked, r.Song.ID)
			}
		}
		if len(everywhere) != 3 || !slices.Equal(marked, ids[1:2]) {
			w.Fatalf("%d found, marked %v", len(everywhere), marked)
		}
	})
}
