package store

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/live"
)

// ChangeUser implements account.UserStore.
func (db *DB) ChangeUser(ctx context.Context, id string, change func(account.User, int) (account.UserChange, error)) (u account.User, err error) {
	err = db.Update(ctx, Accounts, func(tx *Tx) error {
		old, others, err := tx.lockUser(ctx, id)
		if err != nil {
			return err
		}
		c, err := change(old, others)
		if err != nil {
			return err
		}
		c.User.Version = old.Version + 1
		u = c.User
		return tx.changeUser(ctx, old, c)
	})
	return u, err
}

// lockUser gives a user and how many other enabled administrators there are, and keeps both as they are until the commit.
func (t *Tx) lockUser(ctx context.Context, id string) (u account.User, otherAdmins int, err error) {
	if err = t.lockUsers(); err != nil {
		return u, 0, err
	}
	if u, err = readUser(ctx, t, id); err != nil {
		return u, 0, err
	}
	otherAdmins, err = one(ctx, t, value[int], "SELECT COUNT(*) FROM users WHERE role = $1 AND NOT disabled AND id <> $2", string(account.Admin), id)
	return u, otherAdmins, err
}

func (t *Tx) changeUser(ctx context.Context, old account.User, c account.UserChange) error {
	u := c.User
	if u.FoldedUsername() != old.FoldedUsername() || u.ProfileID != old.ProfileID {
		if err := t.userFree(ctx, u); err != nil {
			return err
		}
	}
	if _, err := t.exec("UPDATE users SET version = $1, username = $2, folded_username = $3, name = $4, role = $5, profile_id = $6, disabled = $7, preferences = $8 WHERE id = $9",
		u.Version, u.Username, u.FoldedUsername(), u.Name, string(u.Role), orNull(u.ProfileID), u.Disabled, asJSON[account.Preferences]{&u.Preferences}, u.ID); err != nil {
		return err
	}
	if c.PasswordHash != "" {
		if _, err := t.exec("UPDATE users SET password_hash = $1 WHERE id = $2", c.PasswordHash, u.ID); err != nil {
			return err
		}
	}
	if c.End {
		if err := t.endSessions(u.ID, c.Kept); err != nil {
			return err
		}
	}
	if stateOf(u) == stateOf(old) && c.PasswordHash == "" {
		t.Publish(live.Event{Type: live.Account, ID: u.ID, Version: u.Version}) // preferences are no history
		return nil
	}
	return t.noteUser(ctx, audit.Updated, u, nil)
}

func (t *Tx) endSessions(userID, kept string) error {
	if _, err := t.exec("DELETE FROM sessions WHERE user_id = $1 AND id <> $2", userID, kept); err != nil {
		return err
	}
	_, err := t.exec("DELETE FROM known_devices WHERE user_id = $1", userID)
	return err
}

// RemoveUser implements account.UserStore.
func (db *DB) RemoveUser(ctx context.Context, id string, check func(account.User, int) error) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error {
		u, others, err := tx.lockUser(ctx, id)
		if err != nil {
			return err
		}
		if err := check(u, others); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM users WHERE id = $1", id); err != nil {
			return err
		}
		u.Version++
		return tx.noteUser(ctx, audit.Deleted, u, nil)
	})
}
