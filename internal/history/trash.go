package history

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// Trash gives what is in the trash, newest first: all of it to editors, to others what they deleted themselves.
func (h *History) Trash(ctx context.Context) ([]Trashed, error) {
	p := account.From(ctx)
	if err := p.Need(account.RestoreOwn); err != nil {
		return nil, err
	}
	found, err := h.store.Trash(ctx)
	if err != nil {
		return nil, err
	}
	kept := found[:0]
	for _, t := range found {
		if mayRestore(p, t) {
			t.MayRestore, t.MayPurge = true, p.May(account.Purge)
			kept = append(kept, t)
		}
	}
	return kept, nil
}

func mayRestore(p account.Principal, t Trashed) bool {
	return p.May(account.RestoreAll) || t.Entity == audit.Profile && p.Owns(t.ID) || p.UserID != "" && t.DeletedBy.UserID == p.UserID
}

// Purge deletes a song or profile in the trash for good.
func (h *History) Purge(ctx context.Context, t Thing) (audit.Change, error) {
	if err := account.From(ctx).Need(account.Purge); err != nil {
		return audit.Change{}, err
	}
	if t.Entity != audit.Song && t.Entity != audit.Profile {
		return audit.Change{}, fault.New(fault.NotFound, "The trash holds songs and people only.")
	}
	return h.store.Purge(ctx, t)
}

// Sweep deletes for good what has been in the trash for longer than Kept and says how many things that were. The program
// calls it at its start and daily.
func (h *History) Sweep(ctx context.Context) (int, error) {
	old, err := h.store.Expired(ctx, h.now().Add(-Kept))
	if err != nil {
		return 0, err
	}
	swept := 0
	for _, t := range old {
		_, err := h.store.Purge(ctx, t)
		switch {
		case err == nil:
			swept++
		case !fault.Is(err, fault.NotFound): // another replica was faster
			return swept, err
		}
	}
	return swept, nil
}
