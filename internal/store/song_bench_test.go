package store_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/song"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

// generated gives a database with as many generated songs as CHURCHMUSIC_BENCH_SONGS says (10,000), in the folder of
// CHURCHMUSIC_BENCH_FOLDER where it is kept for the next run.
func generated(b *testing.B) *store.DB {
	b.Helper()
	n, _ := strconv.Atoi(os.Getenv("CHURCHMUSIC_BENCH_SONGS"))
	if n == 0 {
		n = 10_000
	}
	folder := os.Getenv("CHURCHMUSIC_BENCH_FOLDER")
	if folder == "" {
		folder = b.TempDir()
	}
	db, err := store.Open(b.Context(), filepath.Join(folder, strconv.Itoa(n)+".db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	page, err := db.Songs(b.Context(), song.Filter{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	g := testkit.NewGenerator(1)
	for made := 0; made < n && page.Total < n; {
		var batch []*song.Song
		for range min(500, n-made) {
			batch = append(batch, g.Song())
		}
		testkit.Store(b, db, batch...)
		made += len(batch)
	}
	return db
}

func search(tb testing.TB, db *store.DB, q string) song.Page {
	page, err := db.Songs(context.Background(), song.Filter{Query: q})
	if err != nil {
		tb.Fatal(err)
	}
	return page
}

// BenchmarkSearchAsYouType asks for every prefix of 50 phrases of the songs themselves.
func BenchmarkSearchAsYouType(b *testing.B) {
	db := generated(b)
	g := testkit.NewGenerator(1)
	var prefixes []string
	for i := range 50 {
		phrase := g.Words(2 + i%5)
		for end := 1; end <= len(phrase); end++ {
			prefixes = append(prefixes, phrase[:end])
		}
	}
	type taken struct {
		q    string
		time time.Duration
	}
	for b.Loop() {
		var all []taken
		for _, q := range prefixes {
			start := time.Now()
			search(b, db, q)
			all = append(all, taken{q, time.Since(start)})
		}
		slices.SortFunc(all, func(x, y taken) int { return int(y.time - x.time) })
		b.ReportMetric(float64(all[len(all)/2].time.Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(all[len(all)/100].time.Microseconds())/1000, "p99-ms")
		b.ReportMetric(float64(all[0].time.Microseconds())/1000, "max-ms")
		if testing.Verbose() {
			for _, t := range all[:12] {
				b.Log(t.time, strconv.Quote(t.q))
			}
		}
	}
}

// BenchmarkSearchRareWord asks for words that few songs have.
func BenchmarkSearchRareWord(b *testing.B) {
	db := generated(b)
	g := testkit.NewGenerator(1)
	var rare []string
	for len(rare) < 50 {
		for w := range strings.FieldsSeq(g.Words(500)) {
			if n := len(search(b, db, w).Songs); len(w) >= 5 && n >= 10 && n <= 40 {
				rare = append(rare, w)
			}
		}
	}
	i := 0
	for b.Loop() {
		search(b, db, rare[i%len(rare)])
		i++
	}
}

func BenchmarkListAll(b *testing.B) {
	db := generated(b)
	for b.Loop() {
		if _, err := db.Songs(b.Context(), song.Filter{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCreate(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "x.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	g := testkit.NewGenerator(1)
	for b.Loop() {
		b.StopTimer()
		s := g.Song()
		b.StartTimer()
		testkit.Store(b, db, s)
	}
}
