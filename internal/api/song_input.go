package api

import (
	"strings"

	"churchmusic/internal/song"
)

// SongInput is what a song is made from, or replaced by. Other fields of a Song may stand beside these and are not looked at.
// Without a title, what the chart says about the song is taken.
type SongInput struct {
	_              struct{}           `additionalProperties:"true"`
	Title          string             `json:"title,omitempty"`
	Aliases        []string           `json:"aliases,omitempty" nullable:"false"`
	Tune           string             `json:"tune,omitempty"`
	Year           int                `json:"year,omitempty"`
	Authors        []AuthorInput      `json:"authors,omitempty" nullable:"false"`
	Copyright      string             `json:"copyright,omitempty"`
	PublicDomain   bool               `json:"public_domain,omitempty"`
	CCLISongNumber string             `json:"ccli_song_number,omitempty"`
	Language       string             `json:"language,omitempty"`
	Tags           []TagInput         `json:"tags,omitempty" nullable:"false"`
	Songbooks      []SongbookInput    `json:"songbooks,omitempty" nullable:"false"`
	Scripture      []string           `json:"scripture,omitempty" nullable:"false"`
	Notes          string             `json:"notes,omitempty"`
	Links          []LinkInput        `json:"links,omitempty" nullable:"false"`
	Visibility     song.Visibility    `json:"visibility,omitempty" doc:"public or members (the default)"`
	Arrangements   []ArrangementInput `json:"arrangements,omitempty" nullable:"false"`
	ChartText      string             `json:"chart_text,omitempty" doc:"Instead of arrangements: the chart of the only one"`
}

// AuthorInput is a person with a role.
type AuthorInput struct {
	Name string    `json:"name"`
	Role song.Role `json:"role,omitempty" doc:"words, music, both (the default), translation or arranger"`
}

// TagInput is a tag; the group of a theme is theme.
type TagInput struct {
	Group string `json:"group,omitempty"`
	Name  string `json:"name"`
}

// SongbookInput is where a printed book has the song.
type SongbookInput struct {
	Book   string `json:"book"`
	Number string `json:"number,omitempty"`
}

// LinkInput leads to something outside.
type LinkInput struct {
	Label string `json:"label,omitempty"`
	URL   string `json:"url"`
}

// SongPatch changes the fields that are given.
type SongPatch struct {
	_              struct{}            `additionalProperties:"true"`
	Title          *string             `json:"title,omitempty"`
	Aliases        *[]string           `json:"aliases,omitempty"`
	Tune           *string             `json:"tune,omitempty"`
	Year           *int                `json:"year,omitempty"`
	Authors        *[]AuthorInput      `json:"authors,omitempty"`
	Copyright      *string             `json:"copyright,omitempty"`
	PublicDomain   *bool               `json:"public_domain,omitempty"`
	CCLISongNumber *string             `json:"ccli_song_number,omitempty"`
	Language       *string             `json:"language,omitempty"`
	Tags           *[]TagInput         `json:"tags,omitempty"`
	Songbooks      *[]SongbookInput    `json:"songbooks,omitempty"`
	Scripture      *[]string           `json:"scripture,omitempty"`
	Notes          *string             `json:"notes,omitempty"`
	Links          *[]LinkInput        `json:"links,omitempty"`
	Visibility     *song.Visibility    `json:"visibility,omitempty"`
	Arrangements   *[]ArrangementInput `json:"arrangements,omitempty" doc:"All of them; those with a known id are changed, others are new"`
}

func (in *SongInput) details() song.Details {
	return song.Details{Title: in.Title, Aliases: in.Aliases, Tune: in.Tune, Year: in.Year, Authors: authorsOf(in.Authors), Copyright: in.Copyright,
		PublicDomain: in.PublicDomain, CCLISongNumber: in.CCLISongNumber, Language: in.Language, Tags: tagsOf(in.Tags),
		Songbooks: mapped(in.Songbooks, func(b SongbookInput) song.Songbook { return song.Songbook(b) }), Scripture: in.Scripture, Notes: in.Notes,
		Links: mapped(in.Links, func(l LinkInput) song.Link { return song.Link(l) }), Visibility: in.Visibility}
}

func authorsOf(in []AuthorInput) []song.Author {
	return mapped(in, func(a AuthorInput) song.Author { return song.Author(a) })
}

func tagsOf(in []TagInput) []song.Tag {
	return mapped(in, func(t TagInput) song.Tag { return song.Tag(t) })
}

func mapped[I, O any](in []I, fn func(I) O) []O {
	out := make([]O, len(in))
	for i, v := range in {
		out[i] = fn(v)
	}
	return out
}

// song gives a new song.
func (in *SongInput) song() song.Song {
	s := song.Song{Details: in.details(), Arrangements: mapped(in.Arrangements, ArrangementInput.arrangement)}
	if len(in.Arrangements) == 0 {
		s.Arrangements = []song.Arrangement{{ChartText: in.ChartText}}
	}
	if strings.TrimSpace(s.Title) == "" {
		s.AdoptChart()
	}
	return s
}

// replace makes a stored song what the input says; arrangements stay as they are where the input has none.
func (in *SongInput) replace(s *song.Song) {
	s.Details = in.details()
	switch {
	case in.Arrangements != nil:
		s.Arrangements = replaced(s, in.Arrangements)
	case in.ChartText != "":
		if a := s.DefaultArrangement(); a != nil {
			a.ChartText = in.ChartText
		}
	}
}

func (in *SongPatch) apply(s *song.Song) {
	set(&s.Title, in.Title)
	set(&s.Aliases, in.Aliases)
	set(&s.Tune, in.Tune)
	set(&s.Year, in.Year)
	setMapped(&s.Authors, in.Authors, func(a AuthorInput) song.Author { return song.Author(a) })
	set(&s.Copyright, in.Copyright)
	set(&s.PublicDomain, in.PublicDomain)
	set(&s.CCLISongNumber, in.CCLISongNumber)
	set(&s.Language, in.Language)
	setMapped(&s.Tags, in.Tags, func(t TagInput) song.Tag { return song.Tag(t) })
	setMapped(&s.Songbooks, in.Songbooks, func(b SongbookInput) song.Songbook { return song.Songbook(b) })
	set(&s.Scripture, in.Scripture)
	set(&s.Notes, in.Notes)
	setMapped(&s.Links, in.Links, func(l LinkInput) song.Link { return song.Link(l) })
	set(&s.Visibility, in.Visibility)
	if in.Arrangements != nil {
		s.Arrangements = replaced(s, *in.Arrangements)
	}
}

func setMapped[I, O any](field *[]O, value *[]I, fn func(I) O) {
	if value != nil {
		*field = mapped(*value, fn)
	}
}

// replaced gives arrangements as wanted: an id that the song does not have is a new arrangement's and gives way to one of ours.
func replaced(s *song.Song, in []ArrangementInput) []song.Arrangement {
	out := make([]song.Arrangement, len(in))
	for i, a := range in {
		out[i] = a.arrangement()
		if s.Arrangement(a.ID) != nil {
			out[i].ID = a.ID
		}
	}
	return out
}
