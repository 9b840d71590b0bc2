package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
)

// Settings are what the whole church shares.
type Settings struct {
	Version       int64  `json:"version"`
	ChurchName    string `json:"church_name"`
	PreferFlatSix bool   `json:"prefer_flat_six" doc:"The key between F and G is spelled G♭ and not F♯"`
}

type settingsOutput struct{ Body Settings }

// RegisterSettings adds the church's settings.
func (a *API) RegisterSettings(u *account.Accounts) {
	get(a, operation{path: "/api/settings", id: "get-settings", summary: "The church's settings", tag: "Settings", need: account.SignedIn,
		keep: keep{store.Accounts, byReader}},
		func(ctx context.Context, _ *struct{}) (Answer[Settings], error) {
			s, err := u.Settings(ctx)
			return Answer[Settings]{Body: Settings(s), Version: s.Version}, err
		})
	change(a, operation{method: "PATCH", path: "/api/settings", id: "update-settings", summary: "Change the given settings", tag: "Settings", need: account.ManageSettings},
		func(ctx context.Context, in *struct {
			Based
			Body struct {
				_             struct{} `additionalProperties:"true"`
				ChurchName    *string  `json:"church_name,omitempty" maxLength:"1000"`
				PreferFlatSix *bool    `json:"prefer_flat_six,omitempty"`
			}
		}) (*settingsOutput, error) {
			version, err := in.version()
			if err != nil {
				return nil, err
			}
			s, err := u.ChangeSettings(ctx, account.From(ctx), version, account.SettingsPatch{ChurchName: in.Body.ChurchName, PreferFlatSix: in.Body.PreferFlatSix})
			if err != nil {
				return nil, currentSettings(err)
			}
			return &settingsOutput{Settings(s)}, nil
		})
}

func currentSettings(err error) error {
	if f, ok := fault.As(err); ok {
		if s, ok := f.Current.(account.Settings); ok {
			f.Current = Settings(s)
		}
	}
	return err
}
