package app

import (
	"context"
	"net/http"
	"os"
	"path/filepath"

	"churchmusic/internal/account"
	"churchmusic/internal/api"
	"churchmusic/internal/config"
	"churchmusic/internal/httpd"
	"churchmusic/internal/ident"
	"churchmusic/internal/live"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

// library is the open database with the use cases over it. Every command that touches data opens one.
type library struct {
	options Options
	db      *store.DB
	release func() // frees the data folder
	ids     *ident.Generator
	door    *api.Door
	hashes  *hashHelper
	useCases
}

// openLibrary locks the data folder when the database is in it, opens the database and brings its schema up to date.
func openLibrary(ctx context.Context, o Options, bus live.Bus) (_ *library, err error) {
	l := &library{options: o, ids: ident.New(), release: func() {}, hashes: &hashHelper{log: o.Log, program: o.Program}}
	place := o.Config.DatabaseURL
	if place == "" {
		if place, err = l.takeFolder(); err != nil {
			return nil, err
		}
	}
	l.db, err = store.Open(ctx, place, store.Options{IDs: l.ids, Publish: func(events []live.Event) { bus.Publish(events...) }})
	if err != nil {
		l.release()
		return nil, err
	}
	l.useCases = newUseCases(l.db, l.ids, bus, o.Config.ChurchName, l.hashes.derive)
	l.door = api.NewDoor(l.accounts, o.Config.Secure())
	return l, nil
}

func (l *library) takeFolder() (database string, err error) {
	folder := l.options.Config.Data
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if l.release, err = lock(folder); err != nil {
		return "", err
	}
	return filepath.Join(folder, "churchmusic.db"), nil
}

func (l *library) close() error {
	err := l.db.Close()
	l.hashes.close()
	l.release()
	return err
}

// handler gives everything under /api.
func (l *library) handler() (http.Handler, error) {
	return newAPI(l.useCases, l.door, api.Core{
		States: l.db, Repeats: l.db, NewID: l.ids.Next, Log: l.options.Log, Version: l.options.Version,
	})
}

func (l *library) authenticate(ctx context.Context, r *http.Request) (context.Context, httpd.Identity, error) {
	ctx, p, err := l.door.Authenticate(ctx, r)
	if err != nil {
		return ctx, httpd.Identity{}, err
	}
	return ctx, httpd.Identity{UserID: p.UserID, SessionID: p.SessionID}, nil
}

// describe adds what only the database knows to the welcome.
func (l *library) describe(ctx context.Context, m *welcome) error {
	m.data = place(l.options.Config)
	page, err := l.songs.List(account.With(ctx, &account.System), song.Filter{Limit: 1})
	if err != nil {
		return err
	}
	m.songs = page.Total
	token, err := l.accounts.SetupToken(ctx)
	if token != "" {
		m.setupLink = m.public.JoinPath("setup").String() + "#" + token
	}
	return err
}

func place(c *config.Config) string {
	if c.DatabaseURL != "" {
		return "PostgreSQL"
	}
	if full, err := filepath.Abs(c.Data); err == nil {
		return full + " (SQLite)"
	}
	return c.Data + " (SQLite)"
}
