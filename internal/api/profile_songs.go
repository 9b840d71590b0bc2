package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
	"churchmusic/internal/store"
)

// ProfileSong is a song as a person's list shows it.
type ProfileSong struct {
	Song         SongSummary    `json:"song"`
	InList       bool           `json:"in_list" doc:"False only where a search looks at all songs"`
	Version      int64          `json:"version" doc:"0 when not in the list"`
	PreferredKey string         `json:"preferred_key" doc:"The sounding key, or empty"`
	Capo         int            `json:"capo"`
	Notes        string         `json:"notes"`
	Favourite    bool           `json:"favourite"`
	Status       profile.Status `json:"status" doc:"learning or ready"`
	LastLed      string         `json:"last_led" doc:"A date such as 2026-02-01, or empty"`
	Position     int            `json:"position"`
}

// ProfileSongInput is what a person notes about a song: all fields, or those that differ from nothing.
type ProfileSongInput struct {
	_            struct{}       `additionalProperties:"true"`
	PreferredKey string         `json:"preferred_key,omitempty"`
	Capo         int            `json:"capo,omitempty"`
	Notes        string         `json:"notes,omitempty"`
	Favourite    bool           `json:"favourite,omitempty"`
	Status       profile.Status `json:"status,omitempty"`
	LastLed      string         `json:"last_led,omitempty"`
}

// BulkResult says what a change of several things did.
type BulkResult struct {
	ChangeID string `json:"change_id" doc:"Undo it by POST /api/changes/{id}/undo; empty when nothing changed"`
	Count    int    `json:"count" doc:"How many things changed"`

	Versions map[string]int64 `json:"versions,omitempty" doc:"Of a person's list: the new version of each row that changed, by song"`
}

type bulkOutput struct{ Body BulkResult }

// OfSong is a part of every input whose path names a song of a list.
type OfSong struct {
	ID     string `path:"id" maxLength:"40"`
	SongID string `path:"song_id" maxLength:"40"`
}

type profileSongOutput struct{ Body ProfileSong }

type profileSongsInput struct {
	ID    string `path:"id" maxLength:"40"`
	Q     string `query:"q" maxLength:"200" doc:"As the search of songs"`
	Scope string `query:"scope" enum:"list,all" default:"list" doc:"all searches every song and marks those in the list"`
	Limit int    `query:"limit" minimum:"0" maximum:"10000" doc:"0 gives all"`
}

func (a *API) registerProfileSongs(u *profile.Profiles) {
	kept := keep{store.Library, byReader}
	get(a, operation{path: "/api/profiles/{id}/songs", id: "list-profile-songs", summary: "A person's songs, each with their key", tag: "People",
		need: account.ReadProfiles, keep: kept},
		func(ctx context.Context, in *profileSongsInput) (Answer[[]ProfileSong], error) {
			rows, total, err := u.Songs(ctx, in.ID, in.Q, in.Scope == "all", in.Limit)
			return Answer[[]ProfileSong]{Body: profileSongsOf(rows), Total: total, Counted: true}, err
		})
	get(a, operation{path: "/api/profiles/{id}/songs/{song_id}", id: "get-profile-song", summary: "One song of a person's list", tag: "People",
		need: account.ReadProfiles, keep: kept},
		func(ctx context.Context, in *OfSong) (Answer[ProfileSong], error) {
			r, err := u.Song(ctx, in.ID, in.SongID)
			return Answer[ProfileSong]{Body: profileSongOf(r), Version: r.Version}, err
		})
	change(a, operation{method: "PUT", path: "/api/profiles/{id}/songs/{song_id}", id: "put-profile-song", tag: "People",
		summary: "Put a song in a person's list, or change what they note about it", need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			Based
			OfSong
			Body ProfileSongInput
		}) (*profileSongOutput, error) {
			return putProfileSong(ctx, u, in.OfSong, in.Based, in.Body)
		})
	change(a, operation{method: "DELETE", path: "/api/profiles/{id}/songs/{song_id}", id: "remove-profile-song", summary: "Take a song out of a person's list",
		tag: "People", need: account.EditOwnProfile, status: 204},
		func(ctx context.Context, in *struct {
			Based
			OfSong
		}) (*struct{}, error) {
			version, err := in.version()
			if err == nil {
				_, err = u.RemoveSong(ctx, in.ID, in.SongID, version)
			}
			return nil, currentRow(err)
		})
}

