package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/profile"
	"churchmusic/internal/store"
)

// ProfilePage is a person together with their whole list: what their page shows, in one answer.
type ProfilePage struct {
	Profile Profile       `json:"profile"`
	Songs   []ProfileSong `json:"songs"`
}

func (a *API) registerProfilePage(u *profile.Profiles) {
	get(a, operation{path: "/api/profiles/{id}/page", id: "get-profile-page", summary: "One person and their whole list", tag: "People",
		need: account.ReadProfiles, keep: keep{store.Library | store.Accounts, byProfile}},
		func(ctx context.Context, in *ByID) (Answer[ProfilePage], error) {
			p, err := u.Get(ctx, in.ID)
			if err != nil {
				return Answer[ProfilePage]{}, err
			}
			rows, _, err := u.Songs(ctx, in.ID, "", false, 0)
			return Answer[ProfilePage]{Body: ProfilePage{profileOf(ctx, p), profileSongsOf(rows)}, Version: p.Version}, err
		})
}

func profileSongsOf(rows []profile.Row) []ProfileSong {
	out := make([]ProfileSong, len(rows))
	for i, r := range rows {
		out[i] = profileSongOf(r)
	}
	return out
}
