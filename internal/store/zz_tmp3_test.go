//go:build songproto

package store

import (
	"context"
	"os"
	"strings"
	"testing"

	"churchmusic/internal/song"
)

func BenchmarkTmpOurs(b *testing.B) {
	db, _ := Open(b.Context(), os.Getenv("TMPDB"), Options{})
	rare := strings.Fields(os.Getenv("RARE"))
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		_, _ = db.Songs(context.Background(), song.Filter{Query: rare[i%len(rare)]})
		i++
	}
}
