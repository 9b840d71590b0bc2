package api

import (
	"context"

	"churchmusic/internal/account"
)

// Setup says whether the program waits for its first administrator.
type Setup struct {
	Needed bool `json:"needed"`
}

// SetupInput is what the set-up page asks for.
type SetupInput struct {
	Token      string `json:"token" maxLength:"200" doc:"From the link that the program printed when it started"`
	ChurchName string `json:"church_name" maxLength:"1000"`
	Name       string `json:"name,omitempty" maxLength:"1000" doc:"Of the administrator; the username when empty"`
	Username   string `json:"username" maxLength:"1000"`
	Password   string `json:"password" maxLength:"1024"`
}

// RegisterSetup adds the one-time set-up.
func (a *API) RegisterSetup(d *Door) {
	get(a, operation{path: "/api/setup", id: "get-setup", summary: "Whether there is no user yet", tag: "Sign-in", need: account.Anyone},
		func(ctx context.Context, _ *struct{}) (Answer[Setup], error) {
			needed, err := d.accounts.SetupNeeded(ctx)
			return Answer[Setup]{Body: Setup{needed}}, err
		})
	change(a, operation{method: "POST", path: "/api/setup", id: "set-up", summary: "Make the first administrator and sign in; works once", tag: "Sign-in", need: account.Anyone},
		func(ctx context.Context, in *struct{ Body SetupInput }) (*sessionOutput, error) {
			s, err := d.accounts.SetUp(ctx, account.FirstAdmin(in.Body), d.visitor(callOf(ctx).r))
			return d.started(ctx, s, err)
		})
}
