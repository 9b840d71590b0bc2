package api

import (
	"context"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

// User is a login with a role.
type User struct {
	ID         string       `json:"id"`
	Version    int64        `json:"version"`
	Username   string       `json:"username"`
	Name       string       `json:"name"`
	Role       account.Role `json:"role" enum:"member,leader,editor,admin"`
	ProfileID  string       `json:"profile_id" doc:"The person that this user is, or empty"`
	Disabled   bool         `json:"disabled" doc:"Cannot sign in"`
	CreatedAt  time.Time    `json:"created_at"`
	LastSeenAt *time.Time   `json:"last_seen_at,omitempty"`
}

// UserInput is what a user is made from.
type UserInput struct {
	Username  string       `json:"username" maxLength:"1000"`
	Name      string       `json:"name,omitempty" maxLength:"1000" doc:"The username when empty"`
	Role      account.Role `json:"role" enum:"member,leader,editor,admin"`
	ProfileID string       `json:"profile_id,omitempty" maxLength:"100"`
	Password  string       `json:"password" maxLength:"1024" doc:"At least 12 characters"`
}

// UserPatch changes the fields that are given. A new role or password and disabling sign the user out everywhere.
type UserPatch struct {
	_         struct{}      `additionalProperties:"true"`
	Username  *string       `json:"username,omitempty" maxLength:"1000"`
	Name      *string       `json:"name,omitempty" maxLength:"1000"`
	Role      *account.Role `json:"role,omitempty" enum:"member,leader,editor,admin"`
	ProfileID *string       `json:"profile_id,omitempty" maxLength:"100"`
	Disabled  *bool         `json:"disabled,omitempty"`
	Password  *string       `json:"password,omitempty" maxLength:"1024"`
}

type userOutput struct{ Body User }

// RegisterUsers adds the administration of users.
func (a *API) RegisterUsers(d *Door) {
	u := d.accounts
	get(a, operation{path: "/api/users", id: "list-users", summary: "All users", tag: "Users", need: account.ManageUsers},
		func(ctx context.Context, _ *struct{}) (Answer[[]User], error) {
			found, err := u.Users(ctx, account.From(ctx))
			out := make([]User, len(found))
			for i := range found {
				out[i] = userOf(found[i])
			}
			return Answer[[]User]{Body: out, Total: len(out), Counted: true}, err
		})
	get(a, operation{path: "/api/users/{id}", id: "get-user", summary: "One user", tag: "Users", need: account.ManageUsers},
		func(ctx context.Context, in *ByID) (Answer[User], error) {
			found, err := u.User(ctx, account.From(ctx), in.ID)
			return Answer[User]{Body: userOf(found), Version: found.Version}, err
		})
	change(a, operation{method: "POST", path: "/api/users", id: "create-user", summary: "Add a user", tag: "Users", need: account.ManageUsers, status: 201},
		func(ctx context.Context, in *struct{ Body UserInput }) (*userOutput, error) {
			return userAnswer(u.AddUser(ctx, account.From(ctx), account.NewUser(in.Body)))
		})
	a.registerUserChanges(d)
}

func (a *API) registerUserChanges(d *Door) {
	change(a, operation{method: "PATCH", path: "/api/users/{id}", id: "update-user", summary: "Change the given fields of a user", tag: "Users", need: account.ManageUsers},
		func(ctx context.Context, in *struct {
			Based
			ByID
			Body UserPatch
		}) (*userOutput, error) {
			version, err := in.version()
			if err != nil {
				return nil, err
			}
			found, err := d.accounts.ChangeUser(ctx, account.From(ctx), in.ID, version, in.Body.patch())
			if err == nil {
				err = d.goOn(ctx, found)
			}
			return userAnswer(found, err)
		})
	change(a, operation{method: "DELETE", path: "/api/users/{id}", id: "delete-user", summary: "Remove a user for good", tag: "Users", need: account.ManageUsers, status: 204},
		func(ctx context.Context, in *struct {
			Based
			ByID
		}) (*struct{}, error) {
			version, err := in.version()
			if err == nil {
				err = d.accounts.RemoveUser(ctx, account.From(ctx), in.ID, version)
			}
			return nil, currentUser(err)
		})
}

// goOn gives administrators who changed their own role or password a new session in place of the one that it ended.
func (d *Door) goOn(ctx context.Context, u account.User) error {
	p, c := account.From(ctx), callOf(ctx)
	if u.ID != p.UserID || u.Disabled {
		return nil
	}
	_, now, err := d.Authenticate(ctx, c.r)
	if err != nil || now.SessionID != "" {
		return err
	}
	s, err := d.accounts.Continue(ctx, u, d.visitor(c.r))
	if err == nil {
		d.welcome(c.w, s)
	}
	return err
}

func (in UserPatch) patch() account.UserPatch {
	return account.UserPatch{Username: in.Username, Name: in.Name, Role: in.Role, ProfileID: in.ProfileID, Disabled: in.Disabled, Password: in.Password}
}

func userAnswer(u account.User, err error) (*userOutput, error) {
	if err != nil {
		return nil, currentUser(err)
	}
	return &userOutput{userOf(u)}, nil
}

// currentUser turns the newer value that a stale change carries into what is sent.
func currentUser(err error) error {
	if f, ok := fault.As(err); ok {
		if u, ok := f.Current.(account.User); ok {
			f.Current = userOf(u)
		}
	}
	return err
}

func userOf(u account.User) User {
	out := User{ID: u.ID, Version: u.Version, Username: u.Username, Name: u.Name, Role: u.Role, ProfileID: u.ProfileID, Disabled: u.Disabled, CreatedAt: u.CreatedAt}
	if !u.LastSeenAt.IsZero() {
		out.LastSeenAt = &u.LastSeenAt
	}
	return out
}
