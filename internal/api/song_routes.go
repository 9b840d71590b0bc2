package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/history"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

// RegisterSongs adds songs, their arrangements and charts. Settings tells how the church spells keys.
func (a *API) RegisterSongs(l *song.Library, h *history.History, settings func(context.Context) (account.Settings, error)) {
	s := &songs{a, l, settings}
	byList, bySong := keep{store.Library, byReader}, keep{store.Library, byEditor}
	get(a, operation{path: "/api/songs", id: "list-songs", summary: "Find and list songs", tag: "Songs", need: account.ReadPublicSongs, keep: byList}, s.list)
	get(a, operation{path: "/api/songs/facets", id: "list-song-facets", summary: "Which keys, tags, languages, meters and authors the songs have",
		tag: "Songs", need: account.ReadPublicSongs, keep: byList}, s.facets)
	get(a, operation{path: "/api/songs/{id}", id: "get-song", summary: "One song with its arrangements", tag: "Songs", need: account.ReadPublicSongs, keep: bySong}, s.get)
	change(a, operation{method: "POST", path: "/api/songs", id: "create-song", summary: "Add a song", tag: "Songs", need: account.EditSongs, status: 201}, s.create)
	change(a, operation{method: "PUT", path: "/api/songs/{id}", id: "replace-song", summary: "Change a song whole", tag: "Songs", need: account.EditSongs}, s.replace)
	change(a, operation{method: "PATCH", path: "/api/songs/{id}", id: "update-song", summary: "Change the given fields of a song", tag: "Songs", need: account.EditSongs}, s.update)
	change(a, operation{method: "DELETE", path: "/api/songs/{id}", id: "delete-song", summary: "Move a song to the trash", tag: "Songs", need: account.EditSongs, status: 204}, s.delete)
	change(a, operation{method: "POST", path: "/api/songs/{id}/restore", id: "restore-song", summary: "Take a song out of the trash", tag: "Songs", need: account.RestoreOwn}, s.restore)
	change(a, operation{method: "POST", path: "/api/songs/bulk", id: "change-songs", summary: "Change many songs at once, undone as one", tag: "Songs", need: account.EditSongs}, s.bulk)
	get(a, operation{path: "/api/songs/{id}/revisions", id: "list-song-revisions", summary: "What a song was before", tag: "Songs", need: account.ReadHistory, keep: bySong},
		func(ctx context.Context, in *ByID) (Answer[[]Revision], error) {
			if _, err := s.library.Get(ctx, in.ID); err != nil {
				return Answer[[]Revision]{}, err
			}
			return revisions(ctx, h, audit.Song, in.ID)
		})
	change(a, operation{method: "POST", path: "/api/songs/{id}/revisions/{version}/restore", id: "restore-song-revision", summary: "Make a song what it was",
		tag: "Songs", need: account.EditSongs}, s.restoreRevision(h))
	s.registerArrangements(bySong)
	s.registerCharts()
	s.registerPage()
}

// byEditor shares answers among those who may do the same with every song.
func byEditor(p account.Principal) string {
	if p.May(account.EditSongs) && p.May(account.RestoreAll) {
		return "e"
	}
	return byReader(p)
}

func (s *songs) create(ctx context.Context, in *struct{ Body SongInput }) (*songOutput, error) {
	made, _, err := s.library.Create(ctx, in.Body.song())
	if err != nil {
		return nil, err
	}
	nobodys := songOf(account.From(ctx), &made, nil) // a new song is in no list yet
	return &songOutput{ETag: etagOf(made.Version), Body: nobodys}, nil
}

func (s *songs) replace(ctx context.Context, in *struct {
	Based
	ByID
	Body SongInput
}) (*songOutput, error) {
	return s.change(ctx, in.ByID, in.Based, in.Body.replace)
}

func (s *songs) update(ctx context.Context, in *struct {
	Based
	ByID
	Body SongPatch
}) (*songOutput, error) {
	return s.change(ctx, in.ByID, in.Based, in.Body.apply)
}

func (s *songs) change(ctx context.Context, of ByID, based Based, fn func(*song.Song)) (*songOutput, error) {
	version, err := based.version()
	if err != nil {
		return nil, err
	}
	changed, _, err := s.library.Change(ctx, of.ID, version, func(x *song.Song) error {
		fn(x)
		return nil
	})
	return s.answer(ctx, changed, err)
}

func (s *songs) delete(ctx context.Context, in *struct {
	Based
	ByID
}) (*struct{}, error) {
	version, err := in.version()
	if err == nil {
		_, err = s.library.Delete(ctx, in.ID, version)
	}
	return nil, s.current(ctx, err)
}

func (s *songs) restore(ctx context.Context, in *ByID) (*songOutput, error) {
	restored, _, err := s.library.Restore(ctx, in.ID)
	return s.answer(ctx, restored, err)
}

func (s *songs) restoreRevision(h *history.History) func(context.Context, *struct {
	Based
	ByID
	Version int64 `path:"version"`
}) (*songOutput, error) {
	return func(ctx context.Context, in *struct {
		Based
		ByID
		Version int64 `path:"version"`
	}) (*songOutput, error) {
		version, err := in.ifGiven()
		if err != nil {
			return nil, err
		}
		if _, err := h.RestoreRevision(ctx, history.Thing{Entity: audit.Song, ID: in.ID}, in.Version, version); err != nil {
			return nil, s.current(ctx, withCurrent(ctx, err, in.ID, s.library.Get))
		}
		now, err := s.library.Get(ctx, in.ID)
		return s.answer(ctx, now, err)
	}
}

// SongsBulk is one change of many songs.
type SongsBulk struct {
	SongIDs
	Action     song.BulkAction `json:"action" enum:"delete,restore,add_tags,remove_tags,set_visibility"`
	Tags       []TagInput      `json:"tags,omitempty" nullable:"false"`
	Visibility song.Visibility `json:"visibility,omitempty"`
}

func (s *songs) bulk(ctx context.Context, in *struct{ Body SongsBulk }) (*bulkOutput, error) {
	return bulkAnswer(s.library.Bulk(ctx, song.BulkChange{IDs: in.Body.SongIDs.SongIDs, Action: in.Body.Action, Tags: tagsOf(in.Body.Tags),
		Visibility: in.Body.Visibility}))
}
