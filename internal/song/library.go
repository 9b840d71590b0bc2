package song

import (
	"context"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
)

// Library is what can be done with songs. Every use case checks what the principal of its context may do; a song that the
// principal may not see looks missing.
type Library struct {
	reader Reader
	writer Writer
	now    func() time.Time
	newID  func() string
}

// New gives the use cases on a store.
func New(r Reader, w Writer, now func() time.Time, newID func() string) *Library {
	return &Library{r, w, now, newID}
}

// List gives the songs that a filter wants and the principal may see.
func (l *Library) List(ctx context.Context, f Filter) (Page, error) {
	p, err := reading(ctx)
	if err != nil {
		return Page{}, err
	}
	f.PublicOnly = !p.May(ReadAll)
	if f.PublicOnly && (f.Profile != "" || f.NotProfile != "") {
		return Page{}, p.Need(ReadAll)
	}
	return l.reader.Songs(ctx, f)
}

// Facets tells which values the visible songs have.
func (l *Library) Facets(ctx context.Context) (Facets, error) {
	p, err := reading(ctx)
	if err != nil {
		return Facets{}, err
	}
	return l.reader.Facets(ctx, !p.May(ReadAll))
}

// Get gives one song. One in the trash is shown to who may restore it.
func (l *Library) Get(ctx context.Context, id string) (Song, error) {
	p, err := reading(ctx)
	if err != nil {
		return Song{}, err
	}
	s, err := l.reader.Song(ctx, id)
	if err == nil && !MaySee(p, &s) {
		err = missing()
	}
	if err != nil {
		return Song{}, err
	}
	return s, nil
}

// Arrangement gives one arrangement with its song.
func (l *Library) Arrangement(ctx context.Context, id, arrangementID string) (Song, Arrangement, error) {
	s, err := l.Get(ctx, id)
	if err != nil {
		return s, Arrangement{}, err
	}
	a := s.Arrangement(arrangementID)
	if a == nil {
		return s, Arrangement{}, noArrangement()
	}
	return s, *a, nil
}

// Preview gives the song that a chart would make, with one arrangement in a key or, without one, in the chart's own. Nothing
// is stored, and nothing in the text is refused but what cannot be stored.
func (l *Library) Preview(chartText, key string) (s Song, err error) {
	if chartText, err = fold.Clean("chart_text", chartText); err != nil {
		return s, err
	}
	s = FromChordPro(chartText)
	if key != "" {
		spelled, ok := KeyOf(key)
		if !ok {
			return s, fault.At("key", "This is not a key. Write it as G, Bb or F#m.")
		}
		s.Arrangements[0].DefaultKey = spelled
	}
	s.Derive(nil)
	return s, nil
}

// PlayedIn gives the keys in which people have a song in their lists, to who may read people.
func (l *Library) PlayedIn(ctx context.Context, songID string) ([]PlayedIn, error) {
	if !account.From(ctx).May(account.ReadProfiles) {
		return []PlayedIn{}, nil
	}
	return l.reader.PlayedIn(ctx, songID)
}

// Create stores a new song.
func (l *Library) Create(ctx context.Context, s Song) (Song, audit.Change, error) {
	if err := account.From(ctx).Need(account.EditSongs); err != nil {
		return Song{}, audit.Change{}, err
	}
	if err := l.prepare(&s); err != nil {
		return Song{}, audit.Change{}, err
	}
	c, err := l.writer.CreateSongs(ctx, audit.Created, []*Song{&s})
	return s, c, err
}

// prepare makes a new song ready to be stored.
func (l *Library) prepare(s *Song) error {
	s.ID, s.DeletedAt, s.DeletedBy = l.newID(), time.Time{}, ""
	for i := range s.Arrangements {
		s.Arrangements[i].ID = ""
	}
	return l.settle(s, nil)
}

// settle checks a changed song and fills in what follows from other fields.
func (l *Library) settle(s, old *Song) error {
	if err := s.Normalise(); err != nil {
		return err
	}
	for i := range s.Arrangements {
		if s.Arrangements[i].ID == "" {
			s.Arrangements[i].ID = l.newID()
		}
	}
	s.Derive(old)
	return nil
}

// Change changes a song of a version by a function of the stored value.
func (l *Library) Change(ctx context.Context, id string, version int64, fn func(*Song) error) (Song, audit.Change, error) {
	return l.change(ctx, id, version, audit.Updated, fn)
}

func (l *Library) change(ctx context.Context, id string, version int64, action audit.Action, fn func(*Song) error) (Song, audit.Change, error) {
	if err := l.needEdit(ctx, id); err != nil {
		return Song{}, audit.Change{}, err
	}
	s, c, err := l.writer.ChangeSong(ctx, id, version, action, l.editing(fn))
	return s, c, hideTrashed(err)
}

// hideTrashed keeps a stale answer from showing a song that is in the trash.
func hideTrashed(err error) error {
	f, ok := fault.As(err)
	if !ok || f.Kind != fault.Stale {
		return err
	}
	if s, ok := f.Current.(Song); ok && !s.DeletedAt.IsZero() {
		return missing()
	}
	return err
}

// editing makes a function of a song into one that keeps id and trash as they are and leaves a checked song.
func (l *Library) editing(fn func(*Song) error) func(*Song) error {
	return func(s *Song) error {
		if !s.DeletedAt.IsZero() {
			return missing()
		}
		old := s.Clone()
		if err := fn(s); err != nil {
			return err
		}
		s.ID, s.Version, s.CreatedAt, s.DeletedAt = old.ID, old.Version, old.CreatedAt, old.DeletedAt
		return l.settle(s, &old)
	}
}

// needEdit says Forbidden only of a song that the principal may see.
func (l *Library) needEdit(ctx context.Context, id string) error {
	p := account.From(ctx)
	if p.May(account.EditSongs) {
		return nil
	}
	if _, err := l.Get(ctx, id); err != nil {
		return err
	}
	return p.Need(account.EditSongs)
}

// Delete moves a song to the trash.
func (l *Library) Delete(ctx context.Context, id string, version int64) (audit.Change, error) {
	if err := l.needEdit(ctx, id); err != nil {
		return audit.Change{}, err
	}
	_, c, err := l.writer.ChangeSong(ctx, id, version, audit.Deleted, l.trash)
	return c, hideTrashed(err)
}

func (l *Library) trash(s *Song) error {
	if !s.DeletedAt.IsZero() {
		return missing()
	}
	s.DeletedAt = l.now()
	return nil
}

// Restore takes a song out of the trash. One that is not in it stays as it is.
func (l *Library) Restore(ctx context.Context, id string) (Song, audit.Change, error) {
	p := account.From(ctx)
	if err := p.Need(account.RestoreOwn); err != nil {
		return Song{}, audit.Change{}, err
	}
	return l.writer.ChangeSong(ctx, id, 0, audit.Restored, func(s *Song) error {
		if s.DeletedAt.IsZero() && !MaySee(p, s) || !s.DeletedAt.IsZero() && !mayRestore(p, s) {
			return missing()
		}
		return untrash(s)
	})
}

func untrash(s *Song) error {
	s.DeletedAt, s.DeletedBy = time.Time{}, ""
	return nil
}
