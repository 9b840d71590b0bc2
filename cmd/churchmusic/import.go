package main

import (
	"github.com/spf13/cobra"

	"churchmusic/internal/app"
	"churchmusic/internal/song"
)

func (w world) importSongs() *cobra.Command {
	cmd := &cobra.Command{
		Use: "import PATH…", Short: "Take in ChordPro files, song by song",
		Long: `Take in ChordPro files and all ChordPro files in folders. A song that is there already, by its CCLI song number or by its
title and first line, is skipped and named, or changed with --update. All of it is one change, undone as one.
The server must not run on the same data folder meanwhile.`,
		Example: `  churchmusic import songs/*.cho
  churchmusic import --update --public /media/stick`,
		Args: cobra.MinimumNArgs(1),
	}
	update := cmd.Flags().Bool("update", false, "change songs that are there already")
	public := cmd.Flags().Bool("public", false, "show the new songs to visitors who are not signed in")
	read := w.configured(cmd, false)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c, err := read()
		if err != nil {
			return err
		}
		how := song.Import{Update: *update, Visibility: song.Members}
		if *public {
			how.Visibility = song.Public
		}
		return app.Import(cmd.Context(), w.options(c), args, how)
	}
	return cmd
}

func (w world) exportSongs() *cobra.Command {
	cmd := &cobra.Command{
		Use: "export FOLDER", Short: "Write every song as a ChordPro file",
		Example: `  churchmusic export ~/songs`,
		Args:    cobra.ExactArgs(1),
	}
	read := w.configured(cmd, false)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c, err := read()
		if err != nil {
			return err
		}
		return app.Export(cmd.Context(), w.options(c), args[0])
	}
	return cmd
}
