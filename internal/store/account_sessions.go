package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

// What one user can have at most; the least used go first.
const (
	maxSessions = 1000
	maxDevices  = 100
)

const sessionColumns = "s.id, s.user_id, s.csrf_token, s.label, s.address, s.created_at, s.last_seen_at, s.expires_at"

type sessionRow struct {
	session                account.Session
	user                   account.User
	created, seen, expires int64
	userCreated, userSeen  int64
}

func (s *sessionRow) fields() []any {
	return []any{&s.session.ID, &s.session.UserID, &s.session.CSRFToken, &s.session.Label, &s.session.Address, &s.created, &s.seen, &s.expires}
}

func (s *sessionRow) dated() {
	s.session.CreatedAt, s.session.LastSeenAt, s.session.ExpiresAt = instant(s.created), instant(s.seen), instant(s.expires)
	s.user = dated(s.user, s.userCreated, s.userSeen)
}

func scanSession(r *sql.Rows) (account.Session, error) {
	var s sessionRow
	err := r.Scan(s.fields()...)
	s.dated()
	return s.session, err
}

func scanSessionAndUser(r *sql.Rows) (s sessionRow, err error) {
	err = r.Scan(append(s.fields(), userFields(&s.user, &s.userCreated, &s.userSeen)...)...)
	s.dated()
	return s, err
}

// SessionByToken implements account.SessionStore.
func (db *DB) SessionByToken(ctx context.Context, tokenHash string) (account.Session, account.User, error) {
	s, err := one(ctx, db, scanSessionAndUser, "SELECT "+sessionColumns+", "+userColumns+
		" FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1 AND NOT u.disabled", tokenHash)
	if errors.Is(err, sql.ErrNoRows) {
		return account.Session{}, account.User{}, noSession()
	}
	return s.session, s.user, db.engine.translate(err)
}

func noSession() error { return fault.New(fault.NotFound, "This device is not signed in.") }

// AddSession implements account.SessionStore.
func (db *DB) AddSession(ctx context.Context, s account.NewSession) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error { return tx.addSession(s) })
}

func (t *Tx) addSession(s account.NewSession) error {
	if err := t.makeRoom(s); err != nil {
		return err
	}
	at := s.CreatedAt.UnixMilli()
	if _, err := t.exec("INSERT INTO sessions(id, token_hash, csrf_token, user_id, label, address, created_at, last_seen_at, expires_at) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9)",
		s.ID, s.TokenHash, s.CSRFToken, s.UserID, s.Label, s.Address, at, at, s.ExpiresAt.UnixMilli()); err != nil {
		return err
	}
	if s.DeviceHash != "" {
		if _, err := t.exec("INSERT INTO known_devices(token_hash, user_id, expires_at) VALUES($1,$2,$3)", s.DeviceHash, s.UserID, s.DeviceExpiry.UnixMilli()); err != nil {
			return err
		}
	}
	for _, subject := range s.Forgives {
		if _, err := t.exec("DELETE FROM sign_in_attempts WHERE subject = $1", subject); err != nil {
			return err
		}
	}
	_, err := t.exec("UPDATE users SET last_seen_at = $1 WHERE id = $2", at, s.UserID)
	return err
}

// makeRoom removes the session that is replaced, all that has expired, and what is more than one user can have.
func (t *Tx) makeRoom(s account.NewSession) error {
	now := s.CreatedAt.UnixMilli()
	if _, err := t.exec("DELETE FROM sessions WHERE id = $1 OR expires_at <= $2 OR last_seen_at <= $3", s.Replaces, now, now-account.IdleFor.Milliseconds()); err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM sessions WHERE user_id = $1 AND id NOT IN (SELECT id FROM sessions WHERE user_id = $1 ORDER BY last_seen_at DESC LIMIT $2)", s.UserID, maxSessions-1); err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM known_devices WHERE expires_at <= $1", now); err != nil {
		return err
	}
	_, err := t.exec("DELETE FROM known_devices WHERE user_id = $1 AND token_hash NOT IN (SELECT token_hash FROM known_devices WHERE user_id = $1 ORDER BY expires_at DESC LIMIT $2)", s.UserID, maxDevices-1)
	return err
}

// Sessions implements account.SessionStore.
func (db *DB) Sessions(ctx context.Context, userID string) ([]account.Session, error) {
	got, err := all(ctx, db, scanSession, "SELECT "+sessionColumns+" FROM sessions s WHERE s.user_id = $1 ORDER BY s.last_seen_at DESC, s.id DESC", userID)
	return got, db.engine.translate(err)
}

// EndSession implements account.SessionStore.
func (db *DB) EndSession(ctx context.Context, userID, id string) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error {
		n, err := tx.exec("DELETE FROM sessions WHERE user_id = $1 AND id = $2", userID, id)
		if err == nil && n == 0 {
			return noSession()
		}
		return err
	})
}

// EndOtherSessions implements account.SessionStore.
func (db *DB) EndOtherSessions(ctx context.Context, userID, kept string) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error { return tx.endSessions(userID, kept) })
}

// Seen implements account.SessionStore.
func (db *DB) Seen(ctx context.Context, sessionID, userID string, at time.Time) error {
	return db.Update(ctx, 0, func(tx *Tx) error {
		if _, err := tx.exec("UPDATE sessions SET last_seen_at = $1 WHERE id = $2", at.UnixMilli(), sessionID); err != nil {
			return err
		}
		_, err := tx.exec("UPDATE users SET last_seen_at = $1 WHERE id = $2", at.UnixMilli(), userID)
		return err
	})
}

// KnowsDevice implements account.SessionStore.
func (db *DB) KnowsDevice(ctx context.Context, deviceHash, folded string, now time.Time) (bool, error) {
	n, err := one(ctx, db, value[int], "SELECT COUNT(*) FROM known_devices d JOIN users u ON u.id = d.user_id WHERE d.token_hash = $1 AND u.folded_username = $2 AND d.expires_at > $3",
		deviceHash, folded, now.UnixMilli())
	return n > 0, db.engine.translate(err)
}
