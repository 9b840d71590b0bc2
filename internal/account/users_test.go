package account_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

func TestTheLastAdministratorStays(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		u := h.user("anna", account.Admin)
		for name, patch := range map[string]account.UserPatch{"demoted": {Role: ptr(account.Editor)}, "disabled": {Disabled: ptr(true)}} {
			if _, err := h.ChangeUser(t.Context(), account.System, u.ID, 1, patch); !fault.Is(err, fault.Conflict) {
				t.Errorf("%s: %v", name, err)
			}
		}
		want(t, h.RemoveUser(t.Context(), account.System, u.ID, 1), fault.Conflict)
		disabled := h.user("ben", account.Admin)
		must[account.User](t)(h.ChangeUser(t.Context(), account.System, disabled.ID, 1, account.UserPatch{Disabled: ptr(true)}))
		want(t, h.RemoveUser(t.Context(), account.System, u.ID, 1), fault.Conflict)
		if err := h.RemoveUser(t.Context(), account.System, disabled.ID, 2); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTwoAdministratorsCannotDemoteEachOther(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		for round := range 5 {
			name := strings.Repeat("x", round+2)
			h.user(name+"1", account.Admin)
			h.user(name+"2", account.Admin)
			all := must[[]account.User](t)(h.Users(t.Context(), account.System))
			var wg sync.WaitGroup
			for _, u := range all {
				wg.Go(func() {
					_, err := h.ChangeUser(context.Background(), account.System, u.ID, u.Version, account.UserPatch{Role: ptr(account.Member)})
					if err != nil && !fault.Is(err, fault.Conflict) && u.Role == account.Admin {
						t.Error(err)
					}
				})
			}
			wg.Wait()
			all = must[[]account.User](t)(h.Users(t.Context(), account.System))
			if !slices.ContainsFunc(all, func(u account.User) bool { return u.Role == account.Admin }) {
				t.Fatal("nobody is administrator")
			}
		}
	})
}

func TestANewRoleOrPasswordEndsTheSessions(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("root", account.Admin)
		u := h.user("anna", account.Member)
		for _, patch := range []account.UserPatch{{Role: ptr(account.Editor)}, {Password: ptr("another fine kettle")}, {Disabled: ptr(true)}} {
			s, err := h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{})
			if err != nil {
				t.Fatal(err)
			}
			h.who(s.Token)
			u = must[account.User](t)(h.ChangeUser(t.Context(), account.System, u.ID, u.Version, patch))
			if h.who(s.Token) != account.Guest {
				t.Errorf("%+v: still signed in", patch)
			}
			if h.ended[len(h.ended)-1] != "user "+u.ID+" but " {
				t.Errorf("sockets: %v", h.ended)
			}
			if patch.Password != nil {
				u = must[account.User](t)(h.ChangeUser(t.Context(), account.System, u.ID, u.Version, account.UserPatch{Password: ptr(goodPassword)}))
			}
		}
		_, err := h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{})
		want(t, err, fault.Unauthenticated)
	})
}

func TestANewNameActsAtTheNextRequestAndEndsNothing(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		s := h.signIn("anna")
		h.who(s.Token)
		u := must[account.User](t)(h.ChangeOwn(t.Context(), s.Principal, 1, account.UserPatch{Name: ptr("Anna Zwei"), Role: ptr(account.Admin), Preferences: account.Preferences{"theme": "dark"}}))
		if u.Role != account.Member || u.Preferences["theme"] != "dark" || u.Version != 2 {
			t.Fatalf("%+v", u)
		}
		if p := must[*account.Principal](t)(h.Authenticate(t.Context(), s.Token)); p.Name != "Anna Zwei" {
			t.Errorf("%+v", p)
		}
		u = must[account.User](t)(h.ChangeOwn(t.Context(), s.Principal, 2, account.UserPatch{Preferences: account.Preferences{"theme": nil, "size": 2.0}}))
		if len(u.Preferences) != 1 || u.Preferences["size"] != 2.0 {
			t.Errorf("%v", u.Preferences)
		}
	})
}

