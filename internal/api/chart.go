package api

import (
	"context"

	"churchmusic/internal/account"
	"churchmusic/internal/chart"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

// Chart is a parsed chart with each distinct chord spelled in every key and notation: a change of key is a lookup.
type Chart struct {
	chart.View
	Year int `json:"year"`
}

// ChartPreview is a chart that is not stored.
type ChartPreview struct {
	ChartText string `json:"chart_text" maxLength:"400000"`
	Key       string `json:"key,omitempty" doc:"Sounding key to show it in; the chart's own when left out"`
}

type chartOutput struct{ Body Chart }

func (s *songs) registerCharts() {
	get(s.api, operation{path: "/api/songs/{id}/arrangements/{arrangement_id}/chart", id: "get-chart", summary: "The chart of an arrangement, ready to be shown in any key",
		tag: "Arrangements", need: account.ReadPublicSongs, keep: keep{store.Library | store.Accounts, byReader}}, s.chart)
	change(s.api, operation{method: "POST", path: "/api/charts/preview", id: "preview-chart", summary: "Read a chart without storing it",
		tag: "Arrangements", need: account.SignedIn}, s.preview)
}

func (s *songs) chart(ctx context.Context, in *OfArrangement) (Answer[Chart], error) {
	of, a, err := s.library.Arrangement(ctx, in.ID, in.ArrangementID)
	if err != nil {
		return Answer[Chart]{}, err
	}
	church, err := s.settings(ctx)
	if err != nil {
		return Answer[Chart]{}, err
	}
	return Answer[Chart]{Body: chartOf(&of, &a, church.PreferFlatSix), Version: of.Version}, nil
}

func chartOf(s *song.Song, a *song.Arrangement, preferFlat bool) Chart {
	c := chart.Read(a.ChartText)
	v := chart.NewView(c, chart.ViewOptions{DefaultKey: a.DefaultKey, PreferFlat: preferFlat, Sequence: a.Sequence})
	v.SongID, v.ArrangementID, v.Version = s.ID, a.ID, s.Version
	v.Title, v.Byline, v.Tune, v.Copyright = s.Title, s.Byline(), s.Tune, s.Copyright
	v.PublicDomain, v.CCLISongNumber, v.BPM, v.Meter = s.PublicDomain, s.CCLISongNumber, a.BPM, a.Meter
	return Chart{v, s.Year}
}

func (s *songs) preview(ctx context.Context, in *struct{ Body ChartPreview }) (*chartOutput, error) {
	of, err := s.library.Preview(in.Body.ChartText, in.Body.Key)
	if err != nil {
		return nil, err
	}
	church, err := s.settings(ctx)
	if err != nil {
		return nil, err
	}
	return &chartOutput{chartOf(&of, &of.Arrangements[0], church.PreferFlatSix)}, nil
}
