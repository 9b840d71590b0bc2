package store

import (
	"context"
	"hash/fnv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// The pool of PostgreSQL connections: 10 kept, 20 more under load, each renewed hourly.
const (
	postgresKept     = 10
	postgresMost     = 30
	postgresLifetime = time.Hour
	postgresIdle     = 5 * time.Minute
)

func (db *DB) openPostgres(ctx context.Context, address string) error {
	db.engine = postgresEngine{}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return err
	}
	for name, value := range map[string]string{
		"statement_timeout": "5000", "lock_timeout": "3000", "idle_in_transaction_session_timeout": "10000",
		"application_name": "churchmusic", "timezone": "UTC",
	} {
		config.RuntimeParams[name] = value
	}
	config.ConnectTimeout = 2 * time.Second
	db.pool = stdlib.OpenDB(*config)
	db.pool.SetMaxIdleConns(postgresKept)
	db.pool.SetMaxOpenConns(postgresMost)
	db.pool.SetConnMaxLifetime(postgresLifetime)
	db.pool.SetConnMaxIdleTime(postgresIdle)
	if err := migrate(ctx, db.pool, "postgres"); err != nil {
		_ = db.pool.Close()
		return err
	}
	return nil
}

func (db *DB) readSnapshot(ctx context.Context) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	text, err := one(ctx, db, value[string], "SELECT pg_current_snapshot()::text")
	if err != nil {
		return 0, db.engine.translate(err)
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	return h.Sum64(), nil
}
