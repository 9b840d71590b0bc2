package api

import (
	"context"
	"time"

	"churchmusic/internal/account"
)

// Account is one's own user with what one's screens remember.
type Account struct {
	User
	Preferences account.Preferences `json:"preferences" doc:"What the screens remember on every device, as they sent it"`
}

// AccountPatch changes the fields that are given.
type AccountPatch struct {
	_           struct{}            `additionalProperties:"true"`
	Name        *string             `json:"name,omitempty" maxLength:"1000"`
	Preferences account.Preferences `json:"preferences,omitempty" doc:"Keys to change; null removes one"`
}

// Device is where one is signed in.
type Device struct {
	ID         string    `json:"id"`
	Label      string    `json:"label" example:"Chrome on Windows"`
	Address    string    `json:"address"`
	CreatedAt  time.Time `json:"created_at"`
	LastSeenAt time.Time `json:"last_seen_at" doc:"To ten minutes"`
	Current    bool      `json:"current" doc:"The device that asks"`
}

type accountOutput struct{ Body Account }

// RegisterAccount adds what people do with their own account.
func (a *API) RegisterAccount(u *account.Accounts) {
	get(a, operation{path: "/api/account", id: "get-account", summary: "Your account", tag: "Account", need: account.SignedIn},
		func(ctx context.Context, _ *struct{}) (Answer[Account], error) {
			p := account.From(ctx)
			found, err := u.User(ctx, p, p.UserID)
			return Answer[Account]{Body: accountOf(found), Version: found.Version}, err
		})
	change(a, operation{method: "PATCH", path: "/api/account", id: "update-account", summary: "Change your name or preferences", tag: "Account", need: account.SignedIn},
		func(ctx context.Context, in *struct {
			Based
			Body AccountPatch
		}) (*accountOutput, error) {
			version, err := in.version()
			if err != nil {
				return nil, err
			}
			found, err := u.ChangeOwn(ctx, account.From(ctx), version, account.UserPatch{Name: in.Body.Name, Preferences: in.Body.Preferences})
			if err != nil {
				return nil, currentUser(err)
			}
			return &accountOutput{accountOf(found)}, nil
		})
	change(a, operation{method: "POST", path: "/api/account/password", id: "change-password", summary: "Change your password; signs your other devices out", tag: "Account",
		need: account.SignedIn, status: 204},
		func(ctx context.Context, in *struct {
			Body struct {
				Current string `json:"current" maxLength:"1024"`
				New     string `json:"new" maxLength:"1024" doc:"At least 12 characters"`
			}
		}) (*struct{}, error) {
			return nil, u.ChangePassword(ctx, account.From(ctx), in.Body.Current, in.Body.New)
		})
	a.registerDevices(u)
}

func (a *API) registerDevices(u *account.Accounts) {
	get(a, operation{path: "/api/account/devices", id: "list-devices", summary: "Where you are signed in", tag: "Account", need: account.SignedIn},
		func(ctx context.Context, _ *struct{}) (Answer[[]Device], error) {
			found, err := u.Devices(ctx, account.From(ctx))
			out := make([]Device, len(found))
			for i, d := range found {
				out[i] = Device{ID: d.ID, Label: d.Label, Address: d.Address, CreatedAt: d.CreatedAt, LastSeenAt: d.LastSeenAt, Current: d.Current}
			}
			return Answer[[]Device]{Body: out}, err
		})
	change(a, operation{method: "DELETE", path: "/api/account/devices/{id}", id: "end-device", summary: "Sign one of your devices out", tag: "Account",
		need: account.SignedIn, status: 204},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, u.EndDevice(ctx, account.From(ctx), in.ID)
		})
	change(a, operation{method: "POST", path: "/api/account/devices/end-others", id: "end-other-devices", summary: "Sign all your other devices out", tag: "Account",
		need: account.SignedIn, status: 204},
		func(ctx context.Context, _ *struct{}) (*struct{}, error) {
			return nil, u.EndOtherDevices(ctx, account.From(ctx))
		})
}

func accountOf(u account.User) Account {
	return Account{User: userOf(u), Preferences: u.Preferences}
}
