package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/live"
)

var _ account.Store = (*DB)(nil)

const userColumns = "u.id, u.version, u.username, u.name, u.role, COALESCE(u.profile_id, ''), u.disabled, u.preferences, u.created_at, COALESCE(u.last_seen_at, 0)"

func userFields(u *account.User, created, seen *int64) []any {
	return []any{&u.ID, &u.Version, &u.Username, &u.Name, &u.Role, &u.ProfileID, &u.Disabled, asJSON[account.Preferences]{&u.Preferences}, created, seen}
}

func dated(u account.User, created, seen int64) account.User {
	u.CreatedAt = instant(created)
	if seen > 0 {
		u.LastSeenAt = instant(seen)
	}
	return u
}

func instant(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

func scanUser(r *sql.Rows) (account.User, error) {
	var u account.User
	var created, seen int64
	err := r.Scan(userFields(&u, &created, &seen)...)
	return dated(u, created, seen), err
}

// AccountState implements account.Store.
func (db *DB) AccountState(ctx context.Context) (uint64, error) { return db.State(ctx, Accounts) }

// LibraryState implements account.Store.
func (db *DB) LibraryState(ctx context.Context) (uint64, error) { return db.State(ctx, Library) }

// Users implements account.UserStore.
func (db *DB) Users(ctx context.Context) ([]account.User, error) {
	got, err := all(ctx, db, scanUser, "SELECT "+userColumns+" FROM users u ORDER BY u.folded_username")
	return got, db.engine.translate(err)
}

// User implements account.UserStore.
func (db *DB) User(ctx context.Context, id string) (account.User, error) {
	u, err := readUser(ctx, db, id)
	return u, db.engine.translate(err)
}

func readUser(ctx context.Context, q querier, id string) (account.User, error) {
	u, err := one(ctx, q, scanUser, "SELECT "+userColumns+" FROM users u WHERE u.id = $1", id)
	if errors.Is(err, sql.ErrNoRows) {
		return u, fault.New(fault.NotFound, "This account does not exist.")
	}
	return u, err
}

type credentials struct {
	user account.User
	hash string
}

func scanCredentials(r *sql.Rows) (c credentials, err error) {
	var created, seen int64
	err = r.Scan(append(userFields(&c.user, &created, &seen), &c.hash)...)
	c.user = dated(c.user, created, seen)
	return c, err
}

// Credentials implements account.UserStore.
func (db *DB) Credentials(ctx context.Context, folded string) (account.User, string, error) {
	c, err := one(ctx, db, scanCredentials, "SELECT "+userColumns+", u.password_hash FROM users u WHERE u.folded_username = $1", folded)
	if errors.Is(err, sql.ErrNoRows) {
		return account.User{}, "", fault.New(fault.NotFound, "This account does not exist.")
	}
	return c.user, c.hash, db.engine.translate(err)
}

// HasUsers implements account.UserStore.
func (db *DB) HasUsers(ctx context.Context) (bool, error) {
	n, err := one(ctx, db, value[int], countUsers)
	return n > 0, db.engine.translate(err)
}

const countUsers = "SELECT COUNT(*) FROM (SELECT 1 AS x FROM users LIMIT 1) AS few"

// AddUser implements account.UserStore.
func (db *DB) AddUser(ctx context.Context, u account.User, passwordHash string) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error {
		if err := tx.lockUsers(); err != nil {
			return err
		}
		return tx.addUser(ctx, u, passwordHash, nil)
	})
}

// addUser stores a new user; by, where set, is who did it instead of who asked.
func (t *Tx) addUser(ctx context.Context, u account.User, passwordHash string, by *audit.Actor) error {
	if err := t.userFree(ctx, u); err != nil {
		return err
	}
	if _, err := t.exec("INSERT INTO users(id, version, username, folded_username, name, role, password_hash, profile_id, disabled, preferences, created_at) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
		u.ID, u.Version, u.Username, u.FoldedUsername(), u.Name, string(u.Role), passwordHash, orNull(u.ProfileID), u.Disabled,
		asJSON[account.Preferences]{&u.Preferences}, u.CreatedAt.UnixMilli()); err != nil {
		return err
	}
	return t.noteUser(ctx, audit.Created, u, by)
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// lockUsers lets one transaction at a time change users, so that the last administrator is counted right.
func (t *Tx) lockUsers() error {
	_, err := t.exec("INSERT INTO settings(name, value) VALUES('users_lock', '') ON CONFLICT(name) DO UPDATE SET value = excluded.value")
	return err
}

// userFree gives a Conflict when the username or the profile belongs to somebody else, or the profile is not there.
func (t *Tx) userFree(ctx context.Context, u account.User) error {
	taken, err := one(ctx, t, value[int], "SELECT COUNT(*) FROM users WHERE folded_username = $1 AND id <> $2", u.FoldedUsername(), u.ID)
	if err != nil {
		return err
	}
	if taken > 0 {
		return conflictAt("username", "Somebody else has this username.")
	}
	if u.ProfileID == "" {
		return nil
	}
	return t.profileFree(ctx, u)
}

func (t *Tx) profileFree(ctx context.Context, u account.User) error {
	there, err := one(ctx, t, value[int], "SELECT COUNT(*) FROM profiles WHERE id = $1", u.ProfileID)
	if err != nil {
		return err
	}
	if there == 0 {
		return fault.At("profile_id", "This person does not exist.")
	}
	taken, err := one(ctx, t, value[int], "SELECT COUNT(*) FROM users WHERE profile_id = $1 AND id <> $2", u.ProfileID, u.ID)
	if err == nil && taken > 0 {
		return conflictAt("profile_id", "Somebody else signs in as this person.")
	}
	return err
}

func conflictAt(field, message string) error {
	f := fault.At(field, "%s", message)
	f.Kind = fault.Conflict
	return f
}

// userState is what the history keeps of a user.
type userState struct {
	Username  string `json:"username"`
	Name      string `json:"name"`
	Role      string `json:"role"`
	ProfileID string `json:"profile_id"`
	Disabled  bool   `json:"disabled"`
}

func stateOf(u account.User) userState {
	return userState{u.Username, u.Name, string(u.Role), u.ProfileID, u.Disabled}
}

// noteUser keeps who changed a user. A repeated request is not recognised by its key here: what would be stored of it, a
// quick hash of a body that may hold a password, endangers more than it is worth.
func (t *Tx) noteUser(ctx context.Context, action audit.Action, u account.User, by *audit.Actor) error {
	c := audit.Begin(ctx, t.db.options.Now().UTC(), t.db.options.IDs.Next)
	c.Once = nil
	c.Action, c.Entity, c.EntityID, c.Title, c.Count = action, audit.User, u.ID, u.Name, 1
	if by != nil {
		c.Actor = *by
	}
	if err := t.change(c); err != nil {
		return err
	}
	t.Publish(live.Event{Type: live.Account, ID: u.ID, Version: u.Version})
	if action == audit.Deleted {
		return t.revise(c.ID, audit.User, u.ID, u.Version, nil)
	}
	return t.revise(c.ID, audit.User, u.ID, u.Version, stateOf(u))
}
