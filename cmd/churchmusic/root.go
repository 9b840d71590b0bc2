package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"churchmusic/internal/app"
	"churchmusic/internal/config"
)

// world is everything that the program takes from outside, so that a test can run the very same program.
type world struct {
	args     []string
	environ  []string
	in       io.Reader
	out, err io.Writer
	program  string // this program's file; a test has none and starts no helpers
}

// run is the program; it gives the exit code.
func run(ctx context.Context, w world) int {
	root := w.command()
	root.SetArgs(w.args)
	root.SetIn(w.in)
	root.SetOut(w.out)
	root.SetErr(w.err)
	if err := root.ExecuteContext(ctx); err != nil {
		for line := range strings.SplitSeq(err.Error(), "\n") {
			fmt.Fprintln(w.err, "churchmusic:", line)
		}
		return 1
	}
	return 0
}

func (w world) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "churchmusic",
		Short: "The church's songs, charts and people, in one program",
		Long: `Church Music Database keeps a worship team's songs, knows who sings what in which key,
and shows charts on every screen of the church's own network.

Every setting can be a flag, a CHURCHMUSIC_… variable or a line in the file named by --config;
a flag wins over a variable, a variable over the file.`,
		Example: `  churchmusic serve                          start with everything in ./data
  churchmusic serve --data /srv/church       keep everything elsewhere
  churchmusic import songs/*.cho             take in ChordPro files
  churchmusic serve --help                   all settings`,
		SilenceErrors: true, SilenceUsage: true,
		Args: cobra.NoArgs,
		RunE: teach,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(w.commands()...)
	return root
}

// teach is what a command does that only has subcommands.
func teach(cmd *cobra.Command, _ []string) error { return cmd.Help() }

// configured adds the flags of the table of settings to a command; read loads the settings when the command runs.
func (w world) configured(cmd *cobra.Command, serve bool) (read func() (*config.Config, error)) {
	flags := cmd.Flags()
	file := flags.String("config", "", "file with settings: key = value lines, or JSON (CHURCHMUSIC_CONFIG)")
	for _, o := range config.Options() {
		if o.Serve && !serve {
			continue
		}
		flags.String(o.Flag, o.Default, fmt.Sprintf("%s (%s)", o.Meaning, o.Env()))
		if o.Bool {
			flags.Lookup(o.Flag).NoOptDefVal = "true"
		}
	}
	flags.SetNormalizeFunc(aliases)
	flags.SortFlags = false
	return func() (*config.Config, error) {
		return config.Load(config.Sources{Flags: given(flags), ConfigFile: *file, Environ: w.environ})
	}
}

// aliases lets people write --api for --api-url.
func aliases(_ *pflag.FlagSet, name string) pflag.NormalizedName {
	if name == "api" {
		name = "api-url"
	}
	return pflag.NormalizedName(name)
}

func given(flags *pflag.FlagSet) map[string]string {
	values := map[string]string{}
	known := map[string]bool{}
	for _, o := range config.Options() {
		known[o.Flag] = true
	}
	flags.Visit(func(f *pflag.Flag) {
		if known[f.Name] {
			values[f.Name] = f.Value.String()
		}
	})
	return values
}

func (w world) options(c *config.Config) app.Options {
	log := slog.New(slog.NewJSONHandler(w.err, &slog.HandlerOptions{Level: c.LogLevel}))
	return app.Options{Config: c, Version: version, Out: w.out, Log: log, Program: w.program}
}
