package store

import (
	"context"
	"database/sql"
	"strings"

	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// Song implements song.Reader.
func (db *DB) Song(ctx context.Context, id string) (song.Song, error) {
	s, err := readSong(ctx, db, id)
	return s.Song, db.engine.translate(err)
}

func noSong() error { return fault.New(fault.NotFound, "This song is not there.") }

func readSong(ctx context.Context, q querier, id string) (stored, error) {
	got, err := all(ctx, q, scanSong, selectSong+" WHERE s.id = $1 ORDER BY a.position", id)
	if err != nil {
		return stored{}, err
	}
	if len(got) == 0 {
		return stored{}, noSong()
	}
	return gathered(got)[0], nil
}

// songsAtOnce bounds the ids of one statement.
const songsAtOnce = 200

// readSongs gives songs by id in the order of their making; ids that are not there are left out.
func readSongs(ctx context.Context, q querier, ids []string) ([]stored, error) {
	var out []stored
	for len(ids) > 0 {
		n := min(len(ids), songsAtOnce)
		args := make([]any, n)
		for i, id := range ids[:n] {
			args[i] = id
		}
		got, err := all(ctx, q, scanSong, selectSong+" WHERE s.id IN ("+placeholders(1, n)+") ORDER BY s.seq, a.position", args...)
		if err != nil {
			return nil, err
		}
		out = append(out, gathered(got)...)
		ids = ids[n:]
	}
	return out, nil
}

// PlayedIn implements song.Reader.
func (db *DB) PlayedIn(ctx context.Context, songID string) ([]song.PlayedIn, error) {
	got, err := all(ctx, db, func(r *sql.Rows) (p song.PlayedIn, err error) {
		err = r.Scan(&p.ProfileID, &p.Name, &p.Kind, &p.Colour, &p.PreferredKey, &p.Capo)
		return p, err
	}, `SELECT p.id, p.name, p.kind, p.colour, x.preferred_key, x.capo FROM profile_songs x JOIN profiles p ON p.id = x.profile_id
WHERE x.song_id = $1 AND p.deleted_at IS NULL ORDER BY p.sort_name, p.id`, songID)
	return got, db.engine.translate(err)
}

// Duplicates implements song.Reader.
func (db *DB) Duplicates(ctx context.Context, songs []*song.Song) ([]song.Twin, error) {
	out := make([]song.Twin, len(songs))
	for i, s := range songs {
		twin, err := db.twin(ctx, s)
		if err != nil {
			return nil, db.engine.translate(err)
		}
		out[i] = twin
	}
	return out, nil
}

func (db *DB) twin(ctx context.Context, s *song.Song) (song.Twin, error) {
	if s.CCLISongNumber != "" {
		got, err := all(ctx, db, scanCandidate, "SELECT x.song_seq, x.texts FROM songs s JOIN song_texts x ON x.song_seq = s.seq WHERE s.ccli_song_number = $1 AND s.deleted_at IS NULL", s.CCLISongNumber)
		if err != nil || len(got) > 0 {
			return firstTwin(got, "ccli", func(*song.Candidate) bool { return true }), err
		}
	}
	first := ""
	if l := s.Lyrics(); len(l) > 0 {
		first = fold.Text(l[0])
	}
	got, err := all(ctx, db, scanCandidate, `SELECT x.song_seq, x.texts FROM song_titles t JOIN song_texts x ON x.song_seq = t.song_seq
WHERE t.folded = $1 ORDER BY x.song_seq`, fold.Text(s.Title))
	return firstTwin(got, "title and first line", func(c *song.Candidate) bool {
		return fold.Text(c.First) == first && song.SameTune(c.Tune, s.Tune)
	}), err
}

func firstTwin(found []*song.Candidate, by string, same func(*song.Candidate) bool) song.Twin {
	for _, c := range found {
		if same(c) {
			return song.Twin{ID: c.ID, Title: c.Title, Version: c.Version, By: by}
		}
	}
	return song.Twin{}
}

// placeholders gives "$from,$from+1,…", n of them.
func placeholders(from, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(itoa(from + i))
	}
	return b.String()
}
