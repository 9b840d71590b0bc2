package api

import (
	"time"

	"churchmusic/internal/song"

	"github.com/danielgtaylor/huma/v2"
)

// SongSummary is a song as lists show it.
type SongSummary struct {
	ID        string     `json:"id"`
	Version   int64      `json:"version"`
	Title     string     `json:"title"`
	Byline    string     `json:"byline,omitempty" doc:"Who made it"`
	Tune      string     `json:"tune,omitempty"`
	Key       string     `json:"key,omitempty" doc:"The sounding key of the default arrangement"`
	BPM       int        `json:"bpm,omitempty"`
	Meter     string     `json:"meter,omitempty"`
	Tags      TagNames   `json:"tags"`
	Language  string     `json:"language,omitempty"`
	Public    bool       `json:"public,omitempty" doc:"Seen without signing in"`
	FirstLine string     `json:"first_line,omitempty" doc:"Only where a search wants it"`
	UpdatedAt time.Time  `json:"updated_at"`
	Match     *SongMatch `json:"match,omitempty" doc:"What the search found"`
}

// SongMatch is the text of one field, cut where the hits are.
type SongMatch struct {
	Field string      `json:"field" enum:"title,alias,first_line,lyrics,author,tune,tag,songbook,ccli"`
	Parts []song.Part `json:"parts" nullable:"false"`
}

// TagNames is a list of names that is stored as JSON and sent as it is.
type TagNames song.Names

// MarshalJSON implements json.Marshaler.
func (n TagNames) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte("[]"), nil
	}
	return []byte(n), nil
}

// UnmarshalJSON implements json.Unmarshaler, for clients in Go.
func (n *TagNames) UnmarshalJSON(text []byte) error {
	*n = TagNames(text)
	return nil
}

// Schema implements huma.SchemaProvider.
func (TagNames) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString}}
}

func summaryOf(s *song.Summary) SongSummary {
	out := SongSummary{ID: s.ID, Version: s.Version, Title: s.Title, Byline: s.Byline, Tune: s.Tune, Key: s.Key, BPM: s.BPM, Meter: s.Meter,
		Tags: TagNames(s.Tags), Language: s.Language, Public: s.Public, FirstLine: s.FirstLine, UpdatedAt: time.UnixMilli(s.UpdatedAt).UTC()}
	if s.Match != nil {
		out.Match = &SongMatch{s.Match.Field, s.Match.Parts}
	}
	return out
}
