package store

import (
	"context"
	"database/sql"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// Failures implements account.AttemptStore.
func (db *DB) Failures(ctx context.Context, subject string, since time.Time) ([]time.Time, error) {
	got, err := all(ctx, db, scanInstant, "SELECT at FROM sign_in_attempts WHERE subject = $1 AND at > $2 ORDER BY at", subject, since.UnixMilli())
	return got, db.engine.translate(err)
}

func scanInstant(r *sql.Rows) (time.Time, error) {
	ms, err := value[int64](r)
	return instant(ms), err
}

// AddFailure implements account.AttemptStore.
func (db *DB) AddFailure(ctx context.Context, subjects []string, at, forgetBefore time.Time) error {
	return db.Update(ctx, 0, func(tx *Tx) error {
		for _, s := range subjects {
			if _, err := tx.exec("INSERT INTO sign_in_attempts(subject, at) VALUES($1,$2)", s, at.UnixMilli()); err != nil {
				return err
			}
		}
		_, err := tx.exec("DELETE FROM sign_in_attempts WHERE at <= $1", forgetBefore.UnixMilli())
		return err
	})
}

const setupPurpose = "setup"

// SetSetupLink implements account.SetupStore.
func (db *DB) SetSetupLink(ctx context.Context, tokenHash string, now, expires time.Time) (wanted bool, err error) {
	err = db.Update(ctx, 0, func(tx *Tx) error {
		if err := tx.lockUsers(); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM one_time_links WHERE purpose = $1", setupPurpose); err != nil {
			return err
		}
		users, err := one(ctx, tx, value[int], countUsers)
		if wanted = users == 0; !wanted || err != nil {
			return err
		}
		_, err = tx.exec("INSERT INTO one_time_links(token_hash, purpose, created_at, expires_at) VALUES($1,$2,$3,$4)",
			tokenHash, setupPurpose, now.UnixMilli(), expires.UnixMilli())
		return err
	})
	return wanted && err == nil, err
}

// HasSetupLink implements account.SetupStore.
func (db *DB) HasSetupLink(ctx context.Context, tokenHash string, now time.Time) (bool, error) {
	n, err := one(ctx, db, value[int], "SELECT COUNT(*) FROM one_time_links WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3",
		tokenHash, setupPurpose, now.UnixMilli())
	return n > 0, db.engine.translate(err)
}

// SetUp implements account.SetupStore.
func (db *DB) SetUp(ctx context.Context, tokenHash string, u account.User, passwordHash, churchName string, s account.NewSession) error {
	return db.Update(ctx, Accounts, func(tx *Tx) error {
		if err := tx.consumeSetupLink(ctx, tokenHash, s.CreatedAt); err != nil {
			return err
		}
		if err := tx.addUser(ctx, u, passwordHash, &audit.Actor{UserID: u.ID, Name: u.Name}); err != nil {
			return err
		}
		if err := tx.set("church_name", churchName); err != nil {
			return err
		}
		return tx.addSession(s)
	})
}

func (t *Tx) consumeSetupLink(ctx context.Context, tokenHash string, now time.Time) error {
	if err := t.lockUsers(); err != nil {
		return err
	}
	n, err := t.exec("DELETE FROM one_time_links WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3", tokenHash, setupPurpose, now.UnixMilli())
	if err != nil {
		return err
	}
	users, err := one(ctx, t, value[int], countUsers)
	if err == nil && (n == 0 || users > 0) {
		return fault.New(fault.NotFound, "This link does not work any more.")
	}
	return err
}
