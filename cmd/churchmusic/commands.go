package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"churchmusic/internal/app"
)

// commands lists all subcommands, in the order of the help.
func (w world) commands() []*cobra.Command {
	cobra.EnableCommandSorting = false
	return []*cobra.Command{w.serve(), w.importSongs(), w.exportSongs(), w.convert(), w.user(), w.migrate(), w.openapi(), w.version(), w.hashPasswords()}
}

func (w world) migrate() *cobra.Command {
	cmd := &cobra.Command{
		Use: "migrate", Short: "Bring the database up to date without serving",
		Long: "Bring the database's schema up to date, or make it. Serve does the same when it starts; this is for whoever wants to see it succeed first.",
		Example: `  churchmusic migrate
  churchmusic migrate --database-url postgres://church:secret@localhost/church`,
		Args: cobra.NoArgs,
	}
	read := w.configured(cmd, false)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := read()
		if err != nil {
			return err
		}
		return app.Migrate(cmd.Context(), w.options(c))
	}
	return cmd
}

// hashPasswords is what the server starts beside itself; people have no use for it.
func (w world) hashPasswords() *cobra.Command {
	return &cobra.Command{Use: app.HashCommand, Hidden: true, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return app.HashPasswords(w.in, w.out) }}
}

func (w world) openapi() *cobra.Command {
	return &cobra.Command{
		Use: "openapi", Short: "Print the API's OpenAPI document", Args: cobra.NoArgs,
		Example: `  churchmusic openapi > openapi.yaml`,
		RunE: func(*cobra.Command, []string) error {
			text, err := app.Document("1")
			if err != nil {
				return err
			}
			_, err = w.out.Write(text)
			return err
		},
	}
}

func (w world) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(w.out, "churchmusic %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
