package account_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

const goodPassword = "ladder sparrow vinegar"

// house is a church with its accounts on a clock that a test moves.
type house struct {
	*account.Accounts
	t   *testing.T
	db  *store.DB
	now time.Time

	postgres bool

	mu    sync.Mutex
	ended []string
}

func (h *house) EndSessions(ids ...string) { h.end("session", ids...) }

func (h *house) EndUser(userID, kept string) { h.end("user", userID+" but "+kept) }

func (h *house) end(what string, ids ...string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, id := range ids {
		h.ended = append(h.ended, what+" "+id)
	}
}

// open gives a house on one engine; the place is a file or a postgres:// address.
func open(t *testing.T, place string) *house {
	h := &house{t: t, postgres: store.IsPostgres(place), now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return h.now }
	db, err := store.Open(t.Context(), place, store.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	h.db = db
	h.Accounts = account.New(account.Options{Store: db, Now: clock, Live: h, ChurchName: "Our church"})
	return h
}

// on runs a test on every engine.
func on(t *testing.T, test func(*testing.T, *house)) {
	testkit.Engines(t, func(t *testing.T, place string) { test(t, open(t, place)) })
}

func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func want(t *testing.T, err error, kind fault.Kind) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Kind != kind {
		t.Fatalf("%v, want %s", err, kind)
	}
	return f
}

func (h *house) user(username string, role account.Role) account.User {
	h.t.Helper()
	u, err := h.AddUser(context.Background(), account.System, account.NewUser{Username: username, Name: "Name of " + username, Role: role, Password: goodPassword})
	if err != nil {
		h.t.Fatal(err)
	}
	return u
}

func (h *house) signIn(username string) account.Started {
	h.t.Helper()
	s, err := h.SignIn(context.Background(), username, goodPassword, account.Visitor{Address: "192.0.2.7", UserAgent: "Firefox/143.0 (Linux)"})
	if err != nil {
		h.t.Fatal(err)
	}
	return s
}

// who tells the role behind a token.
func (h *house) who(token string) account.Role {
	h.t.Helper()
	p, err := h.Authenticate(context.Background(), token)
	if err != nil {
		h.t.Fatal(err)
	}
	return p.Role
}

func ptr[T any](v T) *T { return &v }
