package song

import (
	"context"
	"slices"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// BulkAction is what happens to many songs as one change.
type BulkAction string

// The bulk actions.
const (
	BulkDelete        BulkAction = "delete"
	BulkRestore       BulkAction = "restore"
	BulkAddTags       BulkAction = "add_tags"
	BulkRemoveTags    BulkAction = "remove_tags"
	BulkSetVisibility BulkAction = "set_visibility"
)

// MostAtOnce bounds the songs of one bulk change.
const MostAtOnce = 1000

// BulkChange says what to do to which songs.
type BulkChange struct {
	IDs        []string
	Action     BulkAction
	Tags       []Tag
	Visibility Visibility
}

// Bulk changes many songs as one change; songs that are as wanted already do not count.
func (l *Library) Bulk(ctx context.Context, b BulkChange) (audit.Change, error) {
	p := account.From(ctx)
	need := account.EditSongs
	if b.Action == BulkRestore {
		need = account.RestoreAll
	}
	if err := p.Need(need); err != nil {
		return audit.Change{}, err
	}
	if err := b.check(); err != nil {
		return audit.Change{}, err
	}
	slices.Sort(b.IDs)
	return l.writer.ChangeSongs(ctx, slices.Compact(b.IDs), b.auditAction(), l.bulkFunc(b))
}

func (b BulkChange) check() error {
	var wrong fault.Fields
	if len(b.IDs) == 0 {
		wrong.Add("song_ids", "Name at least one song.")
	}
	if len(b.IDs) > MostAtOnce {
		wrong.Add("song_ids", "At most %d songs at once, please.", MostAtOnce)
	}
	switch b.Action {
	case BulkDelete, BulkRestore:
	case BulkAddTags, BulkRemoveTags:
		if len(b.Tags) == 0 {
			wrong.Add("tags", "Name at least one tag.")
		}
	case BulkSetVisibility:
		if b.Visibility != Public && b.Visibility != Members {
			wrong.Add("visibility", "Choose public or members.")
		}
	default:
		wrong.Add("action", "Choose delete, restore, add_tags, remove_tags or set_visibility.")
	}
	return wrong.Err()
}

func (b BulkChange) auditAction() audit.Action {
	switch b.Action {
	case BulkDelete:
		return audit.Deleted
	case BulkRestore:
		return audit.Restored
	}
	return audit.Bulk
}

func (l *Library) bulkFunc(b BulkChange) func(*Song) error {
	switch b.Action {
	case BulkDelete:
		return l.trash
	case BulkRestore:
		return untrash
	case BulkAddTags:
		return l.editing(func(s *Song) error {
			s.Tags = append(s.Tags, b.Tags...)
			return nil
		})
	case BulkRemoveTags:
		return l.editing(func(s *Song) error {
			s.Tags = slices.DeleteFunc(s.Tags, func(t Tag) bool { return slices.ContainsFunc(b.Tags, t.same) })
			return nil
		})
	}
	return l.editing(func(s *Song) error {
		s.Visibility = b.Visibility
		return nil
	})
}
