package store_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/testkit"
)

const (
	sqliteColumns = `SELECT m.name, c.name, c.type, c."notnull" OR c.pk > 0, c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`
	sqliteIndexes = `SELECT l.name, m.name, l."unique", i.name FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) i
WHERE m.type = 'table' AND l.origin = 'c' ORDER BY l.name, i.seqno`
	postgresColumns = `SELECT c.table_name, c.column_name, c.data_type, c.is_nullable = 'NO', COALESCE(k.ordinal_position, 0) FROM information_schema.columns c
LEFT JOIN (SELECT u.table_name, u.column_name, u.ordinal_position FROM information_schema.key_column_usage u
  JOIN information_schema.table_constraints t ON t.constraint_name = u.constraint_name AND t.constraint_type = 'PRIMARY KEY') k
ON k.table_name = c.table_name AND k.column_name = c.column_name WHERE c.table_schema = 'public'`
	postgresIndexes = `SELECT i.relname, t.relname, x.indisunique, a.attname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = i.oid
LEFT JOIN pg_constraint c ON c.conindid = i.oid WHERE c.oid IS NULL ORDER BY i.relname, a.attnum`
)

// TestTheSchemasAgree compares tables, columns, keys and indexes. The full-text index is each engine's own.
func TestTheSchemasAgree(t *testing.T) {
	places := testkit.Places(t)
	for _, place := range places {
		openStore(t, place)
	}
	sqlite := schemaOf(t, "sqlite", places["sqlite"], sqliteColumns, sqliteIndexes)
	postgres := schemaOf(t, "pgx", places["postgres"], postgresColumns, postgresIndexes)
	for _, line := range sqlite {
		if !slices.Contains(postgres, line) {
			t.Errorf("SQLite only: %s", line)
		}
	}
	for _, line := range postgres {
		if !slices.Contains(sqlite, line) {
			t.Errorf("PostgreSQL only: %s", line)
		}
	}
	if len(sqlite) < 100 {
		t.Errorf("only %d columns and indexes were compared", len(sqlite))
	}
}

func schemaOf(t *testing.T, driver, place, columns, indexes string) (out []string) {
	t.Helper()
	db, err := sql.Open(driver, place)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	own := func(table string) bool {
		return strings.HasPrefix(table, "goose_") || strings.HasPrefix(table, "sqlite_") || strings.HasPrefix(table, "search_words")
	}
	each(t, db, columns, func(r *sql.Rows) error {
		var table, column, kind string
		var needed bool
		var key int
		err := r.Scan(&table, &column, &kind, &needed, &key)
		if !own(table) {
			out = append(out, fmt.Sprintf("%s.%s %s needed %t key %d", table, column, plainType(kind), needed, key))
		}
		return err
	})
	each(t, db, indexes, func(r *sql.Rows) error {
		var index, table, column string
		var unique bool
		err := r.Scan(&index, &table, &unique, &column)
		if !own(table) {
			out = append(out, fmt.Sprintf("index %s on %s unique %t: %s", index, table, unique, column))
		}
		return err
	})
	return out
}

func each(t *testing.T, db *sql.DB, query string, scan func(*sql.Rows) error) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func plainType(kind string) string {
	if kind = strings.ToUpper(kind); kind == "INTEGER" {
		return "BIGINT"
	}
	return kind
}
