package store

import (
	"context"

	"churchmusic/internal/song"
)

func (db *DB) search(ctx context.Context, f song.Filter) (song.Page, error) {
	return song.Page{}, nil
}
