package account

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"churchmusic/internal/fault"
)

// User is a login with a role.
type User struct {
	ID          string
	Version     int64
	Username    string
	Name        string
	Role        Role
	ProfileID   string // the user's own profile, or empty
	Disabled    bool
	Preferences Preferences
	CreatedAt   time.Time
	LastSeenAt  time.Time // zero when never signed in
}

// Preferences are what a user's screens remember on every device, kept as the screens sent them.
type Preferences map[string]any

// maxPreferences bounds the stored text of preferences, in bytes.
const maxPreferences = 8 << 10

// FoldedUsername gives the form in which usernames are compared.
func (u User) FoldedUsername() string { return FoldUsername(u.Username) }

// NewUser is what an administrator says about a user to be.
type NewUser struct {
	Username, Name string
	Role           Role
	ProfileID      string
	Password       string
}

// UserPatch is what changes about a user; nil leaves a field as it is.
type UserPatch struct {
	Username, Name *string
	Role           *Role
	ProfileID      *string
	Disabled       *bool
	Password       *string
	Preferences    Preferences // nil values remove a key, others replace it
}

// UserStore keeps users and notes each change of them, without a password, for the history. A taken username or profile is a Conflict that names the field.
type UserStore interface {
	Users(ctx context.Context) ([]User, error)
	// User gives one user, or NotFound.
	User(ctx context.Context, id string) (User, error)
	AddUser(ctx context.Context, u User, passwordHash string) error
	// ChangeUser stores what change makes of the old value. Nobody else changes users meanwhile. With End it ends all
	// sessions of the user and forgets the devices.
	ChangeUser(ctx context.Context, id string, change func(old User, otherAdmins int) (UserChange, error)) (User, error)
	RemoveUser(ctx context.Context, id string, check func(old User, otherAdmins int) error) error
	// Credentials gives the user and password hash behind a folded username; NotFound for none.
	Credentials(ctx context.Context, foldedUsername string) (User, string, error)
	HasUsers(ctx context.Context) (bool, error)
}

// UserChange is the new value of a user and what else happens in the same transaction.
type UserChange struct {
	User         User
	PasswordHash string // replaces the stored one; empty keeps it
	End          bool   // end the user's sessions and forget the known devices
	Kept         string // the id of a session that goes on
}

func (u User) check() error {
	var wrong fault.Fields
	checkUsername(&wrong, u.Username)
	checkName(&wrong, "name", u.Name)
	if !slices.Contains(Roles, u.Role) {
		wrong.Add("role", "Choose one of the roles: member, leader, editor or admin.")
	}
	if b, err := json.Marshal(u.Preferences); err != nil || len(b) > maxPreferences {
		wrong.Add("preferences", "These preferences are too long to keep.")
	}
	return wrong.Err()
}

func (p UserPatch) apply(u User) User {
	set(&u.Username, p.Username)
	set(&u.Name, p.Name)
	set(&u.Role, p.Role)
	set(&u.ProfileID, p.ProfileID)
	set(&u.Disabled, p.Disabled)
	u.Username, u.Name = tidy(u.Username), tidy(u.Name)
	u.Preferences = u.Preferences.merge(p.Preferences)
	return u
}

func (p Preferences) merge(changes Preferences) Preferences {
	out := Preferences{}
	for _, from := range []Preferences{p, changes} {
		for k, v := range from {
			out[k] = v
			if v == nil {
				delete(out, k)
			}
		}
	}
	return out
}

func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}
