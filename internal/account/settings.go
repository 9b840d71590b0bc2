package account

import (
	"context"

	"churchmusic/internal/fault"
)

// Settings are what the whole church shares.
type Settings struct {
	Version       int64
	ChurchName    string
	PreferFlatSix bool // the key between F and G is spelled G♭ and not F♯
}

// SettingsPatch is what changes; nil leaves a setting as it is.
type SettingsPatch struct {
	ChurchName    *string
	PreferFlatSix *bool
}

// SettingsStore keeps the settings.
type SettingsStore interface {
	// Settings gives what is stored; an empty name and version 1 where nothing is.
	Settings(ctx context.Context) (Settings, error)
	// ChangeSettings stores what change makes of the old settings, with the next version.
	ChangeSettings(ctx context.Context, change func(Settings) (Settings, error)) (Settings, error)
	// Counts tells how much there is of what the principal may see: one statement.
	Counts(ctx context.Context, p Principal) (Counts, error)
}

// Counts are the numbers beside the words of the menu.
type Counts struct{ Songs, Profiles, Trash int }

// Settings gives the settings, from memory as long as the accounts' state is the same. Anyone may read them.
func (a *Accounts) Settings(ctx context.Context) (Settings, error) {
	state, err := a.store.AccountState(ctx)
	if err != nil {
		return Settings{}, err
	}
	return a.settings.get(state, struct{}{}, func() (Settings, error) {
		s, err := a.store.Settings(ctx)
		return a.named(s), err
	})
}

// ChangeSettings needs ManageSettings and the version that the change is based on; Stale carries the newer Settings.
func (a *Accounts) ChangeSettings(ctx context.Context, p Principal, version int64, patch SettingsPatch) (Settings, error) {
	if err := p.Need(ManageSettings); err != nil {
		return Settings{}, err
	}
	s, err := a.store.ChangeSettings(ctx, func(s Settings) (Settings, error) {
		if s.Version != version {
			return s, stale("The settings were", a.named(s))
		}
		set(&s.ChurchName, patch.ChurchName)
		set(&s.PreferFlatSix, patch.PreferFlatSix)
		s.ChurchName = tidy(s.ChurchName)
		if patch.ChurchName == nil {
			return s, nil
		}
		var wrong fault.Fields
		checkName(&wrong, "church_name", s.ChurchName)
		return s, wrong.Err()
	})
	return a.named(s), err
}

// Counts tells how much there is of what the principal may see, from memory as long as the library's state is the same.
func (a *Accounts) Counts(ctx context.Context, p Principal) (Counts, error) {
	state, err := a.store.LibraryState(ctx)
	if err != nil {
		return Counts{}, err
	}
	key := sight{p.May(ReadSongs), p.May(RestoreAll), p.UserID, p.ProfileID}
	return a.counts.get(state, key, func() (Counts, error) { return a.store.Counts(ctx, p) })
}

// sight is all that decides which counts a principal sees.
type sight struct {
	all, trash        bool
	userID, profileID string
}

func (a *Accounts) named(s Settings) Settings {
	if s.ChurchName == "" {
		s.ChurchName = a.churchName
	}
	return s
}

func stale(what string, current any) error {
	f := fault.New(fault.Stale, "%s changed by somebody else in the meantime.", what)
	f.Current = current
	return f
}
