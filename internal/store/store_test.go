package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
)

func TestUpdatesShareACommitButNotAFailure(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var wg sync.WaitGroup
	bad := errors.New("bad")
	for i := range 200 {
		wg.Go(func() {
			err := db.Update(context.Background(), Library, func(tx *Tx) error {
				_, err := tx.exec("INSERT INTO settings(name, value) VALUES($1, 'x')", string(rune(0x4e00+i)))
				if err == nil && i%10 == 0 {
					return bad
				}
				return err
			})
			if (i%10 == 0) != errors.Is(err, bad) {
				t.Errorf("%d: %v", i, err)
			}
		})
	}
	wg.Wait()
	n, err := one(t.Context(), db, value[int], "SELECT count(*) FROM settings")
	if err != nil || n != 180 {
		t.Fatalf("%d rows, %v", n, err)
	}
	if s, _ := db.State(t.Context(), Library); s != 180 {
		t.Fatalf("state %d", s)
	}
}

func TestAPanicInAChangeReachesItsCallerAlone(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = db.Update(t.Context(), Library, func(*Tx) error { panic("x") })
	}()
	if err := db.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestAClosedDatabaseIsOneFile(t *testing.T) {
	folder := t.TempDir()
	db, err := Open(t.Context(), filepath.Join(folder, "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := one(t.Context(), db, value[int], "SELECT count(*) FROM settings"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(files) != 1 {
		t.Fatalf("left behind: %v", files)
	}
}
