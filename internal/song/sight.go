package song

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

// ReadAll is the permission that shows songs that are not public.
const ReadAll = account.ReadSongs

func reading(ctx context.Context) (account.Principal, error) {
	p := account.From(ctx)
	return p, p.Need(account.ReadPublicSongs)
}

func missing() error { return fault.New(fault.NotFound, "This song is not there.") }

// MaySee says whether a principal is shown a song.
func MaySee(p account.Principal, s *Song) bool {
	if !s.DeletedAt.IsZero() {
		return p.May(account.RestoreAll)
	}
	return s.Visibility == Public || p.May(ReadAll)
}

// MayEdit says whether a principal may change and delete a song.
func MayEdit(p account.Principal, s *Song) bool {
	return p.May(account.EditSongs) && s.DeletedAt.IsZero()
}

// MayRestore says whether a principal may take a song out of the trash.
func MayRestore(p account.Principal, s *Song) bool { return !s.DeletedAt.IsZero() && mayRestore(p, s) }

func mayRestore(p account.Principal, s *Song) bool {
	return p.May(account.RestoreAll) || p.May(account.RestoreOwn) && p.UserID != "" && s.DeletedBy == p.UserID
}
