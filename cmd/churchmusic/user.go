package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"churchmusic/internal/account"
	"churchmusic/internal/app"
	"churchmusic/internal/fault"
)

func (w world) user() *cobra.Command {
	cmd := &cobra.Command{
		Use: "user", Short: "Make and list users, for machines that set themselves up",
		Example: `  echo "$PASSWORD" | churchmusic user create anna --role admin --password-stdin
  churchmusic user list`,
		Args: cobra.NoArgs,
		RunE: teach,
	}
	cmd.AddCommand(w.userCreate(), w.userList())
	return cmd
}

func (w world) userCreate() *cobra.Command {
	cmd := &cobra.Command{
		Use: "create NAME", Short: "Make a user; the password is the first line of standard input",
		Long: `Make a user. Roles: member (read and keep an own list), leader, editor (change songs and people) and admin.
A password has at least 12 characters; three or four words that do not belong together are good.`,
		Example: `  churchmusic user create anna --role admin --password-stdin < password.txt`,
		Args:    cobra.ExactArgs(1),
	}
	role := cmd.Flags().String("role", string(account.Member), "member, leader, editor or admin")
	name := cmd.Flags().String("name", "", "the name that others see; the username when empty")
	stdin := cmd.Flags().Bool("password-stdin", false, "read the password from standard input")
	read := w.configured(cmd, false)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !*stdin {
			return errors.New("a password on the command line could be seen by others: pipe it in and add --password-stdin")
		}
		c, err := read()
		if err != nil {
			return err
		}
		password, err := w.firstLine()
		if err != nil {
			return err
		}
		return spelledOut(app.CreateUser(cmd.Context(), w.options(c), account.NewUser{
			Username: args[0], Name: *name, Role: account.Role(*role), Password: password}))
	}
	return cmd
}

func (w world) userList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List all users", Args: cobra.NoArgs}
	read := w.configured(cmd, false)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c, err := read()
		if err != nil {
			return err
		}
		return app.ListUsers(cmd.Context(), w.options(c))
	}
	return cmd
}

func (w world) firstLine() (string, error) {
	b, err := io.ReadAll(io.LimitReader(w.in, 4096))
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSuffix(line, "\r"), err
}

// spelledOut tells everything that is wrong with an input, one thing a line.
func spelledOut(err error) error {
	f, ok := fault.As(err)
	if !ok || len(f.Fields) == 0 {
		return err
	}
	var lines []string
	for _, each := range f.Fields {
		lines = append(lines, fmt.Sprintf("%s: %s", each.Name, each.Message))
	}
	return errors.New(strings.Join(lines, "\n"))
}
