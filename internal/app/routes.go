package app

import (
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/api"
	"churchmusic/internal/history"
	"churchmusic/internal/ident"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

// useCases is everything that the program can do, over one database.
type useCases struct {
	accounts *account.Accounts
	songs    *song.Library
	profiles *profile.Profiles
	history  *history.History
}

func newUseCases(db *store.DB, ids *ident.Generator, bus live.Bus, churchName string, derive account.Deriver) useCases {
	return useCases{
		accounts: account.New(account.Options{Store: db, IDs: ids, Live: bus, ChurchName: churchName, Derive: derive}),
		songs:    song.New(db, db, time.Now, ids.Next),
		profiles: profile.New(db, db, db),
		history:  history.New(db, time.Now),
	}
}

// newAPI registers every operation; the server, the openapi command and the test of all routes use it.
func newAPI(u useCases, door *api.Door, core api.Core) (*api.API, error) {
	a := api.New(core)
	a.RegisterSetup(door)
	a.RegisterSessions(door)
	a.RegisterAccount(u.accounts)
	a.RegisterUsers(door)
	a.RegisterSettings(u.accounts)
	a.RegisterSongs(u.songs, u.history, u.accounts.Settings)
	a.RegisterProfiles(u.profiles, u.history)
	a.RegisterHistory(u.history)
	return a, a.RegisterDocument()
}
