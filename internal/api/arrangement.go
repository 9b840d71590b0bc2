package api

import (
	"context"
	"strconv"

	"churchmusic/internal/account"
	"churchmusic/internal/song"
)

// Arrangement is one version of a song.
type Arrangement struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	Default         bool     `json:"default"`
	ChartText       string   `json:"chart_text" doc:"ChordPro"`
	KeyWritten      string   `json:"key_written" doc:"Of the shapes in the chart"`
	DefaultKey      string   `json:"default_key" doc:"Sounding key to play in; empty for the chart's own"`
	Key             string   `json:"key" doc:"The sounding key: the default key, else the chart's key moved by its capo, else a guess"`
	BPM             int      `json:"bpm"`
	Meter           string   `json:"meter"`
	DurationSeconds int      `json:"duration_seconds"`
	Sequence        []string `json:"sequence" nullable:"false" doc:"Section ids; empty for the order of the chart"`
}

// ArrangementInput is what an arrangement is made from. What is left out, the chart says, as far as it does.
type ArrangementInput struct {
	_               struct{} `additionalProperties:"true"`
	ID              string   `json:"id,omitempty" doc:"Of an arrangement that the song has"`
	Name            string   `json:"name,omitempty"`
	Default         bool     `json:"default,omitempty"`
	ChartText       string   `json:"chart_text,omitempty"`
	DefaultKey      string   `json:"default_key,omitempty"`
	BPM             int      `json:"bpm,omitempty"`
	Meter           string   `json:"meter,omitempty"`
	DurationSeconds int      `json:"duration_seconds,omitempty"`
	Sequence        []string `json:"sequence,omitempty" nullable:"false"`
}

// ArrangementPatch changes the fields that are given.
type ArrangementPatch struct {
	_               struct{}  `additionalProperties:"true"`
	Name            *string   `json:"name,omitempty"`
	Default         *bool     `json:"default,omitempty"`
	ChartText       *string   `json:"chart_text,omitempty"`
	DefaultKey      *string   `json:"default_key,omitempty"`
	BPM             *int      `json:"bpm,omitempty"`
	Meter           *string   `json:"meter,omitempty"`
	DurationSeconds *int      `json:"duration_seconds,omitempty"`
	Sequence        *[]string `json:"sequence,omitempty"`
}

func (in ArrangementInput) arrangement() song.Arrangement {
	return song.Arrangement{Name: in.Name, Default: in.Default, ChartText: in.ChartText, DefaultKey: in.DefaultKey, BPM: in.BPM,
		Meter: in.Meter, DurationSeconds: in.DurationSeconds, Sequence: in.Sequence}
}

func (in *ArrangementPatch) apply(a *song.Arrangement) {
	set(&a.Name, in.Name)
	set(&a.Default, in.Default)
	set(&a.ChartText, in.ChartText)
	set(&a.DefaultKey, in.DefaultKey)
	set(&a.BPM, in.BPM)
	set(&a.Meter, in.Meter)
	set(&a.DurationSeconds, in.DurationSeconds)
	set(&a.Sequence, in.Sequence)
}

// OfArrangement is a part of every input whose path names an arrangement.
type OfArrangement struct {
	ByID
	ArrangementID string `path:"arrangement_id" maxLength:"40"`
}

type arrangementOutput struct {
	ETag string `header:"Etag" doc:"The song's version"`
	Body Arrangement
}

func (s *songs) registerArrangements(kept keep) {
	a, path := s.api, "/api/songs/{id}/arrangements"
	get(a, operation{path: path, id: "list-arrangements", summary: "The arrangements of a song", tag: "Arrangements", need: account.ReadPublicSongs, keep: kept}, s.arrangements)
	get(a, operation{path: path + "/{arrangement_id}", id: "get-arrangement", summary: "One arrangement", tag: "Arrangements", need: account.ReadPublicSongs, keep: kept}, s.arrangement)
	change(a, operation{method: "POST", path: path, id: "create-arrangement", summary: "Add an arrangement", tag: "Arrangements", need: account.EditSongs, status: 201},
		func(ctx context.Context, in *struct {
			Based
			ByID
			Body ArrangementInput
		}) (*arrangementOutput, error) {
			version, err := in.version()
			if err != nil {
				return nil, err
			}
			of, made, _, err := s.library.AddArrangement(ctx, in.ID, version, in.Body.arrangement())
			return s.changedArrangement(ctx, of, made, err)
		})
	change(a, operation{method: "PUT", path: path + "/{arrangement_id}", id: "replace-arrangement", summary: "Change an arrangement whole", tag: "Arrangements", need: account.EditSongs},
		func(ctx context.Context, in *struct {
			Based
			OfArrangement
			Body ArrangementInput
		}) (*arrangementOutput, error) {
			return s.changeArrangement(ctx, in.OfArrangement, in.Based, func(x *song.Arrangement) { *x = in.Body.arrangement() })
		})
	change(a, operation{method: "PATCH", path: path + "/{arrangement_id}", id: "update-arrangement", summary: "Change the given fields of an arrangement", tag: "Arrangements", need: account.EditSongs},
		func(ctx context.Context, in *struct {
			Based
			OfArrangement
			Body ArrangementPatch
		}) (*arrangementOutput, error) {
			return s.changeArrangement(ctx, in.OfArrangement, in.Based, in.Body.apply)
		})
	change(a, operation{method: "DELETE", path: path + "/{arrangement_id}", id: "delete-arrangement", summary: "Take an arrangement out of a song", tag: "Arrangements", need: account.EditSongs, status: 204},
		func(ctx context.Context, in *struct {
			Based
			OfArrangement
		}) (*struct{}, error) {
			version, err := in.version()
			if err == nil {
				_, _, err = s.library.RemoveArrangement(ctx, in.ID, in.ArrangementID, version)
			}
			return nil, s.current(ctx, err)
		})
}

func (s *songs) arrangements(ctx context.Context, in *ByID) (Answer[[]Arrangement], error) {
	of, err := s.library.Get(ctx, in.ID)
	out := make([]Arrangement, len(of.Arrangements))
	for i := range of.Arrangements {
		out[i] = Arrangement(of.Arrangements[i])
	}
	return Answer[[]Arrangement]{Body: out, Version: of.Version}, err
}

func (s *songs) arrangement(ctx context.Context, in *OfArrangement) (Answer[Arrangement], error) {
	of, a, err := s.library.Arrangement(ctx, in.ID, in.ArrangementID)
	return Answer[Arrangement]{Body: Arrangement(a), Version: of.Version}, err
}

func (s *songs) changeArrangement(ctx context.Context, of OfArrangement, based Based, fn func(*song.Arrangement)) (*arrangementOutput, error) {
	version, err := based.version()
	if err != nil {
		return nil, err
	}
	changed, a, _, err := s.library.ChangeArrangement(ctx, of.ID, of.ArrangementID, version, func(x *song.Arrangement) error {
		fn(x)
		return nil
	})
	return s.changedArrangement(ctx, changed, a, err)
}

func (s *songs) changedArrangement(ctx context.Context, of song.Song, a *song.Arrangement, err error) (*arrangementOutput, error) {
	if err != nil {
		return nil, s.current(ctx, err)
	}
	return &arrangementOutput{etagOf(of.Version), Arrangement(*a)}, nil
}

func etagOf(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }
