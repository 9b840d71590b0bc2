package profile

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/song"
)

// MostAtOnce bounds the songs of one bulk change.
const MostAtOnce = 5000

// Lists keeps the songs of profiles. Missing or trashed profiles and songs are fault.NotFound. Each change is one
// audit.Change, undone as one, whose Count says how many rows it touched; touching none gives the zero Change.
type Lists interface {
	// Rows gives the whole list in its order, without songs in the trash, in one statement.
	Rows(ctx context.Context, profileID string) ([]Row, error)
	Row(ctx context.Context, profileID, songID string) (Row, error)
	// PutEntry changes a row by fn, or adds one when there is none: then version must be 0. A wrong version is
	// fault.Stale with the Row, none for a stored row is fault.Precondition.
	PutEntry(ctx context.Context, profileID, songID string, version int64, fn func(*Entry) error) (Row, audit.Change, error)
	RemoveEntry(ctx context.Context, profileID, songID string, version int64) (audit.Change, error)
	// AddSongs puts songs at the end, each as entry says; those in the list already stay as they are.
	AddSongs(ctx context.Context, profileID string, songIDs []string, entry Entry) (audit.Change, error)
	RemoveSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error)
	// OrderSongs puts the named songs first, in this order; the others follow as they were.
	OrderSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error)
	// CopySongs adds songs of one list (all when none is named) to another with their notes, skipping what is there.
	CopySongs(ctx context.Context, fromID, toID string, songIDs []string) (audit.Change, error)
}

// Songs gives a profile's list, or what q finds in it, and how many there are without the limit. With everywhere it searches
// all songs and marks those in the list. Limit 0 means all.
func (u *Profiles) Songs(ctx context.Context, profileID, q string, everywhere bool, limit int) (rows []Row, total int, err error) {
	if err := account.From(ctx).Need(account.ReadProfiles); err != nil {
		return nil, 0, err
	}
	if rows, err = u.lists.Rows(ctx, profileID); err != nil {
		return nil, 0, err
	}
	if !everywhere && (q == "" || len(rows) == 0) {
		return cut(rows, limit), len(rows), nil
	}
	f := song.Filter{Query: q, Limit: limit}
	if !everywhere {
		f.Profile = profileID
		if limit == 0 {
			f.Limit = len(rows)
		}
	}
	found, err := u.search.Songs(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	return mark(found.Songs, rows), found.Total, nil
}

// mark gives found songs as rows, with what the list says about those that are in it.
func mark(found []song.Summary, list []Row) []Row {
	kept := make(map[string]Row, len(list))
	for _, r := range list {
		kept[r.Song.ID] = r
	}
	out := make([]Row, len(found))
	for i, s := range found {
		out[i] = kept[s.ID]
		out[i].Song = s
	}
	return out
}

func cut(rows []Row, limit int) []Row {
	if limit > 0 && len(rows) > limit {
		return rows[:limit]
	}
	return rows
}

// Song gives one row of a list; fault.NotFound when the song is not in it.
func (u *Profiles) Song(ctx context.Context, profileID, songID string) (Row, error) {
	if err := account.From(ctx).Need(account.ReadProfiles); err != nil {
		return Row{}, err
	}
	return u.lists.Row(ctx, profileID, songID)
}

// PutSong changes one row of a list by a function of the stored entry, or adds the song when version is 0 and it is not there.
func (u *Profiles) PutSong(ctx context.Context, profileID, songID string, version int64, fn func(*Entry) error) (Row, audit.Change, error) {
	p := account.From(ctx)
	if err := needEdit(p, profileID); err != nil {
		return Row{}, audit.Change{}, err
	}
	return u.lists.PutEntry(ctx, profileID, songID, version, func(e *Entry) error {
		if err := fn(e); err != nil {
			return err
		}
		return e.Normalise()
	})
}

// RemoveSong takes one song out of a list.
func (u *Profiles) RemoveSong(ctx context.Context, profileID, songID string, version int64) (audit.Change, error) {
	p := account.From(ctx)
	if err := needEdit(p, profileID); err != nil {
		return audit.Change{}, err
	}
	return u.lists.RemoveEntry(ctx, profileID, songID, version)
}

// AddSongs puts songs at the end of a list, all with one preferred key, which may be empty.
func (u *Profiles) AddSongs(ctx context.Context, profileID string, songIDs []string, key string) (audit.Change, error) {
	p := account.From(ctx)
	if err := needBulk(p, profileID, songIDs); err != nil {
		return audit.Change{}, err
	}
	entry := Entry{PreferredKey: key}
	if err := entry.Normalise(); err != nil {
		return audit.Change{}, err
	}
	return u.lists.AddSongs(ctx, profileID, songIDs, entry)
}

// RemoveSongs takes songs out of a list.
func (u *Profiles) RemoveSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error) {
	p := account.From(ctx)
	if err := needBulk(p, profileID, songIDs); err != nil {
		return audit.Change{}, err
	}
	return u.lists.RemoveSongs(ctx, profileID, songIDs)
}

// OrderSongs puts a list in the order of the ids.
func (u *Profiles) OrderSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error) {
	p := account.From(ctx)
	if err := needBulk(p, profileID, songIDs); err != nil {
		return audit.Change{}, err
	}
	return u.lists.OrderSongs(ctx, profileID, songIDs)
}

// CopySongs adds songs of one list, all when none is named, to another that the principal may change.
func (u *Profiles) CopySongs(ctx context.Context, fromID, toID string, songIDs []string) (audit.Change, error) {
	p := account.From(ctx)
	if fromID == toID {
		return audit.Change{}, fault.At("to_profile_id", "Choose another person to copy to.")
	}
	if len(songIDs) > 0 {
		if err := needBulk(p, toID, songIDs); err != nil {
			return audit.Change{}, err
		}
	}
	if err := needEdit(p, toID); err != nil {
		return audit.Change{}, err
	}
	return u.lists.CopySongs(ctx, fromID, toID, songIDs)
}

func needBulk(p account.Principal, profileID string, songIDs []string) error {
	if err := needEdit(p, profileID); err != nil {
		return err
	}
	switch {
	case len(songIDs) == 0:
		return fault.At("song_ids", "Name at least one song.")
	case len(songIDs) > MostAtOnce:
		return fault.At("song_ids", "At most %d songs at once, please.", MostAtOnce)
	}
	seen := make(map[string]bool, len(songIDs))
	for _, id := range songIDs {
		if seen[id] {
			return fault.At("song_ids", "A song is named twice.")
		}
		seen[id] = true
	}
	return nil
}
