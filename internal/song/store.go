package song

import (
	"context"

	"churchmusic/internal/audit"
)

// Sort is an order of a list.
type Sort string

// The orders. Songs that lack the value stand last; ties stand by title, then in the order of their making.
const (
	ByTitle     Sort = "title"
	ByUpdated   Sort = "-updated" // newest first
	ByKey       Sort = "key"
	ByBPM       Sort = "bpm"
	ByRelevance Sort = "relevance" // with Query only, and its default
)

// Filter says which songs are wanted. Zero fields want nothing in particular.
type Filter struct {
	Query          string
	Key            string   // sounding, any spelling
	Tags           []string // all of them: "name" or "group:name"
	BPMMin, BPMMax int
	Meter          string
	Author         string
	Language       string
	Profile        string // id: only songs in this profile's list
	NotProfile     string // id: only songs that are not
	Sort           Sort
	Limit          int    // 0: all, or MostFound with Query
	Cursor         string // of the page before
	PublicOnly     bool   // set by Library for who is not signed in
}

// Narrow says whether the filter wants anything beside its query.
func (f Filter) Narrow() bool {
	return f.PublicOnly || f.Key != "" || len(f.Tags) > 0 || f.BPMMin != 0 || f.BPMMax != 0 || f.Meter != "" || f.Author != "" ||
		f.Language != "" || f.Profile != "" || f.NotProfile != ""
}

// MostFound is how many songs a search gives unless it is asked for fewer.
const MostFound = 200

// Page is a part of a list. Next is the cursor of the following page, empty on the last. Total counts all pages.
type Page struct {
	Songs []Summary
	Total int
	Next  string
}

// Facets say which values the songs have, with counts, for the filters of a list.
type Facets struct {
	Keys, Languages, Meters, Authors []FacetValue
	Tags                             []TagCount
}

// FacetValue is a value and how many songs have it.
type FacetValue struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// TagCount is a tag and how many songs have it.
type TagCount struct {
	Group string `json:"group"`
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Reader reads songs. A song that is not there is fault.NotFound.
type Reader interface {
	// Songs gives a list, in one statement unless a page's total has to be counted.
	Songs(ctx context.Context, f Filter) (Page, error)
	Facets(ctx context.Context, publicOnly bool) (Facets, error)
	// Song gives one song with its arrangements in one statement, also from the trash.
	Song(ctx context.Context, id string) (Song, error)
	// PlayedIn gives the keys in which people have a song in their lists.
	PlayedIn(ctx context.Context, songID string) ([]PlayedIn, error)
	// Duplicates gives, for each song, the id and title of a stored one with the same CCLI song number, else with the same
	// folded title or alias, first line and tune (see SameTune); the zero Twin where there is none.
	Duplicates(ctx context.Context, songs []*Song) ([]Twin, error)
}

// Twin is a stored song that another one doubles.
type Twin struct {
	ID, Title string
	Version   int64
	By        string // "ccli" or "title and first line"
}

// Writer changes songs. Every change is one audit.Change with a revision of each song, searchable when it returns. A CCLI
// song number that another song has is fault.Conflict with that song's title.
type Writer interface {
	CreateSongs(ctx context.Context, action audit.Action, songs []*Song) (audit.Change, error)
	// CreateFirstSongs stores what songs gives in a database that has never had a song, once, however many programs start
	// at the same time. Otherwise the zero Change returns.
	CreateFirstSongs(ctx context.Context, songs func() ([]*Song, error)) (audit.Change, error)
	// ImportSongs adds songs and replaces others, which carry the version they are based on, as one change.
	ImportSongs(ctx context.Context, add, replace []*Song) (audit.Change, error)
	// ChangeSong stores what fn makes of a song; fn moves it to the trash and back by DeletedAt. Another version than the
	// stored one is fault.Stale with the Song as it is; version 0 takes any. When fn changes nothing the zero Change returns.
	ChangeSong(ctx context.Context, id string, version int64, action audit.Action, fn func(*Song) error) (Song, audit.Change, error)
	// ChangeSongs does the same to several as one change, whose Count says how many did change.
	ChangeSongs(ctx context.Context, ids []string, action audit.Action, fn func(*Song) error) (audit.Change, error)
}
