//go:build songproto

package store_test

import (
	"os"
	"strings"
	"testing"

	"churchmusic/internal/testkit"
)

func TestTmpPhrases(t *testing.T) {
	g := testkit.NewGenerator(1)
	var p []string
	for i := range 50 {
		p = append(p, g.Words(2+i%5))
	}
	os.WriteFile("/tmp/song-proto/phrases.txt", []byte(strings.Join(p, "|")), 0o644)
}
