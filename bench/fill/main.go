// bench-fill loads the songs, people and lists that the harness generated, the way an import would: through the rules of
// the domain and the store, so that what is measured is what a church would have.
//
//	bench-fill FOLDER      (the database by CHURCHMUSIC_DATA or CHURCHMUSIC_DATABASE_URL)
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "bench-fill:", err)
		os.Exit(1)
	}
}

func run(folder string) (err error) {
	ctx, start := context.Background(), time.Now()
	place := os.Getenv("CHURCHMUSIC_DATABASE_URL")
	if place == "" {
		place = filepath.Join(os.Getenv("CHURCHMUSIC_DATA"), "churchmusic.db")
	}
	db, err := store.Open(ctx, place, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = firstOf(err, db.Close()) }()
	n, err := fillSongs(ctx, db, filepath.Join(folder, "songs.jsonl"))
	if err != nil {
		return err
	}
	if err := fillProfiles(ctx, db, place, folder); err != nil {
		return err
	}
	fmt.Printf("%d songs in %.1f s\n", n, time.Since(start).Seconds())
	return nil
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// generated is a song as the harness writes it.
type generated struct {
	ID     int      `json:"id"`
	Title  string   `json:"title"`
	Artist string   `json:"artist"`
	Key    string   `json:"key"`
	BPM    int      `json:"bpm"`
	Tags   []string `json:"tags"`
	Lyrics string   `json:"lyrics"`
}

const batch = 500

func fillSongs(ctx context.Context, db *store.DB, file string) (n int, err error) {
	var songs []*song.Song
	flush := func() error {
		_, err := db.CreateSongs(ctx, audit.Imported, songs)
		n, songs = n+len(songs), songs[:0]
		return err
	}
	err = lines(file, func(line []byte) error {
		var g generated
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		s, err := g.song()
		if err != nil {
			return err
		}
		if songs = append(songs, s); len(songs) == batch {
			return flush()
		}
		return nil
	})
	if err == nil && len(songs) > 0 {
		err = flush()
	}
	return n, err
}

func (g generated) song() (*song.Song, error) {
	id := fmt.Sprintf("song%011d", g.ID)
	s := &song.Song{ID: id, Details: song.Details{Title: g.Title, Authors: []song.Author{{Name: g.Artist, Role: song.Both}}, Visibility: song.Members}}
	for _, t := range g.Tags {
		s.Tags = append(s.Tags, song.Tag{Name: t})
	}
	s.Arrangements = []song.Arrangement{{ID: "arr" + id, Default: true, ChartText: chordPro(g.Lyrics), DefaultKey: g.Key, BPM: g.BPM}}
	if err := s.Normalise(); err != nil {
		return nil, fmt.Errorf("song %d: %w", g.ID, err)
	}
	s.Derive(nil)
	return s, nil
}

// chordPro turns "[Verse 1]" heads into sections.
func chordPro(lyrics string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(lyrics, "\n\n") {
		head, words, _ := strings.Cut(part, "\n")
		label := strings.Trim(head, "[]")
		kind, _, _ := strings.Cut(strings.ToLower(label), " ")
		fmt.Fprintf(&b, "{start_of_%s: %s}\n%s\n{end_of_%s}\n\n", kind, label, words, kind)
	}
	return b.String()
}

func lines(file string, each func([]byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if err := each(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}
