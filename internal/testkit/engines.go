// Package testkit is what tests share: databases of both engines, songs to fill them with, a clock that stands still.
package testkit

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"churchmusic/internal/store"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named "pgx"
)

// PostgresVariable names the PostgreSQL that tests may create databases in, as postgres://user@host:port/database.
const PostgresVariable = "CHURCHMUSIC_TEST_POSTGRES"

// Engines runs a test on an empty database of each engine. PostgreSQL missing is a failure, never a skip.
func Engines(t *testing.T, test func(t *testing.T, place string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "church.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// Places gives an empty database of each engine, by the engine's name.
func Places(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{"sqlite": filepath.Join(t.TempDir(), "church.db"), "postgres": Postgres(t)}
}

// Postgres gives the address of a database of the test's own, with the schema in it, dropped when the test ends.
func Postgres(t *testing.T) string {
	t.Helper()
	server := os.Getenv(PostgresVariable)
	if server == "" {
		t.Fatalf("%s is not set. `make test` starts a PostgreSQL for the tests; to run one package by hand, start any PostgreSQL 15 or later and set it to postgres://user@host:port/postgres.", PostgresVariable)
	}
	template := prepareTemplate(t, server)
	var chance [6]byte
	_, _ = rand.Read(chance[:])
	name := "churchmusic_test_" + hex.EncodeToString(chance[:])
	execute(t, server, "CREATE DATABASE "+name+" TEMPLATE "+template+" STRATEGY FILE_COPY")
	t.Cleanup(func() { execute(t, server, "DROP DATABASE "+name+" WITH (FORCE)") })
	return address(t, server, name)
}

func address(t *testing.T, server, database string) string {
	t.Helper()
	u, err := url.Parse(server)
	if err != nil {
		t.Fatalf("%s: %v", PostgresVariable, err)
	}
	u.Path = "/" + database
	return u.String()
}

var (
	templates   sync.Mutex
	madeTemples = map[string]string{}
)

// templateLock keeps test programs that run at the same time from making the same template twice.
const templateLock = 7_106_203

// prepareTemplate gives the name of a database with the schema of these migrations; it stays for the next test program.
func prepareTemplate(t *testing.T, server string) string {
	t.Helper()
	templates.Lock()
	defer templates.Unlock()
	if name := madeTemples[server]; name != "" {
		return name
	}
	sum := sha256.Sum256([]byte(store.SchemaText("postgres")))
	name := "churchmusic_template_" + hex.EncodeToString(sum[:8])
	db := open(t, server)
	defer db.Close()
	conn, err := db.Conn(t.Context())
	must(t, err)
	defer conn.Close()
	_, err = conn.ExecContext(t.Context(), "SELECT pg_advisory_lock($1)", templateLock)
	must(t, err)
	var there bool
	must(t, conn.QueryRowContext(t.Context(), "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", name).Scan(&there))
	if !there {
		makeTemplate(t, conn, server, name)
	}
	madeTemples[server] = name
	return name
}

func makeTemplate(t *testing.T, conn *sql.Conn, server, name string) {
	t.Helper()
	unfinished := name + "_new"
	for _, text := range []string{"DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)", "CREATE DATABASE " + unfinished + " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"} {
		_, err := conn.ExecContext(t.Context(), text)
		must(t, err)
	}
	db, err := store.Open(t.Context(), address(t, server, unfinished), store.Options{})
	must(t, err)
	must(t, db.Close())
	_, err = conn.ExecContext(t.Context(), "ALTER DATABASE "+unfinished+" RENAME TO "+name)
	must(t, err)
}

func open(t *testing.T, server string) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", server)
	must(t, err)
	return db
}

func execute(t *testing.T, server, text string) {
	t.Helper()
	db := open(t, server)
	defer db.Close()
	_, err := db.ExecContext(context.Background(), text)
	must(t, err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
