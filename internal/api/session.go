package api

import (
	"context"

	"churchmusic/internal/account"

	"github.com/danielgtaylor/huma/v2"
)

// Session tells who is signed in, what they may do, and what every page shows.
type Session struct {
	User        *SessionUser  `json:"user" doc:"null when nobody is signed in"`
	CSRFToken   string        `json:"csrf_token" doc:"To be sent as X-CSRF-Token with every change"`
	Church      SessionChurch `json:"church"`
	SetupNeeded bool          `json:"setup_needed" doc:"There is no user yet: open the set-up link that the program printed"`
	Insecure    bool          `json:"insecure" doc:"This connection is not encrypted"`
	Counts      SessionCounts `json:"counts" doc:"Of what you may see"`
	May         SessionMay    `json:"may"`
	Token       string        `json:"token,omitempty" doc:"After a sign-in with token: the value to send in Authorization"`
}

// TransformSchema says that user may be null, which a tag cannot say of an object.
func (Session) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	user := s.Properties["user"]
	s.Properties["user"] = &huma.Schema{Description: user.Description, AnyOf: []*huma.Schema{{Ref: user.Ref}, {Type: "null"}}}
	return s
}

// SessionUser is who is signed in.
type SessionUser struct {
	ID        string       `json:"id"`
	Username  string       `json:"username"`
	Name      string       `json:"name"`
	Role      account.Role `json:"role" enum:"member,leader,editor,admin"`
	ProfileID string       `json:"profile_id,omitempty"`
	Version   int64        `json:"version" doc:"Of the account, as PATCH /api/account wants it"`

	Preferences account.Preferences `json:"preferences" doc:"What the screens remember on every device"`
}

// SessionChurch is whose songs these are.
type SessionChurch struct {
	Name string `json:"name"`
}

// SessionCounts are the numbers beside the menu's words.
type SessionCounts struct {
	Songs    int `json:"songs"`
	Profiles int `json:"profiles"`
	Trash    int `json:"trash"`
}

// SessionMay says what the screens offer.
type SessionMay struct {
	CreateSongs    bool `json:"create_songs"`
	EditSongs      bool `json:"edit_songs"`
	ManageUsers    bool `json:"manage_users"`
	ManageProfiles bool `json:"manage_profiles"`
	Purge          bool `json:"purge"`
	SeeTrash       bool `json:"see_trash"`
}

type sessionOutput struct{ Body Session }

// RegisterSessions adds sign-in and sign-out.
func (a *API) RegisterSessions(d *Door) {
	get(a, operation{path: "/api/session", id: "get-session", summary: "Who is signed in", tag: "Sign-in", need: account.Anyone},
		func(ctx context.Context, _ *struct{}) (Answer[Session], error) {
			s, err := d.describe(ctx, account.From(ctx))
			return Answer[Session]{Body: s}, err
		})
	change(a, operation{method: "POST", path: "/api/session", id: "sign-in", summary: "Sign in", tag: "Sign-in", need: account.Anyone},
		func(ctx context.Context, in *struct {
			Body struct {
				Username string `json:"username" maxLength:"200"`
				Password string `json:"password" maxLength:"1024"`
				Token    bool   `json:"token,omitempty" doc:"For programs: give the session as a token for Authorization instead of a cookie"`
			}
		}) (*sessionOutput, error) {
			s, err := d.accounts.SignIn(ctx, in.Body.Username, in.Body.Password, d.visitor(callOf(ctx).r))
			if in.Body.Token {
				return d.startedByToken(ctx, s, err)
			}
			return d.started(ctx, s, err)
		})
	change(a, operation{method: "DELETE", path: "/api/session", id: "sign-out", summary: "Sign out; gives the session of a guest", tag: "Sign-in", need: account.Anyone},
		func(ctx context.Context, _ *struct{}) (*sessionOutput, error) {
			if p := account.From(ctx); p.SessionID != "" {
				if err := d.accounts.SignOut(ctx, p); err != nil {
					return nil, err
				}
			}
			d.forget(callOf(ctx).w)
			s, err := d.describe(ctx, account.Anonymous)
			return &sessionOutput{s}, err
		})
}

// started answers with a session that began.
func (d *Door) started(ctx context.Context, s account.Started, err error) (*sessionOutput, error) {
	if err != nil {
		return nil, err
	}
	body, err := d.describe(ctx, s.Principal)
	if err != nil {
		return nil, err
	}
	d.welcome(callOf(ctx).w, s)
	return &sessionOutput{body}, nil
}

// startedByToken answers a program, which keeps no cookies.
func (d *Door) startedByToken(ctx context.Context, s account.Started, err error) (*sessionOutput, error) {
	if err != nil {
		return nil, err
	}
	body, err := d.describe(ctx, s.Principal)
	body.Token = bearer + s.Token
	return &sessionOutput{body}, err
}

func (d *Door) describe(ctx context.Context, p account.Principal) (s Session, err error) {
	settings, err := d.accounts.Settings(ctx)
	if err != nil {
		return s, err
	}
	counts, err := d.accounts.Counts(ctx, p)
	if err != nil {
		return s, err
	}
	s.SetupNeeded, err = d.accounts.SetupNeeded(ctx)
	s.CSRFToken, s.Church.Name, s.Counts, s.Insecure = p.CSRFToken, settings.ChurchName, SessionCounts(counts), d.insecure(callOf(ctx).r)
	if p.UserID != "" && err == nil {
		s.User, err = d.user(ctx, p)
	}
	s.May = SessionMay{CreateSongs: p.May(account.EditSongs), EditSongs: p.May(account.EditSongs), ManageUsers: p.May(account.ManageUsers),
		ManageProfiles: p.May(account.EditProfiles), Purge: p.May(account.Purge), SeeTrash: p.May(account.RestoreOwn)}
	return s, err
}

func (d *Door) user(ctx context.Context, p account.Principal) (*SessionUser, error) {
	u, err := d.accounts.User(ctx, p, p.UserID)
	return &SessionUser{ID: p.UserID, Username: p.Username, Name: p.Name, Role: p.Role, ProfileID: p.ProfileID, Version: u.Version, Preferences: u.Preferences}, err
}
