package api

import (
	"context"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/history"
	"churchmusic/internal/profile"
	"churchmusic/internal/store"
)

// ProfileDisplay is how a person likes to read a chart; what is left out, the device decides.
type ProfileDisplay struct {
	Notation  string  `json:"notation,omitempty" doc:"letters, capo, nashville, roman, solfege, german or words"`
	TextSize  float64 `json:"text_size,omitempty" doc:"Factor of the screen's own size, 0.5 to 4"`
	Columns   int     `json:"columns,omitempty"`
	WordsOnly bool    `json:"words_only,omitempty"`
	Theme     string  `json:"theme,omitempty" doc:"system, light, dark or stage"`
}

// Profile is a person as a musician.
type Profile struct {
	ID          string         `json:"id"`
	Version     int64          `json:"version"`
	Name        string         `json:"name"`
	Kind        profile.Kind   `json:"kind" enum:"leader,singer,musician"`
	Instruments []string       `json:"instruments" nullable:"false"`
	Notes       string         `json:"notes"`
	Display     ProfileDisplay `json:"display"`
	Colour      string         `json:"colour" doc:"A hue from 0 to 360, or empty: then it follows from the name"`
	UserID      string         `json:"user_id,omitempty" doc:"The user whose own profile this is"`
	SongCount   int            `json:"song_count" doc:"Songs in the list, without those in the trash"`
	CreatedAt   time.Time      `json:"created_at"`
	UpdatedAt   time.Time      `json:"updated_at"`
	May         ProfileMay     `json:"may"`
}

// ProfileMay says what you may do with a profile and its list.
type ProfileMay struct {
	Edit   bool `json:"edit"`
	Delete bool `json:"delete"`
}

// ProfileInput is what a profile is made from. Other fields of a Profile may stand beside these and are not looked at.
type ProfileInput struct {
	_           struct{}       `additionalProperties:"true"`
	Name        string         `json:"name"`
	Kind        profile.Kind   `json:"kind,omitempty" doc:"leader, singer (the default) or musician"`
	Instruments []string       `json:"instruments,omitempty" nullable:"false"`
	Notes       string         `json:"notes,omitempty"`
	Display     ProfileDisplay `json:"display,omitempty"`
	Colour      string         `json:"colour,omitempty"`
}

// ProfilePatch changes the fields that are given.
type ProfilePatch struct {
	_           struct{}        `additionalProperties:"true"`
	Name        *string         `json:"name,omitempty"`
	Kind        *profile.Kind   `json:"kind,omitempty"`
	Instruments *[]string       `json:"instruments,omitempty"`
	Notes       *string         `json:"notes,omitempty"`
	Display     *ProfileDisplay `json:"display,omitempty"`
	Colour      *string         `json:"colour,omitempty"`
}

type profileOutput struct{ Body Profile }

// byProfile shares answers among who may change the same profiles.
func byProfile(p account.Principal) string {
	if p.May(account.EditProfiles) {
		return "all"
	}
	return byReader(p) + p.ProfileID
}

// RegisterProfiles adds people and their lists.
func (a *API) RegisterProfiles(u *profile.Profiles, h *history.History) {
	kept := keep{store.Library | store.Accounts, byProfile}
	get(a, operation{path: "/api/profiles", id: "list-profiles", summary: "All people with how many songs they have", tag: "People",
		need: account.ReadProfiles, keep: kept},
		func(ctx context.Context, in *struct {
			Q string `query:"q" maxLength:"200" doc:"Only whose name or instruments contain these words"`
		}) (Answer[[]Profile], error) {
			found, err := u.List(ctx, in.Q)
			out := make([]Profile, len(found))
			for i, p := range found {
				out[i] = profileOf(ctx, p)
			}
			return Answer[[]Profile]{Body: out, Total: len(out), Counted: true}, err
		})
	get(a, operation{path: "/api/profiles/{id}", id: "get-profile", summary: "One person", tag: "People", need: account.ReadProfiles, keep: kept},
		func(ctx context.Context, in *ByID) (Answer[Profile], error) {
			p, err := u.Get(ctx, in.ID)
			return Answer[Profile]{Body: profileOf(ctx, p), Version: p.Version}, err
		})
	a.registerProfileChanges(u)
	a.registerProfileHistory(u, h)
	a.registerProfileSongs(u)
	a.registerProfilePage(u)
	a.registerProfileLists(u)
}

