package main

import (
	"errors"

	"github.com/spf13/cobra"

	"churchmusic/internal/app"
)

func (w world) serve() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the server: web pages on 5100, the API on 8080",
		Long: `Run the server until it is stopped. The first start makes the data folder, loads the starter library
and prints a link with which one person becomes the administrator.`,
		Example: `  churchmusic serve
  churchmusic serve --data /srv/church --public-url https://songs.example.org
  churchmusic serve --database-url postgres://church:secret@localhost/church
  churchmusic serve --only api
  churchmusic serve --only web --api http://127.0.0.1:8080
  CHURCHMUSIC_DATABASE_URL_FILE=/run/secrets/database churchmusic serve`,
		Args: cobra.NoArgs,
	}
	read := w.configured(cmd, true)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := read()
		if err != nil {
			return err
		}
		a, err := app.New(cmd.Context(), w.options(c))
		if err != nil {
			return err
		}
		return errors.Join(a.Run(cmd.Context()), a.Close())
	}
	return cmd
}
