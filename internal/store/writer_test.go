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

// A statement that finds the disk full can take the whole transaction with it, savepoints and all.
func TestWhoSharesACommitWithAFullDiskIsToldTheTruth(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	put := func(name string, size int) error {
		return db.Update(t.Context(), Library, func(tx *Tx) error {
			_, err := tx.exec("INSERT INTO settings(name, value) VALUES($1,$2)", name, strings.Repeat("x", size))
			return err
		})
	}
	busy, free := make(chan bool), make(chan bool)
	var writers sync.WaitGroup
	writers.Go(func() {
		_ = db.Update(t.Context(), 0, func(tx *Tx) error {
			pages, err := one(t.Context(), tx, value[int], "PRAGMA page_count")
			if err != nil {
				return err
			}
			_, err = one(t.Context(), tx, value[int], "PRAGMA max_page_count = "+strconv.Itoa(pages+4))
			close(busy)
			<-free
			return err
		})
	})
	<-busy
	told := map[string]error{}
	var telling sync.Mutex
	for _, size := range []int{10, 1 << 20, 20, 30, 2 << 20, 40} {
		name := strconv.Itoa(size)
		queued := len(db.writer.jobs)
		writers.Go(func() {
			err := put(name, size)
			telling.Lock()
			defer telling.Unlock()
			told[name] = err
		})
		for len(db.writer.jobs) == queued {
			time.Sleep(time.Millisecond)
		}
	}
	close(free)
	writers.Wait()
	stored, err := storedNames(t, db)
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range told {
		if (err == nil) != stored[name] || err != nil && !fault.Is(db.engine.translate(err), fault.NoSpace) {
			t.Errorf("%s: told %v, stored %v", name, err, stored[name])
		}
	}
	if err := put("after", 1); err != nil {
		t.Errorf("writes do not return: %v", err)
	}
}

func storedNames(t *testing.T, db *DB) (map[string]bool, error) {
	names, err := all(t.Context(), db, value[string], "SELECT name FROM settings")
	return setOf(names), err
}
