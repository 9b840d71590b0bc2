package store_test

import (
	"slices"
	"sync"
	"testing"

	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
)

func TestWhoChangesAListAtTheSameTimeLosesNothing(t *testing.T) {
	worlds(t, func(w *world) {
		p, ids := w.person("Ana"), w.songs(16)
		var all sync.WaitGroup
		for i, id := range ids {
			all.Go(func() {
				_, _, err := w.people.PutSong(w.as(editor), p.ID, id, 0, func(*profile.Entry) error { return nil })
				if err != nil && !fault.Is(err, fault.Precondition) { // another one's bulk added it just before
					w.Error(err)
				}
				if _, err = w.people.AddSongs(w.as(editor), p.ID, ids[i/2:], ""); err != nil {
					w.Error(err)
				}
			})
		}
		all.Wait()
		rows, _, err := w.people.Songs(w.as(editor), p.ID, "", false, 0)
		w.ok(err)
		places := []int{}
		for _, r := range rows {
			places = append(places, r.Position)
		}
		if len(rows) != 16 || !slices.IsSorted(places) || len(slices.Compact(places)) != 16 {
			w.Fatalf("%d rows at %v", len(rows), places)
		}
	})
}

func TestNoUpdateOfAProfileIsLost(t *testing.T) {
	worlds(t, func(w *world) {
		p := w.person("Ana")
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				for done := 0; done < 5; {
					now, err := w.people.Get(w.as(editor), p.ID)
					if err == nil {
						_, _, err = w.people.Update(w.as(editor), p.ID, now.Version, func(d *profile.Details) error { d.Notes += "x"; return nil })
					}
					switch {
					case err == nil:
						done++
					case !fault.Is(err, fault.Stale):
						w.Error(err)
						return
					}
				}
			})
		}
		all.Wait()
		now, err := w.people.Get(w.as(editor), p.ID)
		w.ok(err)
		if len(now.Notes) != 40 || now.Version != 41 {
			w.Fatalf("%d of 40 updates, version %d", len(now.Notes), now.Version)
		}
	})
}
