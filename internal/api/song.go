package api

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/song"
)

// Song is one song with all its arrangements and with who plays it in which key.
type Song struct {
	ID             string          `json:"id"`
	Version        int64           `json:"version"`
	Title          string          `json:"title"`
	Aliases        []string        `json:"aliases" nullable:"false"`
	Tune           string          `json:"tune"`
	Year           int             `json:"year" doc:"Of the words; 0 when not known"`
	Authors        []song.Author   `json:"authors" nullable:"false"`
	Copyright      string          `json:"copyright"`
	PublicDomain   bool            `json:"public_domain"`
	CCLISongNumber string          `json:"ccli_song_number"`
	Language       string          `json:"language"`
	Tags           []song.Tag      `json:"tags" nullable:"false"`
	Songbooks      []song.Songbook `json:"songbooks" nullable:"false"`
	Scripture      []string        `json:"scripture" nullable:"false"`
	Notes          string          `json:"notes"`
	Links          []song.Link     `json:"links" nullable:"false"`
	Visibility     song.Visibility `json:"visibility" enum:"public,members"`
	Arrangements   []Arrangement   `json:"arrangements" nullable:"false"`
	CreatedAt      time.Time       `json:"created_at"`
	UpdatedAt      time.Time       `json:"updated_at"`
	DeletedAt      *time.Time      `json:"deleted_at,omitempty" doc:"When it went to the trash"`
	Keys           []SongKey       `json:"keys" nullable:"false" doc:"Who plays it in which key"`
	May            SongMay         `json:"may"`
}

// SongKey is the key in which one person wants a song.
type SongKey struct {
	ProfileID    string `json:"profile_id"`
	Name         string `json:"name"`
	Kind         string `json:"kind" enum:"leader,singer,musician"`
	Colour       string `json:"colour"`
	PreferredKey string `json:"preferred_key"`
	Capo         int    `json:"capo"`
}

// SongMay says what you may do with a song.
type SongMay struct {
	Edit    bool `json:"edit"`
	Delete  bool `json:"delete"`
	Restore bool `json:"restore"`
}

func songOf(p account.Principal, s *song.Song, keys []song.PlayedIn) Song {
	edit := song.MayEdit(p, s)
	out := Song{ID: s.ID, Version: s.Version, Title: s.Title, Aliases: s.Aliases, Tune: s.Tune, Year: s.Year, Authors: s.Authors,
		Copyright: s.Copyright, PublicDomain: s.PublicDomain, CCLISongNumber: s.CCLISongNumber, Language: s.Language, Tags: s.Tags,
		Songbooks: s.Songbooks, Scripture: s.Scripture, Notes: s.Notes, Links: s.Links, Visibility: s.Visibility,
		Arrangements: make([]Arrangement, len(s.Arrangements)), CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt,
		Keys: make([]SongKey, len(keys)), May: SongMay{edit, edit, song.MayRestore(p, s)}}
	for i := range s.Arrangements {
		out.Arrangements[i] = Arrangement(s.Arrangements[i])
	}
	for i, k := range keys {
		out.Keys[i] = SongKey(k)
	}
	if !s.DeletedAt.IsZero() {
		out.DeletedAt = &s.DeletedAt
	}
	return out
}

// songs is what the operations on songs need.
type songs struct {
	api      *API
	library  *song.Library
	settings func(context.Context) (account.Settings, error)
}

type songOutput struct {
	ETag string `header:"Etag"`
	Body Song
}

// answer gives a changed song as it is sent; a stale one in an error as well.
func (s *songs) answer(ctx context.Context, changed song.Song, err error) (*songOutput, error) {
	if err != nil {
		return nil, s.current(ctx, err)
	}
	whole, err := s.whole(ctx, &changed)
	return &songOutput{ETag: etagOf(changed.Version), Body: whole}, err
}

func (s *songs) whole(ctx context.Context, of *song.Song) (Song, error) {
	keys, err := s.library.PlayedIn(ctx, of.ID)
	return songOf(account.From(ctx), of, keys), err
}

