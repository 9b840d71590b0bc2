package account_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/store"
)

func TestAuthenticatingAsksTheDatabaseOncePerState(t *testing.T) {
	h := open(t, filepath.Join(t.TempDir(), "x.db"))
	h.user("anna", account.Member)
	s := h.signIn("anna")
	h.who(s.Token)
	before := h.db.Statements()
	for range 100 {
		h.who(s.Token)
	}
	if n := h.db.Statements() - before; n != 0 {
		t.Errorf("%d statements for 100 requests", n)
	}
	h.user("ben", account.Member)
	h.who(s.Token)
	h.who(s.Token)
}

func TestTheMemoryOfSessionsIsBounded(t *testing.T) {
	h := open(t, filepath.Join(t.TempDir(), "x.db"))
	for i := range 100 {
		h.who(fmt.Sprintf("%043d", i))
	}
	before := h.db.Statements()
	h.who(fmt.Sprintf("%043d", 1))
	if h.db.Statements() == before {
		t.Error("an unknown token takes memory")
	}
}

func BenchmarkAuthenticate(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "x.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	a := account.New(account.Options{Store: db})
	if _, err := a.AddUser(b.Context(), account.System, account.NewUser{Username: "anna", Role: account.Member, Password: goodPassword}); err != nil {
		b.Fatal(err)
	}
	s, err := a.SignIn(b.Context(), "anna", goodPassword, account.Visitor{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			if who, err := a.Authenticate(b.Context(), s.Token); err != nil || who.Role != account.Member {
				b.Fatal(who, err)
			}
		}
	})
}
