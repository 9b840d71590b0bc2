package store_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/song"
	"churchmusic/internal/testkit"
)

func TestASongIsKeptAsItWasGiven(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		for _, s := range shelf() {
			testkit.Store(t, db, s)
			got, err := db.Song(t.Context(), s.ID)
			if err != nil || !got.Same(s) || got.Version != 1 || got.CreatedAt.IsZero() {
				t.Fatalf("%v\n%+v\n%+v", err, got, s)
			}
		}
		if _, err := db.Song(t.Context(), "missing"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestListsOfSongsCostTheSameStatementsForAnyNumber(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		all := shelf()
		testkit.Store(t, db, all[0])
		reads := map[string]struct {
			most int64
			read func() error
		}{
			"list":   {1, func() error { _, err := db.Songs(t.Context(), song.Filter{}); return err }},
			"page":   {2, func() error { _, err := db.Songs(t.Context(), song.Filter{Limit: 5}); return err }},
			"facets": {1, func() error { _, err := db.Facets(t.Context(), false); return err }},
			"song":   {1, func() error { _, err := db.Song(t.Context(), all[0].ID); return err }},
			"keys":   {1, func() error { _, err := db.PlayedIn(t.Context(), all[0].ID); return err }},
			"search": {5, func() error { _, err := db.Songs(t.Context(), song.Filter{Query: "grace lord"}); return err }},
			"rare":   {2, func() error { _, err := db.Songs(t.Context(), song.Filter{Query: "amazing"}); return err }},
		}
		count := func(name string) int64 {
			before := db.Statements()
			if err := reads[name].read(); err != nil {
				t.Fatal(name, err)
			}
			return db.Statements() - before
		}
		few := map[string]int64{}
		for name := range reads {
			few[name] = count(name)
		}
		testkit.Store(t, db, all[1:]...)
		g := testkit.NewGenerator(5)
		for range 50 {
			testkit.Store(t, db, g.Song())
		}
		for name, r := range reads {
			if n := count(name); n > r.most || few[name] > r.most {
				t.Errorf("%s: %d statements, then %d; at most %d", name, few[name], n, r.most)
			}
		}
	})
}

func TestNoUpdateIsLost(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		s := testkit.Song("Counted", testkit.Chart("words\n"))
		testkit.Store(t, db, s)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for done := 0; done < 10; {
					now, err := db.Song(t.Context(), s.ID)
					if err != nil {
						t.Error(err)
						return
					}
					_, _, err = db.ChangeSong(t.Context(), s.ID, now.Version, audit.Updated, func(x *song.Song) error { x.Year++; return nil })
					switch {
					case err == nil:
						done++
					case !fault.Is(err, fault.Stale):
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		if now, err := db.Song(t.Context(), s.ID); err != nil || now.Year != 80 || now.Version != 81 {
			t.Fatalf("year %d, version %d, %v", now.Year, now.Version, err)
		}
	})
}

func TestANumberBelongsToOneSong(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		numbered := func(title string) *song.Song {
			return testkit.Song(title, func(s *song.Song) { s.CCLISongNumber = "77" })
		}
		first := numbered("First")
		testkit.Store(t, db, first)
		_, err := db.CreateSongs(t.Context(), audit.Created, []*song.Song{testkit.Song("Fine"), numbered("Second")})
		if !fault.Is(err, fault.Conflict) || !strings.Contains(err.Error(), "“First”") {
			t.Fatal(err)
		}
		if page, err := db.Songs(t.Context(), song.Filter{}); err != nil || len(page.Songs) != 1 {
			t.Fatalf("a refused batch left %d songs, %v", len(page.Songs), err)
		}
		trash := func(s *song.Song) error { s.DeletedAt = s.CreatedAt; return nil }
		if _, _, err := db.ChangeSong(t.Context(), first.ID, 1, audit.Deleted, trash); err != nil {
			t.Fatal(err)
		}
		testkit.Store(t, db, numbered("Third"))
		_, _, err = db.ChangeSong(t.Context(), first.ID, 2, audit.Restored, func(s *song.Song) error { s.DeletedAt = song.Song{}.DeletedAt; return nil })
		if !fault.Is(err, fault.Conflict) || !strings.Contains(err.Error(), "“Third”") {
			t.Fatal(err)
		}
	})
}

func TestAChangeThatFailsKeepsNothing(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		a, b := testkit.Song("A"), testkit.Song("B")
		testkit.Store(t, db, a, b)
		bad := errors.New("bad")
		n := 0
		_, err := db.ChangeSongs(t.Context(), []string{a.ID, b.ID}, audit.Bulk, func(s *song.Song) error {
			s.Year = 1
			if n++; n == 2 {
				return bad
			}
			return nil
		})
		if !errors.Is(err, bad) {
			t.Fatal(err)
		}
		for _, id := range []string{a.ID, b.ID} {
			if s, err := db.Song(t.Context(), id); err != nil || s.Year != 0 || s.Version != 1 {
				t.Fatalf("%+v %v", s, err)
			}
		}
	})
}

func TestDuplicatesAreKnownByNumberOrTitleAndFirstLine(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		stored := testkit.Song("Be Thou My Vision", testkit.Chart("Be thou my vision\n"), func(s *song.Song) { s.CCLISongNumber, s.Tune = "30639", "Slane" })
		testkit.Store(t, db, stored)
		like := func(title, chart, number, tune string) *song.Song {
			return testkit.Song(title, testkit.Chart(chart), func(s *song.Song) { s.CCLISongNumber, s.Tune = number, tune })
		}
		twins, err := db.Duplicates(t.Context(), []*song.Song{
			like("Another", "Other words\n", "30639", ""),
			like("BE THOU, my vision!", "Be Thou my Vision;\n", "", "SLANE"),
			like("Be Thou My Vision", "Be thou my vision\n", "", ""),
			like("Be Thou My Vision", "Be thou my vision\n", "", "Other Tune"),
			like("Be Thou My Vision", "Something else\n", "", "Slane"),
		})
		if err != nil {
			t.Fatal(err)
		}
		var by []string
		for _, twin := range twins {
			by = append(by, twin.By)
		}
		if got := fmt.Sprintf("%q", by); got != `["ccli" "title and first line" "title and first line" "" ""]` {
			t.Error(got)
		}
	})
}

func TestTheFirstSongsAreStoredOnce(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if _, err := db.CreateFirstSongs(t.Context(), func() ([]*song.Song, error) { return shelf(), nil }); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if page, err := db.Songs(t.Context(), song.Filter{}); err != nil || len(page.Songs) != len(shelf()) {
			t.Fatalf("%d songs, %v", len(page.Songs), err)
		}
	})
}
