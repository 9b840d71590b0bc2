package account

import (
	"context"
	"slices"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// Role is what a user may do, as one word an administrator picks.
type Role string

// The roles, from least to most. Guest is who is not signed in.
const (
	Guest  Role = "guest"
	Member Role = "member"
	Leader Role = "leader"
	Editor Role = "editor"
	Admin  Role = "admin"
)

// Roles lists the roles that a user can have.
var Roles = []Role{Member, Leader, Editor, Admin}

// Permission is one thing that a route needs and a use case checks.
type Permission string

// The permissions. Anyone marks what needs none: a route that declares nothing stops the start.
const (
	Anyone          Permission = "anyone"
	SignedIn        Permission = "signed_in"
	ReadPublicSongs Permission = "read_public_songs"
	ReadSongs       Permission = "read_songs"
	EditSongs       Permission = "edit_songs"
	ReadProfiles    Permission = "read_profiles"
	EditOwnProfile  Permission = "edit_own_profile"
	EditProfiles    Permission = "edit_profiles"
	ReadHistory     Permission = "read_history"
	RestoreOwn      Permission = "restore_own"
	RestoreAll      Permission = "restore_all"
	Purge           Permission = "purge"
	ManageUsers     Permission = "manage_users"
	ManageSettings  Permission = "manage_settings"
)

// grants is the one table that decides who may do what.
var grants = map[Role][]Permission{
	Guest:  {Anyone, ReadPublicSongs},
	Member: {Anyone, ReadPublicSongs, SignedIn, ReadSongs, ReadProfiles, EditOwnProfile, ReadHistory, RestoreOwn},
	Leader: {Anyone, ReadPublicSongs, SignedIn, ReadSongs, ReadProfiles, EditOwnProfile, ReadHistory, RestoreOwn},
	Editor: {Anyone, ReadPublicSongs, SignedIn, ReadSongs, ReadProfiles, EditOwnProfile, ReadHistory, RestoreOwn,
		EditSongs, EditProfiles, RestoreAll},
	Admin: {Anyone, ReadPublicSongs, SignedIn, ReadSongs, ReadProfiles, EditOwnProfile, ReadHistory, RestoreOwn,
		EditSongs, EditProfiles, RestoreAll, Purge, ManageUsers, ManageSettings},
}

// Principal is who asks: the one answer of authenticate, whatever it was shown.
type Principal struct {
	UserID    string
	Username  string
	Name      string
	Role      Role
	ProfileID string // the profile that is this user's own, or empty
	SessionID string // empty for a guest and for the program itself
	CSRFToken string
}

// Anonymous is who is not signed in.
var Anonymous = Principal{Role: Guest}

// System is the program itself: the command line and the starter library.
var System = Principal{Role: Admin}

// May says whether the principal's role grants a permission.
func (p Principal) May(permission Permission) bool {
	return slices.Contains(grants[p.Role], permission)
}

// Need gives nil when the principal has the permission, else the fault to answer with.
func (p Principal) Need(permission Permission) error {
	switch {
	case p.May(permission):
		return nil
	case p.Role == Guest:
		return fault.New(fault.Unauthenticated, "Please sign in first.")
	}
	return fault.New(fault.Forbidden, "Your role does not allow this. An administrator can change it.")
}

// Owns says whether a profile is the principal's own.
func (p Principal) Owns(profileID string) bool { return p.ProfileID != "" && p.ProfileID == profileID }

// Actor names the principal in a change.
func (p Principal) Actor() audit.Actor { return audit.Actor{UserID: p.UserID, Name: p.Name} }

type contextKey struct{}

// With gives a context that carries the principal.
func With(ctx context.Context, p *Principal) context.Context {
	return context.WithValue(ctx, contextKey{}, p)
}

// From gives the principal of a context: Anonymous where none was put.
func From(ctx context.Context) Principal {
	if p, ok := ctx.Value(contextKey{}).(*Principal); ok {
		return *p
	}
	return Anonymous
}
