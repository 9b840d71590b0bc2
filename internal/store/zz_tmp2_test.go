//go:build songproto

package store_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

func TestTmpRare(t *testing.T) {
	db, _ := store.Open(t.Context(), os.Getenv("TMPDB"), store.Options{})
	g := testkit.NewGenerator(1)
	var rare []string
	for w := range strings.FieldsSeq(g.Words(100000)) {
		if len(w) < 5 { continue }
		if n := len(search(t, db, w).Songs); n >= 10 && n <= 30 {
			rare = append(rare, w)
		}
		if len(rare) == 60 { break }
	}
	os.WriteFile("/tmp/song-proto/rare.txt", []byte(strings.Join(rare, " ")), 0o644)
	fmt.Println(len(rare))
}
