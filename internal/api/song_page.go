package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
)

// SongPage is a song together with the chart of its default arrangement: what its page shows, in one answer.
type SongPage struct {
	Song  Song  `json:"song"`
	Chart Chart `json:"chart"`
}

func (s *songs) registerPage() {
	get(s.api, operation{path: "/api/songs/{id}/page", id: "get-song-page", summary: "One song and the chart of its default arrangement", tag: "Songs",
		need: account.ReadPublicSongs, keep: keep{store.Library | store.Accounts, byEditor}}, s.page)
}

func (s *songs) page(ctx context.Context, in *ByID) (Answer[SongPage], error) {
	of, err := s.library.Get(ctx, in.ID)
	if err != nil {
		return Answer[SongPage]{}, err
	}
	a := of.DefaultArrangement()
	if a == nil {
		return Answer[SongPage]{}, fault.New(fault.NotFound, "This song has no arrangement.")
	}
	church, err := s.settings(ctx)
	if err != nil {
		return Answer[SongPage]{}, err
	}
	whole, err := s.whole(ctx, &of)
	return Answer[SongPage]{Body: SongPage{whole, chartOf(&of, a, church.PreferFlatSix)}, Version: of.Version}, err
}