func (a *API) registerProfileChanges(u *profile.Profiles) {
	change(a, operation{method: "POST", path: "/api/profiles", id: "create-profile", summary: "Add a person", tag: "People",
		need: account.EditOwnProfile, status: 201},
		func(ctx context.Context, in *struct{ Body ProfileInput }) (*profileOutput, error) {
			p, _, err := u.Create(ctx, in.Body.details())
			return profileAnswer(ctx, p, err)
		})
	change(a, operation{method: "PUT", path: "/api/profiles/{id}", id: "replace-profile", summary: "Change a person whole", tag: "People",
		need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			Based
			ByID
			Body ProfileInput
		}) (*profileOutput, error) {
			return updateProfile(ctx, u, in.ID, in.Based, func(d *profile.Details) { *d = in.Body.details() })
		})
	change(a, operation{method: "PATCH", path: "/api/profiles/{id}", id: "update-profile", summary: "Change the given fields of a person", tag: "People",
		need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			Based
			ByID
			Body ProfilePatch
		}) (*profileOutput, error) {
			return updateProfile(ctx, u, in.ID, in.Based, in.Body.apply)
		})
	change(a, operation{method: "DELETE", path: "/api/profiles/{id}", id: "delete-profile", summary: "Move a person to the trash", tag: "People",
		need: account.EditOwnProfile, status: 204},
		func(ctx context.Context, in *struct {
			Based
			ByID
		}) (*struct{}, error) {
			version, err := in.version()
			if err == nil {
				_, err = u.Delete(ctx, in.ID, version)
			}
			return nil, currentProfile(ctx, err)
		})
}

func (a *API) registerProfileHistory(u *profile.Profiles, h *history.History) {
	change(a, operation{method: "POST", path: "/api/profiles/{id}/restore", id: "restore-profile", summary: "Take a person out of the trash", tag: "People",
		need: account.RestoreOwn},
		func(ctx context.Context, in *ByID) (*profileOutput, error) {
			p, _, err := u.Restore(ctx, in.ID)
			return profileAnswer(ctx, p, err)
		})
	get(a, operation{path: "/api/profiles/{id}/revisions", id: "list-profile-revisions", summary: "What a person's profile was before", tag: "People",
		need: account.ReadHistory, keep: keep{store.Library, byReader}},
		func(ctx context.Context, in *ByID) (Answer[[]Revision], error) {
			return revisions(ctx, h, audit.Profile, in.ID)
		})
	change(a, operation{method: "POST", path: "/api/profiles/{id}/revisions/{version}/restore", id: "restore-profile-revision",
		summary: "Make a person's profile what it was", tag: "People", need: account.EditOwnProfile},
		func(ctx context.Context, in *struct {
			Based
			ByID
			Version int64 `path:"version"`
		}) (*profileOutput, error) {
			version, err := in.ifGiven()
			if err != nil {
				return nil, err
			}
			if _, err := h.RestoreRevision(ctx, history.Thing{Entity: audit.Profile, ID: in.ID}, in.Version, version); err != nil {
				return nil, currentProfile(ctx, withCurrent(ctx, err, in.ID, u.Get))
			}
			p, err := u.Get(ctx, in.ID)
			return profileAnswer(ctx, p, err)
		})
}

func updateProfile(ctx context.Context, u *profile.Profiles, id string, based Based, fn func(*profile.Details)) (*profileOutput, error) {
	version, err := based.version()
	if err != nil {
		return nil, err
	}
	p, _, err := u.Update(ctx, id, version, func(d *profile.Details) error {
		fn(d)
		return nil
	})
	return profileAnswer(ctx, p, currentProfile(ctx, err))
}

func profileAnswer(ctx context.Context, p profile.Profile, err error) (*profileOutput, error) {
	if err != nil {
		return nil, err
	}
	return &profileOutput{profileOf(ctx, p)}, nil
}

// currentProfile turns the newer value that a stale change carries into what is sent.
func currentProfile(ctx context.Context, err error) error {
	if f, ok := fault.As(err); ok && f.Kind == fault.Stale {
		if p, ok := f.Current.(profile.Profile); ok {
			f.Current = profileOf(ctx, p)
		}
	}
	return err
}

func profileOf(ctx context.Context, p profile.Profile) Profile {
	edit := profile.MayEdit(account.From(ctx), p.ID)
	return Profile{ID: p.ID, Version: p.Version, Name: p.Name, Kind: p.Kind, Instruments: p.Instruments, Notes: p.Notes,
		Display: ProfileDisplay(p.Display), Colour: p.Colour, UserID: p.UserID, SongCount: p.SongCount,
		CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt, May: ProfileMay{edit, edit}}
}

func (in ProfileInput) details() profile.Details {
	return profile.Details{Name: in.Name, Kind: in.Kind, Instruments: in.Instruments, Notes: in.Notes, Display: profile.Display(in.Display), Colour: in.Colour}
}

func (in ProfilePatch) apply(d *profile.Details) {
	set(&d.Name, in.Name)
	set(&d.Kind, in.Kind)
	set(&d.Instruments, in.Instruments)
	set(&d.Notes, in.Notes)
	set((*ProfileDisplay)(&d.Display), in.Display)
	set(&d.Colour, in.Colour)
}

// set changes a field when a value was given.
func set[T any](field *T, value *T) {
	if value != nil {
		*field = *value
	}
}

// ifGiven gives the version that a change is based on, or 0 without one: for what may be done on any version.
func (m Based) ifGiven() (int64, error) {
	if m.IfMatch == "" {
		return 0, nil
	}
	return m.version()
}
