package profile

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// Store keeps profiles. A missing profile, or one in the trash, is fault.NotFound. Every change gives the audit.Change that
// it made; a change that changes nothing gives the zero Change and keeps the version.
type Store interface {
	// Profiles gives all profiles by name with their song counts, in one statement.
	Profiles(ctx context.Context) ([]Profile, error)
	Profile(ctx context.Context, id string) (Profile, error)
	// CreateProfile stores a profile; when ownerID is not empty it becomes that user's own, and fault.Conflict says that the
	// user has one already.
	CreateProfile(ctx context.Context, d Details, ownerID string) (Profile, audit.Change, error)
	// UpdateProfile changes the stored details by fn. Another version than the stored one is fault.Stale with the Profile.
	UpdateProfile(ctx context.Context, id string, version int64, fn func(*Details) error) (Profile, audit.Change, error)
	// DeleteProfile moves a profile with its list to the trash.
	DeleteProfile(ctx context.Context, id string, version int64) (audit.Change, error)
	// RestoreProfile takes a profile out of the trash if allow, told who deleted it, gives nil.
	RestoreProfile(ctx context.Context, id string, allow func(deletedBy string) error) (Profile, audit.Change, error)
}

// Search finds songs; song.Reader is one.
type Search interface {
	Songs(ctx context.Context, f song.Filter) (song.Page, error)
}

// Profiles are the use cases.
type Profiles struct {
	store  Store
	lists  Lists
	search Search
}

// New gives the use cases on a store and a song search.
func New(store Store, lists Lists, search Search) *Profiles {
	return &Profiles{store, lists, search}
}

// MayEdit says whether a principal may change a profile and its list.
func MayEdit(p account.Principal, profileID string) bool {
	return p.May(account.EditProfiles) || p.May(account.EditOwnProfile) && p.Owns(profileID)
}

func needEdit(p account.Principal, profileID string) error {
	switch {
	case MayEdit(p, profileID):
		return nil
	case p.Role == account.Guest:
		return p.Need(account.EditOwnProfile)
	}
	return fault.New(fault.Forbidden, "You may change your own profile only. An editor can change this one.")
}

// List gives all profiles by name, or those whose name or instruments contain all words of q.
func (u *Profiles) List(ctx context.Context, q string) ([]Profile, error) {
	if err := account.From(ctx).Need(account.ReadProfiles); err != nil {
		return nil, err
	}
	found, err := u.store.Profiles(ctx)
	if err != nil || q == "" {
		return found, err
	}
	words := fold.Words(q)
	kept := found[:0]
	for _, p := range found {
		if p.matches(words) {
			kept = append(kept, p)
		}
	}
	return kept, nil
}

// Get gives one profile.
func (u *Profiles) Get(ctx context.Context, id string) (Profile, error) {
	if err := account.From(ctx).Need(account.ReadProfiles); err != nil {
		return Profile{}, err
	}
	return u.store.Profile(ctx, id)
}

// Create stores a new profile. Who may change only their own profile, and has none, gets this one as their own.
func (u *Profiles) Create(ctx context.Context, d Details) (Profile, audit.Change, error) {
	p := account.From(ctx)
	owner := ""
	if !p.May(account.EditProfiles) {
		if err := p.Need(account.EditOwnProfile); err != nil {
			return Profile{}, audit.Change{}, err
		}
		if p.ProfileID != "" {
			return Profile{}, audit.Change{}, fault.New(fault.Forbidden, "You have a profile already. An editor can add more people.")
		}
		owner = p.UserID
	}
	if err := d.Normalise(); err != nil {
		return Profile{}, audit.Change{}, err
	}
	return u.store.CreateProfile(ctx, d, owner)
}

// Update changes a profile of a version by a function of the stored details.
func (u *Profiles) Update(ctx context.Context, id string, version int64, fn func(*Details) error) (Profile, audit.Change, error) {
	p := account.From(ctx)
	if err := needEdit(p, id); err != nil {
		return Profile{}, audit.Change{}, err
	}
	return u.store.UpdateProfile(ctx, id, version, func(d *Details) error {
		if err := fn(d); err != nil {
			return err
		}
		return d.Normalise()
	})
}

// Delete moves a profile with its list to the trash.
func (u *Profiles) Delete(ctx context.Context, id string, version int64) (audit.Change, error) {
	p := account.From(ctx)
	if err := needEdit(p, id); err != nil {
		return audit.Change{}, err
	}
	return u.store.DeleteProfile(ctx, id, version)
}

// Restore takes a profile with its list out of the trash.
func (u *Profiles) Restore(ctx context.Context, id string) (Profile, audit.Change, error) {
	p := account.From(ctx)
	if err := p.Need(account.RestoreOwn); err != nil {
		return Profile{}, audit.Change{}, err
	}
	return u.store.RestoreProfile(ctx, id, func(deletedBy string) error {
		if p.May(account.RestoreAll) || p.Owns(id) || deletedBy == p.UserID {
			return nil
		}
		return fault.New(fault.NotFound, "This person is not there.")
	})
}

func (p *Profile) matches(words []string) bool {
	text := fold.Text(p.Name)
	for _, i := range p.Instruments {
		text += " " + fold.Text(i)
	}
	return containsAll(text, words)
}
