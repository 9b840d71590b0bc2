package account_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/testkit"
)

func TestASessionIsWhoSignedIn(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		u := h.user("Anna", account.Editor)
		s := h.signIn(" aNNa ")
		p := must[*account.Principal](t)(h.Authenticate(t.Context(), s.Token))
		if *p != s.Principal || p.UserID != u.ID || p.Role != account.Editor || p.CSRFToken == "" || p.Name != "Name of Anna" {
			t.Fatalf("%+v", p)
		}
		for _, wrong := range []string{"", "x", strings.Repeat("A", 43), s.Token + "A", s.Principal.SessionID, s.Principal.CSRFToken} {
			if got := h.who(wrong); got != account.Guest {
				t.Errorf("%q is %s", wrong, got)
			}
		}
	})
}

func TestASessionEndsWhenUnusedAndAfterAYear(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		idle, used := h.signIn("anna"), h.signIn("anna")
		for range 13 {
			h.now = h.now.Add(account.IdleFor - time.Hour)
			if got := h.who(used.Token); h.now.Before(used.ExpiresAt) != (got == account.Member) {
				t.Fatalf("%s: %s", h.now, got)
			}
		}
		h.now = idle.ExpiresAt.Add(account.IdleFor - account.KeptFor - time.Millisecond)
		if got := h.who(h.signIn("anna").Token); got != account.Member {
			t.Fatal(got)
		}
		h.now = h.now.Add(time.Millisecond)
		if got := h.who(idle.Token); got != account.Guest {
			t.Fatalf("unused for %s and still %s", account.IdleFor, got)
		}
	})
}

func TestUseIsNotedEveryTenMinutesAndMakesNothingOld(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		s := h.signIn("anna")
		h.who(s.Token)
		before := h.db.Statements()
		for range 50 {
			h.now = h.now.Add(time.Minute)
			h.who(s.Token)
		}
		most := int64(2 * 5)
		if h.postgres { // asks for its state every time, and reads a session again when anything was written
			most += 50 + 5
		}
		if n := h.db.Statements() - before; n > most {
			t.Errorf("%d statements for 5 notes of 2", n)
		}
		d := must[[]account.Device](t)(h.Devices(t.Context(), s.Principal))
		if len(d) != 1 || !d[0].Current || !d[0].LastSeenAt.Equal(h.now) || d[0].Label != "Firefox on Linux" || d[0].Address != "192.0.2.7" {
			t.Errorf("%+v", d)
		}
	})
}

func TestSigningOutActsAtTheNextRequest(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		one, two, three := h.signIn("anna"), h.signIn("anna"), h.signIn("anna")
		for _, s := range []account.Started{one, two, three} {
			h.who(s.Token)
		}
		if err := h.SignOut(t.Context(), one.Principal); err != nil {
			t.Fatal(err)
		}
		if h.who(one.Token) != account.Guest || h.who(two.Token) != account.Member {
			t.Fatal("the wrong session ended")
		}
		if err := h.EndDevice(t.Context(), two.Principal, three.Principal.SessionID); err != nil {
			t.Fatal(err)
		}
		want(t, h.EndDevice(t.Context(), two.Principal, three.Principal.SessionID), fault.NotFound)
		if h.who(three.Token) != account.Guest {
			t.Fatal("an ended device is still signed in")
		}
		if !slices.Contains(h.ended, "session "+one.Principal.SessionID) || !slices.Contains(h.ended, "session "+three.Principal.SessionID) {
			t.Errorf("sockets: %v", h.ended)
		}
	})
}

func TestSigningOutActsOnEveryReplica(t *testing.T) {
	place := testkit.Postgres(t)
	here, there := open(t, place), open(t, place)
	u := here.user("anna", account.Member)
	here.user("root", account.Admin)
	one, two := here.signIn("anna"), here.signIn("anna")
	if there.who(one.Token) != account.Member || there.who(two.Token) != account.Member {
		t.Fatal("a session holds on one replica only")
	}
	if err := here.SignOut(t.Context(), one.Principal); err != nil || there.who(one.Token) != account.Guest {
		t.Fatal("signed in elsewhere after signing out", err)
	}
	must[account.User](t)(here.ChangeUser(t.Context(), account.System, u.ID, 1, account.UserPatch{Disabled: ptr(true)}))
	if there.who(two.Token) != account.Guest {
		t.Fatal("a disabled user is signed in elsewhere")
	}
}

func TestNobodyEndsTheDeviceOfAnother(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Admin)
		h.user("ben", account.Member)
		a, b := h.signIn("anna"), h.signIn("ben")
		want(t, h.EndDevice(t.Context(), a.Principal, b.Principal.SessionID), fault.NotFound)
		want(t, h.EndDevice(t.Context(), account.Anonymous, b.Principal.SessionID), fault.Unauthenticated)
		if err := h.EndOtherDevices(t.Context(), a.Principal); err != nil || h.who(b.Token) != account.Member {
			t.Fatal("ben was signed out by anna", err)
		}
	})
}

func TestEndingOtherDevicesKeepsThisOne(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		u := h.user("anna", account.Member)
		one, two := h.signIn("anna"), h.signIn("anna")
		if err := h.EndOtherDevices(t.Context(), two.Principal); err != nil {
			t.Fatal(err)
		}
		if h.who(one.Token) != account.Guest || h.who(two.Token) != account.Member {
			t.Fatal("the wrong sessions ended")
		}
		if !slices.Contains(h.ended, "user "+u.ID+" but "+two.Principal.SessionID) {
			t.Errorf("sockets: %v", h.ended)
		}
	})
}

func TestSigningInAgainGivesANewSessionInPlaceOfTheOld(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		old := h.signIn("anna")
		s := must[account.Started](t)(h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{SessionID: old.Principal.SessionID}))
		if s.Token == old.Token || s.Principal.SessionID == old.Principal.SessionID || s.Principal.CSRFToken == old.Principal.CSRFToken {
			t.Fatal("something of the old session lives on")
		}
		if h.who(old.Token) != account.Guest || h.who(s.Token) != account.Member {
			t.Fatal("the old session goes on")
		}
	})
}

func TestNoSecretIsStoredAsItIs(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		s := h.signIn("anna")
		if _, _, err := h.db.SessionByToken(t.Context(), s.Token); !fault.Is(err, fault.NotFound) {
			t.Error("the token itself is stored")
		}
		_, hash := func() (account.User, string) {
			u, hash, err := h.db.Credentials(t.Context(), "anna")
			if err != nil {
				t.Fatal(err)
			}
			return u, hash
		}()
		if !strings.HasPrefix(hash, "$argon2id$v=19$m=47104,t=1,p=1$") {
			t.Errorf("the password is stored as %.20s", hash)
		}
	})
}
