package store_test

import (
	"sync"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/testkit"
)

// during starts one change, does another while the first one is in its function, and gives the errors of both. SQLite, which
// has one writer, does the other afterwards.
func during(one func(inside func()) error, other func() error) (first, second error) {
	var both sync.WaitGroup
	inside := sync.OnceFunc(func() {
		done := make(chan bool)
		both.Go(func() {
			second = other()
			close(done)
		})
		select {
		case <-done:
		case <-time.After(200 * time.Millisecond):
		}
	})
	first = one(inside)
	both.Wait()
	return first, second
}

func TestWhoLosesARaceIsToldWhatIsStoredNow(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		s := testkit.Song("Wanted")
		testkit.Store(t, db, s)
		change := func(inside func()) error {
			_, _, err := db.ChangeSong(t.Context(), s.ID, 1, audit.Updated, func(x *song.Song) error {
				inside()
				x.Year++
				return nil
			})
			return err
		}
		first, second := during(change, func() error { return change(func() {}) })
		lost, ok := fault.As(first)
		if first == nil {
			lost, ok = fault.As(second)
		}
		if !ok || lost.Kind != fault.Stale || (first == nil) == (second == nil) {
			t.Fatalf("%v and %v", first, second)
		}
		if now, is := lost.Current.(song.Song); !is || now.Version != 2 || now.Year != 1 {
			t.Errorf("it is told %+v", lost.Current)
		}
	})
}

func TestAChangeOfManyIsNotLostToAnEditOfOne(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		songs := []*song.Song{testkit.Song("One"), testkit.Song("Two")}
		testkit.Store(t, db, songs...)
		first, second := during(func(inside func()) error {
			_, err := db.ChangeSongs(t.Context(), []string{songs[0].ID, songs[1].ID}, audit.Bulk, func(x *song.Song) error {
				inside()
				x.Tune = "Slane"
				return nil
			})
			return err
		}, func() error {
			_, _, err := db.ChangeSong(t.Context(), songs[1].ID, 0, audit.Updated, func(x *song.Song) error { x.Year = 1900; return nil })
			return err
		})
		now, err := db.Song(t.Context(), songs[1].ID)
		if first != nil || second != nil || err != nil || now.Tune != "Slane" || now.Year != 1900 || now.Version != 3 {
			t.Errorf("%v, %v, %v: %+v", first, second, err, now.Details)
		}
	})
}

func TestANewRoleAndANewProfileKeepEachOther(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		u := account.User{ID: "u", Version: 1, Username: "mia", Name: "Mia", Role: account.Editor, Preferences: account.Preferences{}}
		if err := db.AddUser(t.Context(), u, "x"); err != nil {
			t.Fatal(err)
		}
		first, second := during(func(inside func()) error {
			_, err := db.ChangeUser(t.Context(), u.ID, func(old account.User, _ int) (account.UserChange, error) {
				inside()
				old.Role = account.Member
				return account.UserChange{User: old}, nil
			})
			return err
		}, func() error {
			_, _, err := db.CreateProfile(t.Context(), profile.Details{Name: "Mia", Kind: profile.Singer}, u.ID)
			return err
		})
		now, err := db.User(t.Context(), u.ID)
		if first != nil || second != nil || err != nil || now.Role != account.Member || now.ProfileID == "" || now.Version != 3 {
			t.Errorf("%v, %v, %v: %+v", first, second, err, now)
		}
	})
}
