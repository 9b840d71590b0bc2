package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var migrations embed.FS

// migrate brings a schema up to date. On PostgreSQL goose takes an advisory lock, so that of several starters one migrates.
func migrate(ctx context.Context, db *sql.DB, engine string) error {
	files, err := fs.Sub(migrations, "migrations/"+engine)
	if err != nil {
		return err
	}
	dialect, options, err := gooseSetting(engine)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(dialect, db, files, options...)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}
