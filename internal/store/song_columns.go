package store

import (
	"database/sql"
	"strings"
	"time"

	"churchmusic/internal/fold"
	"churchmusic/internal/music"
	"churchmusic/internal/song"
)

// summaryColumns are what lists show of songs s.
const summaryColumns = "s.seq, s.card"

func scanSummary(r *sql.Rows, more ...any) (s song.Summary, err error) {
	var card string
	targets := [12]any{&s.Seq, &card}
	n := 2 + copy(targets[2:], more)
	if err = r.Scan(targets[:n]...); err == nil {
		err = unpackCard(&s, card)
	}
	return s, err
}

// songColumns are the columns of songs that a whole song has, songValues their values in the same order.
const songColumns = `id, version, title, sort_title, aliases, tune, year, authors, byline, copyright, public_domain, ccli_song_number, language,
tags, songbooks, scripture, notes, links, visibility, song_key, key_order, bpm, meter, created_at, updated_at, deleted_at, deleted_by, card`

const songColumnCount = 28

func songValues(s *song.Song) []any {
	sum := s.Summary()
	var deletedAt any
	if !s.DeletedAt.IsZero() {
		deletedAt = s.DeletedAt.UnixMilli()
	}
	return []any{s.ID, s.Version, s.Title, fold.SortTitle(s.Title, s.Language), asJSON[[]string]{&s.Aliases}, s.Tune, s.Year,
		asJSON[[]song.Author]{&s.Authors}, sum.Byline, s.Copyright, s.PublicDomain, s.CCLISongNumber, s.Language,
		asJSON[[]song.Tag]{&s.Tags}, asJSON[[]song.Songbook]{&s.Songbooks}, asJSON[[]string]{&s.Scripture}, s.Notes,
		asJSON[[]song.Link]{&s.Links}, string(s.Visibility), sum.Key, keyOrder(sum.Key), sum.BPM, sum.Meter,
		s.CreatedAt.UnixMilli(), s.UpdatedAt.UnixMilli(), deletedAt, s.DeletedBy, packCard(&sum)}
}

// noKey sorts after all keys.
const noKey = 99

// keyOrder numbers keys from C, Cm to B, Bm; keys that sound the same have the same number.
func keyOrder(text string) int {
	key, ok := music.ParseKey(text)
	if !ok {
		return noKey
	}
	order := key.Pitch() * 2
	if key.Minor {
		order++
	}
	return order
}

// selectSong gives a song with its arrangements, one row for each.
var selectSong = "SELECT s.seq, " + prefixed("s.", `id, version, title, aliases, tune, year, authors, copyright, public_domain, ccli_song_number, language,
tags, songbooks, scripture, notes, links, visibility, created_at, updated_at, deleted_at, deleted_by`) + ", " +
	prefixed("a.", "id, name, is_default, chart_text, key_written, default_key, sounding_key, bpm, meter, duration_seconds, sequence") + `
FROM songs s JOIN arrangements a ON a.song_id = s.id`

func prefixed(prefix, columns string) string {
	return prefix + strings.Join(strings.Fields(columns), " "+prefix)
}

// stored is a song with its number.
type stored struct {
	song.Song
	seq int64
}

func scanSong(r *sql.Rows) (s stored, err error) {
	var created, updated int64
	var deleted sql.NullInt64
	var a song.Arrangement
	err = r.Scan(&s.seq, &s.ID, &s.Version, &s.Title, asJSON[[]string]{&s.Aliases}, &s.Tune, &s.Year, asJSON[[]song.Author]{&s.Authors}, &s.Copyright,
		&s.PublicDomain, &s.CCLISongNumber, &s.Language, asJSON[[]song.Tag]{&s.Tags}, asJSON[[]song.Songbook]{&s.Songbooks},
		asJSON[[]string]{&s.Scripture}, &s.Notes, asJSON[[]song.Link]{&s.Links}, (*string)(&s.Visibility), &created, &updated, &deleted, &s.DeletedBy,
		&a.ID, &a.Name, &a.Default, &a.ChartText, &a.KeyWritten, &a.DefaultKey, &a.Key, &a.BPM, &a.Meter, &a.DurationSeconds, asJSON[[]string]{&a.Sequence})
	s.CreatedAt, s.UpdatedAt = time.UnixMilli(created).UTC(), time.UnixMilli(updated).UTC()
	if deleted.Valid {
		s.DeletedAt = time.UnixMilli(deleted.Int64).UTC()
	}
	s.Arrangements = []song.Arrangement{a}
	return s, err
}

// gathered joins the rows of selectSong, which stand in the order of songs and arrangements.
func gathered(rows []stored) []stored {
	out := rows[:0]
	for _, r := range rows {
		if n := len(out); n > 0 && out[n-1].seq == r.seq {
			out[n-1].Arrangements = append(out[n-1].Arrangements, r.Arrangements...)
			continue
		}
		out = append(out, r)
	}
	return out
}
