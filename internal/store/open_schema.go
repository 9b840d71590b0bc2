package store

import (
	"io/fs"
	"strings"
)

// SchemaText gives the text of all migrations of an engine, "sqlite" or "postgres": tests name their template database by it.
func SchemaText(engine string) string {
	var b strings.Builder
	names, _ := fs.Glob(migrations, "migrations/"+engine+"/*.sql") // the pattern is well formed
	for _, name := range names {
		text, _ := migrations.ReadFile(name) // it is embedded
		b.Write(text)
	}
	return b.String()
}