func TestAStaleChangeGetsTheCurrentValue(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("root", account.Admin)
		u := h.user("anna", account.Member)
		must[account.User](t)(h.ChangeUser(t.Context(), account.System, u.ID, 1, account.UserPatch{Name: ptr("New")}))
		_, err := h.ChangeUser(t.Context(), account.System, u.ID, 1, account.UserPatch{Name: ptr("Newer")})
		if got := want(t, err, fault.Stale).Current.(account.User); got.Name != "New" || got.Version != 2 {
			t.Errorf("%+v", got)
		}
		want(t, h.RemoveUser(t.Context(), account.System, u.ID, 1), fault.Stale)
	})
}

func TestUsernamesAreUniqueHoweverTheyAreWritten(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("Jürgen", account.Admin)
		for _, same := range []string{"jürgen", "JÜRGEN", "Ju\u0308rgen", " Jürgen "} {
			_, err := h.AddUser(t.Context(), account.System, account.NewUser{Username: same, Role: account.Member, Password: goodPassword})
			if f := want(t, err, fault.Conflict); f.Fields[0].Name != "username" {
				t.Errorf("%q: %+v", same, f.Fields)
			}
		}
		other := h.user("other", account.Member)
		_, err := h.ChangeUser(t.Context(), account.System, other.ID, 1, account.UserPatch{Username: ptr("JÜRGEN")})
		want(t, err, fault.Conflict)
	})
}

func TestWrongInputNamesEveryField(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		_, err := h.AddUser(t.Context(), account.System, account.NewUser{Username: "a b", Name: "x\ny", Role: "boss", Password: "short"})
		var names []string
		for _, f := range want(t, err, fault.Invalid).Fields {
			names = append(names, f.Name)
		}
		if !slices.Equal(names, []string{"username", "name", "role", "password"}) {
			t.Errorf("%v", names)
		}
		_, err = h.AddUser(t.Context(), account.System, account.NewUser{Username: "ok", Role: account.Member, Password: goodPassword, ProfileID: "none"})
		if f := want(t, err, fault.Invalid); f.Fields[0].Name != "profile_id" {
			t.Errorf("%+v", f)
		}
	})
}

func TestOnlyAdministratorsManageUsers(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		u := h.user("anna", account.Editor)
		editor := account.Principal{UserID: u.ID, Role: account.Editor}
		_, err := h.Users(t.Context(), editor)
		want(t, err, fault.Forbidden)
		_, err = h.User(t.Context(), editor, "other")
		want(t, err, fault.NotFound)
		must[account.User](t)(h.User(t.Context(), editor, u.ID))
		_, err = h.AddUser(t.Context(), editor, account.NewUser{})
		want(t, err, fault.Forbidden)
		_, err = h.ChangeUser(t.Context(), editor, u.ID, 1, account.UserPatch{Role: ptr(account.Admin)})
		want(t, err, fault.Forbidden)
		want(t, h.RemoveUser(t.Context(), editor, u.ID, 1), fault.Forbidden)
		_, err = h.ChangeSettings(t.Context(), editor, 1, account.SettingsPatch{})
		want(t, err, fault.Forbidden)
	})
}

func TestANewPasswordNeedsTheCurrentOneAndEndsOtherDevices(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		one, two := h.signIn("anna"), h.signIn("anna")
		err := h.ChangePassword(t.Context(), one.Principal, "wrong", "another fine kettle")
		if f := want(t, err, fault.Invalid); f.Fields[0].Name != "current" {
			t.Errorf("%+v", f)
		}
		err = h.ChangePassword(t.Context(), one.Principal, goodPassword, "short")
		if f := want(t, err, fault.Invalid); f.Fields[0].Name != "new" {
			t.Errorf("%+v", f)
		}
		if err := h.ChangePassword(t.Context(), one.Principal, goodPassword, "another fine kettle"); err != nil {
			t.Fatal(err)
		}
		if h.who(one.Token) != account.Member || h.who(two.Token) != account.Guest {
			t.Error("the wrong sessions ended")
		}
		_, err = h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{})
		want(t, err, fault.Unauthenticated)
		for range 6 {
			err = h.ChangePassword(t.Context(), one.Principal, "wrong", goodPassword)
		}
		want(t, err, fault.TooMany)
	})
}
