package account_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

func firstAdmin(token string) account.FirstAdmin {
	return account.FirstAdmin{Token: token, ChurchName: "St. Mary", Name: "Anna", Username: "anna", Password: goodPassword}
}

func TestTheSetUpLinkWorksOnce(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		old := must[string](t)(h.SetupToken(t.Context()))
		token := must[string](t)(h.SetupToken(t.Context()))
		_, err := h.SetUp(t.Context(), firstAdmin(old), account.Visitor{})
		want(t, err, fault.NotFound)
		bad := firstAdmin(token)
		bad.ChurchName, bad.Password = "", "st mary 2026"
		_, err = h.SetUp(t.Context(), bad, account.Visitor{})
		if f := want(t, err, fault.Invalid); len(f.Fields) != 2 {
			t.Errorf("%+v", f.Fields)
		}
		s := must[account.Started](t)(h.SetUp(t.Context(), firstAdmin(token), account.Visitor{}))
		if h.who(s.Token) != account.Admin {
			t.Error("not signed in")
		}
		if got := must[account.Settings](t)(h.Settings(t.Context())); got.ChurchName != "St. Mary" {
			t.Errorf("%+v", got)
		}
		_, err = h.SetUp(t.Context(), firstAdmin(token), account.Visitor{})
		want(t, err, fault.NotFound)
		if again := must[string](t)(h.SetupToken(t.Context())); again != "" {
			t.Error("a second link was made")
		}
		if needed := must[bool](t)(h.SetupNeeded(t.Context())); needed {
			t.Error("still needed")
		}
	})
}

func TestASetUpLinkExpires(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		token := must[string](t)(h.SetupToken(t.Context()))
		h.now = h.now.Add(account.SetupFor + time.Second)
		_, err := h.SetUp(t.Context(), firstAdmin(token), account.Visitor{})
		want(t, err, fault.NotFound)
	})
}

func TestOneOfManyWinsTheSetUp(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		token := must[string](t)(h.SetupToken(t.Context()))
		var won atomic.Int64
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				f := firstAdmin(token)
				f.Username += string(rune('a' + i))
				if _, err := h.SetUp(context.Background(), f, account.Visitor{}); err == nil {
					won.Add(1)
				} else if !fault.Is(err, fault.NotFound) {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if users := must[[]account.User](t)(h.Users(t.Context(), account.System)); won.Load() != 1 || len(users) != 1 {
			t.Errorf("%d won, %d users", won.Load(), len(users))
		}
	})
}

func TestSettingsAreVersioned(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		s := must[account.Settings](t)(h.Settings(t.Context()))
		if s.ChurchName != "Our church" || s.PreferFlatSix {
			t.Fatalf("%+v", s)
		}
		next := must[account.Settings](t)(h.ChangeSettings(t.Context(), account.System, s.Version, account.SettingsPatch{PreferFlatSix: ptr(true)}))
		if got := must[account.Settings](t)(h.Settings(t.Context())); got != next || !got.PreferFlatSix || got.ChurchName != "Our church" {
			t.Errorf("%+v", got)
		}
		_, err := h.ChangeSettings(t.Context(), account.System, s.Version, account.SettingsPatch{ChurchName: ptr("x")})
		want(t, err, fault.Stale)
		_, err = h.ChangeSettings(t.Context(), account.System, next.Version, account.SettingsPatch{ChurchName: ptr("  ")})
		want(t, err, fault.Invalid)
	})
}

func TestCountsAskOnceAState(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		must[account.Counts](t)(h.Counts(t.Context(), account.Anonymous))
		must[account.Counts](t)(h.Counts(t.Context(), account.System))
		before := h.db.Statements()
		for range 10 {
			must[account.Counts](t)(h.Counts(t.Context(), account.System))
		}
		if n := h.db.Statements() - before; n > 10 { // PostgreSQL asks for its state
			t.Errorf("%d statements", n)
		}
	})
}