// putProfileSong needs If-Match only when the song is in the list already: the store tells.
func putProfileSong(ctx context.Context, u *profile.Profiles, of OfSong, based Based, body ProfileSongInput) (*profileSongOutput, error) {
	version, err := based.ifGiven()
	if err != nil {
		return nil, err
	}
	row, _, err := u.PutSong(ctx, of.ID, of.SongID, version, body.apply)
	if err != nil {
		return nil, currentRow(err)
	}
	return &profileSongOutput{profileSongOf(row)}, nil
}

func (in ProfileSongInput) apply(e *profile.Entry) error {
	e.PreferredKey, e.Capo, e.Notes, e.Favourite, e.Status, e.LastLed = in.PreferredKey, in.Capo, in.Notes, in.Favourite, in.Status, in.LastLed
	return nil
}

// currentRow turns the newer value that a stale change carries into what is sent.
func currentRow(err error) error {
	if f, ok := fault.As(err); ok && f.Kind == fault.Stale {
		if r, ok := f.Current.(profile.Row); ok {
			f.Current = profileSongOf(r)
		}
	}
	return err
}

func profileSongOf(r profile.Row) ProfileSong {
	out := ProfileSong{Song: summaryOf(&r.Song), InList: r.InList, Version: r.Version, PreferredKey: r.PreferredKey, Capo: r.Capo, Notes: r.Notes,
		Favourite: r.Favourite, Status: r.Status, LastLed: r.LastLed, Position: r.Position}
	if out.Status == "" {
		out.Status = profile.Ready
	}
	return out
}

// SongIDs names the songs of a bulk change.
type SongIDs struct {
	SongIDs []string `json:"song_ids" nullable:"false"`
}

// SongsToAdd names songs for the end of a list.
type SongsToAdd struct {
	SongIDs
	PreferredKey string `json:"preferred_key,omitempty" doc:"The key for all of them"`
}

// SongsToCopy names songs for another person's list.
type SongsToCopy struct {
	ToProfileID string   `json:"to_profile_id"`
	SongIDs     []string `json:"song_ids,omitempty" nullable:"false" doc:"All songs of the list when left out"`
}

type songIDsInput struct {
	ID   string `path:"id" maxLength:"40"`
	Body SongIDs
}

func (a *API) registerProfileLists(u *profile.Profiles) {
	change(a, operation{method: "POST", path: "/api/profiles/{id}/songs", id: "add-profile-songs", summary: "Put songs at the end of a person's list",
		tag: "People", need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			ByID
			Body SongsToAdd
		}) (*bulkOutput, error) {
			return bulkAnswer(u.AddSongs(ctx, in.ID, in.Body.SongIDs.SongIDs, in.Body.PreferredKey))
		})
	change(a, operation{method: "POST", path: "/api/profiles/{id}/songs/remove", id: "remove-profile-songs", summary: "Take songs out of a person's list",
		tag: "People", need: account.EditOwnProfile},
		func(ctx context.Context, in *songIDsInput) (*bulkOutput, error) {
			return bulkAnswer(u.RemoveSongs(ctx, in.ID, in.Body.SongIDs))
		})
	change(a, operation{method: "PUT", path: "/api/profiles/{id}/songs/order", id: "order-profile-songs", summary: "Put a person's list in this order",
		tag: "People", need: account.EditOwnProfile},
		func(ctx context.Context, in *songIDsInput) (*bulkOutput, error) {
			return bulkAnswer(u.OrderSongs(ctx, in.ID, in.Body.SongIDs))
		})
	change(a, operation{method: "POST", path: "/api/profiles/{id}/songs/copy", id: "copy-profile-songs", summary: "Copy songs to another person's list",
		tag: "People", need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			ByID
			Body SongsToCopy
		}) (*bulkOutput, error) {
			return bulkAnswer(u.CopySongs(ctx, in.ID, in.Body.ToProfileID, in.Body.SongIDs))
		})
}

func bulkAnswer(c audit.Change, err error) (*bulkOutput, error) {
	if err != nil {
		return nil, err
	}
	return &bulkOutput{BulkResult{c.ID, c.Count, c.Versions}}, nil
}
