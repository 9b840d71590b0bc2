// Package song knows songs and their arrangements: what they consist of, which rules they keep, and what can be done with them.
package song

import (
	"reflect"
	"time"
)

// Song is the work with all its arrangements. Its JSON form is what revisions keep.
type Song struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
	Details
	Arrangements []Arrangement `json:"arrangements"` // at least one, exactly one of them the default
	CreatedAt    time.Time     `json:"created_at"`
	UpdatedAt    time.Time     `json:"updated_at"`
	DeletedAt    time.Time     `json:"deleted_at,omitzero"` // zero unless in the trash
	DeletedBy    string        `json:"-"`                   // user id

	lyrics []string // of all arrangements, once read
}

// Details are what people say about a song, apart from its arrangements.
type Details struct {
	Title          string     `json:"title"`
	Aliases        []string   `json:"aliases"`
	Tune           string     `json:"tune"`
	Year           int        `json:"year"` // of the words, 0 when unknown
	Authors        []Author   `json:"authors"`
	Copyright      string     `json:"copyright"`
	PublicDomain   bool       `json:"public_domain"`
	CCLISongNumber string     `json:"ccli_song_number"` // digits, unique among songs that are not in the trash
	Language       string     `json:"language"`         // BCP 47, such as en or pt-BR
	Tags           []Tag      `json:"tags"`
	Songbooks      []Songbook `json:"songbooks"`
	Scripture      []string   `json:"scripture"`
	Notes          string     `json:"notes"`
	Links          []Link     `json:"links"`
	Visibility     Visibility `json:"visibility"`
}

// Role is what an author did.
type Role string

// The roles of authors.
const (
	Words       Role = "words"
	Music       Role = "music"
	Both        Role = "both"
	Translation Role = "translation"
	Arranger    Role = "arranger"
)

// Author is a person with a role.
type Author struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
}

// Tag is one word of classification; Group is empty for a plain tag, "theme" for a theme.
type Tag struct {
	Group string `json:"group"`
	Name  string `json:"name"`
}

// Songbook is where a printed book has the song.
type Songbook struct {
	Book   string `json:"book"`
	Number string `json:"number"`
}

// Link leads to something outside, such as a recording.
type Link struct {
	Label string `json:"label"`
	URL   string `json:"url"`
}

// Visibility says who may see a song.
type Visibility string

// Public songs are seen by everybody, others by who is signed in.
const (
	Public  Visibility = "public"
	Members Visibility = "members"
)

// Arrangement is one version of a song. KeyWritten and Key follow from the chart and DefaultKey.
type Arrangement struct {
	ID              string   `json:"id"`
	Name            string   `json:"name"`
	Default         bool     `json:"default"`
	ChartText       string   `json:"chart_text"` // ChordPro, stored as it came
	KeyWritten      string   `json:"key_written"`
	DefaultKey      string   `json:"default_key"` // sounding key to play in, empty for the chart's own
	Key             string   `json:"key"`         // sounding key, empty when nothing tells it
	BPM             int      `json:"bpm"`
	Meter           string   `json:"meter"`
	DurationSeconds int      `json:"duration_seconds"`
	Sequence        []string `json:"sequence"` // section ids; empty for the order of the chart
}

// Summary is a song as lists show it.
type Summary struct {
	Seq       int64 // counts songs in the order of their making; never shown
	ID        string
	Version   int64
	Title     string
	Byline    string
	Tune      string
	Key       string
	BPM       int
	Meter     string
	Tags      Names
	Language  string
	Public    bool
	FirstLine string // only from a search
	UpdatedAt int64  // milliseconds since 1970, UTC
	Match     *Match
}

// Names is a list of names as the text of a JSON array: lists of ten thousand songs copy it as it is.
type Names string

// Match says what a search found in a song: the text of one field, cut where the hits are.
type Match struct {
	Field string
	Parts []Part
}

// Part is a piece of a matched text.
type Part struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit,omitempty"`
}

// The fields that a Match can name.
const (
	InTitle     = "title"
	InAlias     = "alias"
	InFirstLine = "first_line"
	InLyrics    = "lyrics"
	InAuthor    = "author"
	InTune      = "tune"
	InTag       = "tag"
	InSongbook  = "songbook"
	InCCLI      = "ccli"
)

// PlayedIn is the key in which one person wants a song.
type PlayedIn struct {
	ProfileID    string
	Name         string
	Kind         string
	Colour       string
	PreferredKey string
	Capo         int
}

// DefaultArrangement gives the arrangement that is played unless somebody says otherwise, nil when there is none.
func (s *Song) DefaultArrangement() *Arrangement {
	for i := range s.Arrangements {
		if s.Arrangements[i].Default {
			return &s.Arrangements[i]
		}
	}
	return nil
}

// Arrangement gives an arrangement by id, nil when the song has none of this id.
func (s *Song) Arrangement(id string) *Arrangement {
	for i := range s.Arrangements {
		if s.Arrangements[i].ID == id {
			return &s.Arrangements[i]
		}
	}
	return nil
}

// Same says whether two states of a song differ in nothing that people can change.
func (s *Song) Same(o *Song) bool {
	return s.DeletedAt.Equal(o.DeletedAt) && reflect.DeepEqual(s.Details, o.Details) && reflect.DeepEqual(s.Arrangements, o.Arrangements)
}

// Clone gives a copy that shares nothing with the song.
func (s *Song) Clone() Song {
	c := *s
	c.lyrics = nil
	c.Aliases, c.Authors, c.Tags = clone(s.Aliases), clone(s.Authors), clone(s.Tags)
	c.Songbooks, c.Scripture, c.Links = clone(s.Songbooks), clone(s.Scripture), clone(s.Links)
	c.Arrangements = clone(s.Arrangements)
	for i := range c.Arrangements {
		c.Arrangements[i].Sequence = clone(c.Arrangements[i].Sequence)
	}
	return c
}

func clone[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }
