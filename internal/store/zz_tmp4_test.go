//go:build songproto

package store

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"churchmusic/internal/song"
)

func threadCPU() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(1, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestTmpType(t *testing.T) {
	db, err := Open(t.Context(), os.Getenv("TMPDB"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	type taken struct {
		q         string
		cpu, wall time.Duration
		hits, st  int
	}
	var prefixes []string
	for _, p := range strings.Split(os.Getenv("PHRASES"), "|") {
		for i := 1; i <= len(p); i++ {
			prefixes = append(prefixes, p[:i])
		}
	}
	for range 2 {
		var all []taken
		for _, q := range prefixes {
			a, w, st := threadCPU(), time.Now(), db.Statements()
			page, err := db.Songs(context.Background(), song.Filter{Query: q})
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, taken{q, threadCPU() - a, time.Since(w), len(page.Songs), int(db.Statements() - st)})
		}
		slices.SortFunc(all, func(x, y taken) int { return int(y.cpu - x.cpu) })
		t.Logf("n=%d cpu p50 %v p90 %v p99 %v max %v", len(all), all[len(all)/2].cpu, all[len(all)/10].cpu, all[len(all)/100].cpu, all[0].cpu)
		for _, x := range all[:16] {
			t.Logf("  cpu %v wall %v hits %d statements %d %q", x.cpu, x.wall, x.hits, x.st, x.q)
		}
		slices.SortFunc(all, func(x, y taken) int { return int(y.wall - x.wall) })
		t.Logf("wall p50 %v p90 %v p99 %v max %v", all[len(all)/2].wall, all[len(all)/10].wall, all[len(all)/100].wall, all[0].wall)
	}
}
