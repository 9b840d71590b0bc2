package store

import (
	"context"
	"slices"
	"strings"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/live"
	"churchmusic/internal/profile"
)

// list is a profile's whole list inside a transaction.
type list struct {
	tx        *Tx
	profileID string
	name      string
	rows      []listed
	at        map[string]int // song id → index in rows
}

func (t *Tx) list(ctx context.Context, profileID string) (*list, error) {
	name, err := t.lockList(ctx, profileID)
	if err != nil {
		return nil, err
	}
	rows, err := t.listed(ctx, profileID)
	if err != nil {
		return nil, err
	}
	l := &list{t, profileID, name, rows, make(map[string]int, len(rows))}
	for i, r := range rows {
		l.at[r.songID] = i
	}
	return l, nil
}

// put stores rows as one change; of no rows it makes none.
func (l *list) put(ctx context.Context, a audit.Action, rows []listed) (audit.Change, error) {
	if len(rows) == 0 {
		return audit.Change{}, nil
	}
	c, err := l.tx.beginList(ctx, a, l.profileID, l.name, rows)
	if err != nil {
		return c, err
	}
	for _, r := range rows {
		if err := l.tx.putEntry(ctx, c, l.profileID, r.songID, r.Entry); err != nil {
			return c, err
		}
	}
	return c, nil
}

// append puts those rows at the end that are not in the list yet.
func (l *list) append(ctx context.Context, a audit.Action, rows []listed) (audit.Change, error) {
	last := 0
	for _, r := range l.rows {
		last = max(last, r.Position)
	}
	added := make([]listed, 0, len(rows))
	for _, r := range rows {
		if _, there := l.at[r.songID]; !there {
			last++
			r.Position = last
			added = append(added, r)
		}
	}
	return l.put(ctx, a, added)
}

// changeList runs fn on a list in a transaction.
func (db *DB) changeList(ctx context.Context, profileID string, fn func(*list) (audit.Change, error)) (c audit.Change, err error) {
	err = db.Update(ctx, Library, func(tx *Tx) error {
		l, err := tx.list(ctx, profileID)
		if err != nil {
			return err
		}
		c, err = fn(l)
		c.Versions = tx.rowVersions(profileID)
		return err
	})
	return c, err
}

// rowVersions gives the versions of the list's rows that the transaction made, by song.
func (t *Tx) rowVersions(profileID string) map[string]int64 {
	made := map[string]int64{}
	for _, e := range t.events {
		if songID, of := strings.CutPrefix(e.ID, profileID+"/"); of && e.Type == live.ProfileSong {
			made[songID] = e.Version
		}
	}
	return made
}

// AddSongs implements profile.Lists.
func (db *DB) AddSongs(ctx context.Context, profileID string, songIDs []string, entry profile.Entry) (audit.Change, error) {
	return db.changeList(ctx, profileID, func(l *list) (audit.Change, error) {
		rows := make([]listed, len(songIDs))
		for i, id := range songIDs {
			title, err := songTitle(ctx, l.tx, id)
			if fault.Is(err, fault.NotFound) {
				return audit.Change{}, fault.At("song_ids", "One of these songs is not there (%.40s).", id)
			}
			if err != nil {
				return audit.Change{}, err
			}
			rows[i] = listed{songID: id, title: title, Entry: entry}
		}
		return l.append(ctx, audit.Added, rows)
	})
}

// RemoveSongs implements profile.Lists.
func (db *DB) RemoveSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error) {
	return db.changeList(ctx, profileID, func(l *list) (audit.Change, error) {
		gone := make([]listed, 0, len(songIDs))
		for _, id := range songIDs {
			if i, there := l.at[id]; there {
				gone = append(gone, l.rows[i])
			}
		}
		if len(gone) == 0 {
			return audit.Change{}, nil
		}
		c, err := l.tx.beginList(ctx, audit.Removed, profileID, l.name, gone)
		for _, r := range gone {
			if err == nil {
				err = l.tx.dropEntry(ctx, c, profileID, r.songID)
			}
		}
		return c, err
	})
}

// OrderSongs implements profile.Lists.
func (db *DB) OrderSongs(ctx context.Context, profileID string, songIDs []string) (audit.Change, error) {
	return db.changeList(ctx, profileID, func(l *list) (audit.Change, error) {
		order := make([]listed, 0, len(l.rows))
		for _, id := range songIDs {
			i, there := l.at[id]
			if !there {
				return audit.Change{}, fault.At("song_ids", "One of these songs is not in the list (%.40s). Load it again.", id)
			}
			order = append(order, l.rows[i])
		}
		named := setOf(songIDs)
		for _, r := range l.rows {
			if !named[r.songID] {
				order = append(order, r)
			}
		}
		return l.put(ctx, audit.Reordered, moved(order))
	})
}

// moved deals the places that the rows have out again, in the order of the slice, and keeps those whose place is new.
func moved(order []listed) []listed {
	places := make([]int, len(order))
	for i, r := range order {
		places[i] = r.Position
	}
	slices.Sort(places)
	var out []listed
	last := 0
	for i, r := range order {
		last = max(places[i], last+1)
		if r.Position != last {
			r.Position = last
			out = append(out, r)
		}
	}
	return out
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// CopySongs implements profile.Lists. What is the other person's own stays behind: favourites and when they last led it.
func (db *DB) CopySongs(ctx context.Context, fromID, toID string, songIDs []string) (audit.Change, error) {
	return db.changeList(ctx, toID, func(to *list) (audit.Change, error) {
		if _, err := profileName(ctx, to.tx, fromID); err != nil {
			return audit.Change{}, err
		}
		from, err := to.tx.listed(ctx, fromID)
		if err != nil {
			return audit.Change{}, err
		}
		named := setOf(songIDs)
		var rows []listed
		for _, r := range from {
			if r.trashed || len(named) > 0 && !named[r.songID] {
				continue
			}
			r.Favourite, r.LastLed = false, ""
			rows = append(rows, r)
		}
		return to.append(ctx, audit.Copied, rows)
	})
}
