package app

import (
	"strconv"
	"strings"

	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// longestFileName bounds a file's name without its ending, in bytes.
const longestFileName = 120

// fileName gives an arrangement a name that no other file of the folder has and that every system can store.
func fileName(s *song.Song, a *song.Arrangement, taken map[string]bool) string {
	words := fold.Text(s.Title)
	if !a.Default {
		words += " " + fold.Text(a.Name)
	}
	base := strings.ToValidUTF8(strings.ReplaceAll(words[:min(len(words), longestFileName)], " ", "-"), "")
	if base == "" {
		base = "song"
	}
	name := base
	for i := 2; taken[name]; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	taken[name] = true
	return name + ".cho"
}
