package store

import (
	"context"
	"database/sql"
	"strconv"

	"churchmusic/internal/account"
	"churchmusic/internal/live"
)

type setting struct{ name, value string }

func scanSetting(r *sql.Rows) (s setting, err error) {
	err = r.Scan(&s.name, &s.value)
	return s, err
}

// Settings implements account.SettingsStore.
func (db *DB) Settings(ctx context.Context) (account.Settings, error) {
	s, err := readSettings(ctx, db)
	return s, db.engine.translate(err)
}

func readSettings(ctx context.Context, q querier) (account.Settings, error) {
	s := account.Settings{Version: 1}
	rows, err := all(ctx, q, scanSetting, "SELECT name, value FROM settings WHERE name IN ('settings_version', 'church_name', 'prefer_flat_six')")
	for _, r := range rows {
		switch r.name {
		case "church_name":
			s.ChurchName = r.value
		case "prefer_flat_six":
			s.PreferFlatSix = r.value == "true"
		case "settings_version":
			if s.Version, err = strconv.ParseInt(r.value, 10, 64); err != nil {
				return s, err
			}
		}
	}
	return s, err
}

func (t *Tx) set(name, value string) error {
	_, err := t.exec("INSERT INTO settings(name, value) VALUES($1,$2) ON CONFLICT(name) DO UPDATE SET value = excluded.value", name, value)
	return err
}

// ChangeSettings implements account.SettingsStore. What the settings decide is part of library answers too, so both scopes are new.
func (db *DB) ChangeSettings(ctx context.Context, change func(account.Settings) (account.Settings, error)) (s account.Settings, err error) {
	err = db.Update(ctx, Accounts|Library, func(tx *Tx) error {
		if err := tx.set("settings_lock", ""); err != nil {
			return err
		}
		old, err := readSettings(ctx, tx)
		if err != nil {
			return err
		}
		if s, err = change(old); err != nil {
			return err
		}
		s.Version = old.Version + 1
		return tx.setAll(s)
	})
	return s, err
}

func (t *Tx) setAll(s account.Settings) error {
	for _, each := range []setting{
		{"settings_version", strconv.FormatInt(s.Version, 10)}, {"church_name", s.ChurchName}, {"prefer_flat_six", strconv.FormatBool(s.PreferFlatSix)},
	} {
		if err := t.set(each.name, each.value); err != nil {
			return err
		}
	}
	t.Publish(live.Event{Type: live.Settings, ID: "church", Version: s.Version})
	return nil
}

// Counts implements account.SettingsStore.
func (db *DB) Counts(ctx context.Context, p account.Principal) (account.Counts, error) {
	if !p.May(account.ReadSongs) {
		c, err := one(ctx, db, scanCounts, "SELECT COUNT(*), 0, 0 FROM songs WHERE deleted_at IS NULL AND visibility = 'public'")
		return c, db.engine.translate(err)
	}
	c, err := one(ctx, db, scanCounts, `SELECT (SELECT COUNT(*) FROM songs WHERE deleted_at IS NULL), (SELECT COUNT(*) FROM profiles WHERE deleted_at IS NULL),
(SELECT COUNT(*) FROM songs WHERE deleted_at IS NOT NULL AND ($1 OR deleted_by = $2)) + (SELECT COUNT(*) FROM profiles WHERE deleted_at IS NOT NULL AND ($1 OR deleted_by = $2 OR id = $3))`,
		p.May(account.RestoreAll), p.UserID, p.ProfileID)
	return c, db.engine.translate(err)
}

func scanCounts(r *sql.Rows) (c account.Counts, err error) {
	err = r.Scan(&c.Songs, &c.Profiles, &c.Trash)
	return c, err
}
