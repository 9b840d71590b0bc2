package app

import (
	"context"
	"fmt"

	"churchmusic/internal/live"
)

// Migrate brings the database's schema up to date, makes it when there is none, and says where it is.
func Migrate(ctx context.Context, o Options) error {
	l, err := openLibrary(ctx, o, live.NewHub())
	if err != nil {
		return err
	}
	if err := l.close(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(o.Out, "The database is up to date: %s\n", place(o.Config))
	return err
}