// current turns the newer song that a stale change carries into what is sent.
func (s *songs) current(ctx context.Context, err error) error {
	f, ok := fault.As(err)
	if !ok || f.Kind != fault.Stale {
		return err
	}
	if now, ok := f.Current.(song.Song); ok {
		whole, failed := s.whole(ctx, &now)
		if failed != nil {
			return failed
		}
		f.Current = whole
	}
	return err
}

type listSongsInput struct {
	Q          string   `query:"q" maxLength:"1000" doc:"Words anywhere in a song; the last may be unfinished; \"words in quotes\" stand beside each other"`
	Key        string   `query:"key" maxLength:"20" doc:"Sounding key, in any spelling"`
	Tag        []string `query:"tag,explode" maxItems:"20" doc:"name or group:name; all of them"`
	BPMMin     int      `query:"bpm_min"`
	BPMMax     int      `query:"bpm_max"`
	Meter      string   `query:"meter" maxLength:"20"`
	Author     string   `query:"author" maxLength:"250"`
	Language   string   `query:"language" maxLength:"35"`
	Profile    string   `query:"profile" maxLength:"40" doc:"Only songs in this person's list"`
	NotProfile string   `query:"not_profile" maxLength:"40" doc:"Only songs that are not in it"`
	Sort       string   `query:"sort" enum:"title,-updated,key,bpm,relevance" doc:"By title, or with q by relevance, unless said otherwise"`
	Limit      int      `query:"limit" minimum:"0" maximum:"1000" doc:"Songs a page; without it all, or with q the best 200"`
	Cursor     string   `query:"cursor" maxLength:"2000" doc:"Of the page before, from its Link header"`
}

func (in *listSongsInput) filter() song.Filter {
	return song.Filter{Query: in.Q, Key: in.Key, Tags: in.Tag, BPMMin: in.BPMMin, BPMMax: in.BPMMax, Meter: in.Meter, Author: in.Author,
		Language: in.Language, Profile: in.Profile, NotProfile: in.NotProfile, Sort: song.Sort(in.Sort), Limit: in.Limit, Cursor: in.Cursor}
}

func (s *songs) list(ctx context.Context, in *listSongsInput) (Answer[[]SongSummary], error) {
	page, err := s.library.List(ctx, in.filter())
	if err != nil {
		return Answer[[]SongSummary]{}, err
	}
	out := Answer[[]SongSummary]{Encoded: encodeSummaries(page.Songs), Total: page.Total, Counted: true}
	if page.Next != "" {
		out.Link = nextLink(callOf(ctx).r, page.Next)
	}
	return out, nil
}

// nextLink gives the Link header to the next page of the same list (RFC 8288).
func nextLink(r *http.Request, cursor string) string {
	q := r.URL.Query()
	q.Set("cursor", cursor)
	next := url.URL{Path: r.URL.Path, RawQuery: q.Encode()}
	return "<" + next.String() + `>; rel="next"`
}

// SongFacets say which values the songs have, for the filters of a list.
type SongFacets struct {
	Keys      []song.FacetValue `json:"keys" nullable:"false"`
	Tags      []song.TagCount   `json:"tags" nullable:"false"`
	Languages []song.FacetValue `json:"languages" nullable:"false"`
	Meters    []song.FacetValue `json:"meters" nullable:"false"`
	Authors   []song.FacetValue `json:"authors" nullable:"false"`
}

func (s *songs) facets(ctx context.Context, _ *struct{}) (Answer[SongFacets], error) {
	f, err := s.library.Facets(ctx)
	return Answer[SongFacets]{Body: SongFacets{f.Keys, f.Tags, f.Languages, f.Meters, f.Authors}}, err
}

func (s *songs) get(ctx context.Context, in *ByID) (Answer[Song], error) {
	found, err := s.library.Get(ctx, in.ID)
	if err != nil {
		return Answer[Song]{}, err
	}
	whole, err := s.whole(ctx, &found)
	return Answer[Song]{Body: whole, Version: found.Version}, err
}
