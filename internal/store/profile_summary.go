package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"churchmusic/internal/audit"
	"churchmusic/internal/song"
)

const summaryColumnsP = "s.id, s.version, s.title, s.byline, s.tune, s.song_key, s.bpm, s.meter, s.tags, s.language, s.visibility = 'public', s.updated_at"

func scanSummaryP(r *sql.Rows, more ...any) (s song.Summary, err error) {
	err = r.Scan(append([]any{&s.ID, &s.Version, &s.Title, &s.Byline, &s.Tune, &s.Key, &s.BPM, &s.Meter, &s.Tags, &s.Language, &s.Public, &s.UpdatedAt}, more...)...)
	return s, err
}

func (t *Tx) putBackSong(context.Context, audit.Change, string, json.RawMessage) error {
	return errors.New("songs")
}
func (t *Tx) purgeSong(context.Context, string) error { return errors.New("songs") }
