package song

import (
	"context"

	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// AddArrangement adds an arrangement to a song of a version and gives it with the song.
func (l *Library) AddArrangement(ctx context.Context, id string, version int64, a Arrangement) (Song, *Arrangement, audit.Change, error) {
	a.ID = l.newID()
	s, c, err := l.Change(ctx, id, version, func(s *Song) error {
		if a.Default {
			s.noDefault()
		}
		s.Arrangements = append(s.Arrangements, a)
		return nil
	})
	return s, s.Arrangement(a.ID), c, err
}

// ChangeArrangement changes one arrangement of a song of a version by a function of the stored value.
func (l *Library) ChangeArrangement(ctx context.Context, id, arrangementID string, version int64, fn func(*Arrangement) error) (Song, *Arrangement, audit.Change, error) {
	s, c, err := l.Change(ctx, id, version, func(s *Song) error {
		a := s.Arrangement(arrangementID)
		if a == nil {
			return noArrangement()
		}
		was := a.Default
		if err := fn(a); err != nil {
			return err
		}
		a.ID = arrangementID
		if a.Default && !was {
			s.noDefault()
			a.Default = true
		}
		return nil
	})
	return s, s.Arrangement(arrangementID), c, err
}

// RemoveArrangement takes an arrangement out of a song of a version. The last one cannot go; where the default goes, the
// first that is left becomes it.
func (l *Library) RemoveArrangement(ctx context.Context, id, arrangementID string, version int64) (Song, audit.Change, error) {
	return l.Change(ctx, id, version, func(s *Song) error {
		if s.Arrangement(arrangementID) == nil {
			return noArrangement()
		}
		if len(s.Arrangements) == 1 {
			return fault.New(fault.Conflict, "A song keeps at least one arrangement. Delete the song instead.")
		}
		kept := make([]Arrangement, 0, len(s.Arrangements))
		for _, a := range s.Arrangements {
			if a.ID != arrangementID {
				kept = append(kept, a)
			}
		}
		s.Arrangements = kept
		return nil
	})
}

func (s *Song) noDefault() {
	for i := range s.Arrangements {
		s.Arrangements[i].Default = false
	}
}

func noArrangement() error { return fault.New(fault.NotFound, "This arrangement is not there.") }
