package store

import (
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"churchmusic/internal/fault"
)

// putSetting stores one setting of a size.
func putSetting(t *testing.T, db *DB, name string, size int) error {
	return db.Update(t.Context(), Library, func(tx *Tx) error {
		_, err := tx.exec("INSERT INTO settings(name, value) VALUES($1,$2)", name, strings.Repeat("x", size))
		return err
	})
}

// nearlyFull leaves room for a few pages and keeps the writer busy until it is let go.
func nearlyFull(t *testing.T, db *DB) (letGo func()) {
	busy, free := make(chan error), make(chan bool)
	go func() {
		_ = db.Update(t.Context(), 0, func(tx *Tx) error {
			pages, err := one(t.Context(), tx, value[int], "PRAGMA page_count")
			if err == nil {
				_, err = one(t.Context(), tx, value[int], "PRAGMA max_page_count = "+strconv.Itoa(pages+4))
			}
			busy <- err
			<-free
			return err
		})
	}()
	if err := <-busy; err != nil {
		t.Fatal(err)
	}
	return func() { close(free) }
}

// A statement that finds the disk full can take the whole transaction with it, savepoints and all.
func TestWhoSharesACommitWithAFullDiskIsToldTheTruth(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	letGo := nearlyFull(t, db)
	sizes := []int{10, 1 << 20, 20, 30, 2 << 20, 40}
	told := make([]error, len(sizes))
	var writers sync.WaitGroup
	for i, size := range sizes {
		writers.Go(func() { told[i] = putSetting(t, db, strconv.Itoa(size), size) })
		for len(db.writer.jobs) <= i {
			time.Sleep(time.Millisecond)
		}
	}
	letGo()
	writers.Wait()
	stored, err := storedNames(t, db)
	if err != nil {
		t.Fatal(err)
	}
	for i, err := range told {
		is := stored[strconv.Itoa(sizes[i])]
		if (err == nil) != is || err != nil && !fault.Is(err, fault.NoSpace) {
			t.Errorf("%d: told %v, stored %v", sizes[i], err, is)
		}
	}
	if err := putSetting(t, db, "after", 1); err != nil {
		t.Errorf("writes do not return: %v", err)
	}
}

func storedNames(t *testing.T, db *DB) (map[string]bool, error) {
	names, err := all(t.Context(), db, value[string], "SELECT name FROM settings")
	return setOf(names), err
}
