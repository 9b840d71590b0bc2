//go:build songproto

package store

import (
	"context"
	"database/sql"
	"os"
	"strings"
	"syscall"
	"testing"

	"churchmusic/internal/song"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func TestTmpRatio(t *testing.T) {
	db, err := Open(t.Context(), os.Getenv("TMPDB"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	rare := strings.Fields(os.Getenv("RARE"))
	raw := func(q string) int {
		got, err := all(context.Background(), db, func(r *sql.Rows) (s [7]string, err error) {
			err = r.Scan(&s[0], &s[1], &s[2], &s[3], &s[4], &s[5], &s[6])
			return
		}, "SELECT s.id,s.title,s.byline,s.song_key,s.bpm,s.tags,s.updated_at FROM search_words f JOIN songs s ON s.seq=f.rowid WHERE search_words MATCH $1 ORDER BY s.title", `"`+q+`"*`)
		if err != nil {
			t.Fatal(err)
		}
		return len(got)
	}
	n := 0
	for _, w := range rare {
		n += raw(w)
	}
	t.Log("mean hits", n/len(rare))
	for range 3 {
		c := cpu()
		for range 20 {
			for _, w := range rare {
				raw(w)
			}
		}
		a := cpu() - c
		c = cpu()
		for range 20 {
			for _, w := range rare {
				p, _ := db.Songs(context.Background(), song.Filter{Query: w})
				_ = p
			}
		}
		b := cpu() - c
		t.Logf("raw %.0f µs, ours %.0f µs, ratio %.2f", a*1e6/float64(20*len(rare)), b*1e6/float64(20*len(rare)), a/b)
	}
}
