package app

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"churchmusic/internal/account"
	"churchmusic/internal/live"
)

// CreateUser makes a user without the server, for machines that set themselves up. The server must not run on the same data folder.
func CreateUser(ctx context.Context, o Options, n account.NewUser) error {
	return withAccounts(ctx, o, func(a *account.Accounts) error {
		u, err := a.AddUser(ctx, account.System, n)
		if err == nil {
			_, err = fmt.Fprintf(o.Out, "%s (%s) can sign in now.\n", u.Username, u.Role)
		}
		return err
	})
}

// ListUsers prints all users.
func ListUsers(ctx context.Context, o Options) error {
	return withAccounts(ctx, o, func(a *account.Accounts) error {
		users, err := a.Users(ctx, account.System)
		if err != nil {
			return err
		}
		w := tabwriter.NewWriter(o.Out, 0, 4, 2, ' ', 0)
		fmt.Fprintln(w, "USERNAME\tNAME\tROLE\tLAST SEEN")
		for _, u := range users {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", u.Username, u.Name, u.Role, lastSeen(u))
		}
		return w.Flush()
	})
}

func lastSeen(u account.User) string {
	switch {
	case u.Disabled:
		return "disabled"
	case u.LastSeenAt.IsZero():
		return "never"
	}
	return u.LastSeenAt.Format("2006-01-02 15:04 UTC")
}

func withAccounts(ctx context.Context, o Options, fn func(*account.Accounts) error) error {
	l, err := openLibrary(ctx, o, live.NewHub())
	if err != nil {
		return err
	}
	return errors.Join(fn(l.accounts), l.close())
}
