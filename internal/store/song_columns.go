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
const summaryColumns = "s.seq, s.id, s.version, s.title, s.byline, s.tune, s.song_key, s.bpm, s.meter, s.tag_names, s.language, s.visibility, s.updated_at"

func scanSummary(r *sql.Rows, more ...any) (s song.Summary, err error) {
	var visibility string
	targets := [24]any{&s.Seq, &s.ID, &s.Version, &s.Title, &s.Byline, &s.Tune, &s.Key, &s.BPM, &s.Meter, (*string)(&s.Tags), &s.Language, &visibility, &s.UpdatedAt}
	n := 13 + copy(targets[13:], more)
	err = r.Scan(targets[:n]...)
	s.Public = visibility == string(song.Public)
	return s, err
}

// songColumns are the columns of songs that a whole song has, songValues their values in the same order.
const songColumns = `id, version, title, sort_title, aliases, tune, year, authors, byline, copyright, public_domain, ccli_song_number, language,
tags, tag_names, songbooks, scripture, notes, links, visibility, song_key, key_order, bpm, meter, first_line, created_at, updated_at, deleted_at, deleted_by`

const songColumnCount = 29

func songValues(s *song.Song) []any {
	sum := s.Summary()
	var deletedAt any
	if !s.DeletedAt.IsZero() {
		deletedAt = s.DeletedAt.UnixMilli()
	}
	first := ""
	if l := s.Lyrics(); len(l) > 0 {
		first = l[0]
	}
	return []any{s.ID, s.Version, s.Title, fold.SortTitle(s.Title, s.Language), asJSON[[]string]{&s.Aliases}, s.Tune, s.Year,
		asJSON[[]song.Author]{&s.Authors}, sum.Byline, s.Copyright, s.PublicDomain, s.CCLISongNumber, s.Language,
		asJSON[[]song.Tag]{&s.Tags}, string(sum.Tags), asJSON[[]song.Songbook]{&s.Songbooks}, asJSON[[]string]{&s.Scripture}, s.Notes,
		asJSON[[]song.Link]{&s.Links}, string(s.Visibility), sum.Key, keyOrder(sum.Key), sum.BPM, sum.Meter, first,
		s.CreatedAt.UnixMilli(), s.UpdatedAt.UnixMilli(), deletedAt, s.DeletedBy}
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
