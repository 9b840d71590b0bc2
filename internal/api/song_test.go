package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/history"
	"churchmusic/internal/song"
	"churchmusic/internal/testkit"
)

// libraries runs a story on the API of songs, people and history over a real database of each engine.
func libraries(t *testing.T, story func(*church)) {
	churches(t, func(c *church) {
		clock := testkit.NewClock()
		l := song.New(c.db, c.db, clock.Now, c.ids.Next)
		c.api.RegisterSongs(l, history.New(c.db, clock.Now), func(context.Context) (account.Settings, error) { return account.Settings{}, nil })
		story(c)
	})
}

const graceBody = `{"title":"Amazing Grace","aliases":["Faith's Review"],"tune":"New Britain","year":1779,"authors":[{"name":"John Newton","role":"words"}],
"copyright":"Public domain","public_domain":true,"ccli_song_number":"22025","language":"en","tags":[{"group":"theme","name":"Grace"}],
"songbooks":[{"book":"Mission Praise","number":"31"}],"scripture":["John 9:25"],"notes":"n","links":[{"label":"x","url":"https://example.org"}],"visibility":"public",
"arrangements":[{"name":"Piano","chart_text":"{key: G}\n{capo: 2}\n{tempo: 78}\n{time: 3/4}\n[G]Amazing grace how [C]sweet the sound\n"}]}`

func (c *church) grace() (s Song) {
	c.Helper()
	c.call(edith, "POST", "/api/songs", graceBody, 201, &s)
	return s
}

func TestASongOverTheWire(t *testing.T) {
	libraries(t, func(c *church) {
		made := c.grace()
		a := made.Arrangements[0]
		if made.Version != 1 || a.Key != "A" || a.KeyWritten != "G" || a.BPM != 78 || a.Meter != "3/4" || !a.Default || !made.May.Edit || made.Keys == nil {
			c.Fatalf("%+v", made)
		}
		path := "/api/songs/" + made.ID
		var got Song
		w := c.call(account.Anonymous, "GET", path, "", 200, &got)
		if !strings.HasPrefix(w.Header().Get("ETag"), `"1-`) || got.May.Edit || got.Title != made.Title {
			c.Fatalf("%+v", got)
		}
		c.call(edith, "PATCH", path, `{"title":"x"}`, 428, nil)
		w = c.call(edith, "PATCH", path, `{"year":1780}`, 200, &got, "If-Match", `"1"`)
		if got.Version != 2 || got.Year != 1780 || got.Tune != "New Britain" || w.Header().Get("ETag") != `"2"` || w.Header().Get("Change-Id") == "" {
			c.Fatalf("%+v", got)
		}
		var stale struct{ Current Song }
		c.call(edith, "PUT", path, `{"title":"Other"}`, 412, &stale, "If-Match", `"1"`)
		if stale.Current.Year != 1780 || !stale.Current.May.Edit {
			c.Fatalf("%+v", stale)
		}
		whole, _ := json.Marshal(got)
		c.call(edith, "PUT", path, string(whole), 200, &got, "If-Match", `"2"`)
		if got.Version != 2 {
			c.Fatal("what was read and sent back is no change")
		}
		c.call(edith, "PUT", path, `{"title":"Grace","visibility":"public"}`, 200, &got, "If-Match", `"2"`)
		if got.Arrangements[0].ID != a.ID || got.Tune != "" || len(got.Tags) != 0 {
			c.Fatalf("%+v", got)
		}
		c.call(edith, "DELETE", path, "", 204, nil, "If-Match", `"3"`)
		c.call(mia, "GET", path, "", 404, nil)
		c.call(edith, "GET", path, "", 200, &got)
		if got.DeletedAt == nil || !got.May.Restore || got.May.Edit {
			c.Fatalf("%+v", got)
		}
		c.call(edith, "PATCH", path, `{"year":1}`, 404, nil, "If-Match", `"4"`)
		got = Song{}
		c.call(edith, "POST", path+"/restore", "", 200, &got)
		if got.Version != 5 || got.DeletedAt != nil {
			c.Fatalf("%+v", got)
		}
	})
}

func TestWhatIsWrongWithASongIsSaidFieldByField(t *testing.T) {
	libraries(t, func(c *church) {
		var p Problem
		c.call(edith, "POST", "/api/songs", `{"title":" ","ccli_song_number":"12x","language":"english!","links":[{"url":"javascript:x"}],
"arrangements":[{"bpm":-1,"meter":"four","default_key":"H#","chart_text":"a\u0000"}]}`, 400, &p)
		fields := []string{}
		for _, e := range p.Errors {
			fields = append(fields, e.Name)
		}
		for _, want := range []string{"title", "ccli_song_number", "language", "links[0].url", "arrangements[0].bpm", "arrangements[0].meter", "arrangements[0].default_key", "arrangements[0].chart_text"} {
			if !slices.Contains(fields, want) {
				c.Errorf("%s is not among %q", want, fields)
			}
		}
		c.grace()
		c.call(edith, "POST", "/api/songs", `{"title":"Other","ccli_song_number":"22025"}`, 409, &p)
		if !strings.Contains(p.Detail, "Amazing Grace") {
			c.Error(p.Detail)
		}
	})
}

func TestWhoMaySeeAndChangeSongs(t *testing.T) {
	libraries(t, func(c *church) {
		var hidden Song
		c.call(edith, "POST", "/api/songs", `{"title":"Hidden","chart_text":"[C]words"}`, 201, &hidden)
		shown := c.grace()
		var list []SongSummary
		c.call(account.Anonymous, "GET", "/api/songs", "", 200, &list)
		if len(list) != 1 || list[0].ID != shown.ID {
			c.Fatalf("%+v", list)
		}
		c.call(mia, "GET", "/api/songs", "", 200, &list)
		if len(list) != 2 {
			c.Fatalf("%+v", list)
		}
		path := "/api/songs/" + hidden.ID
		chart := path + "/arrangements/" + hidden.Arrangements[0].ID + "/chart"
		for _, of := range []string{path, path + "/arrangements", chart} {
			c.call(account.Anonymous, "GET", of, "", 404, nil)
			c.call(mia, "GET", of, "", 200, nil)
		}
		c.call(account.Anonymous, "GET", "/api/songs?q=hidden", "", 200, &list)
		if len(list) != 0 {
			c.Fatal("a guest finds what is hidden")
		}
		c.call(account.Anonymous, "GET", "/api/songs?profile=x", "", 401, nil)
		c.call(mia, "PATCH", path, `{"year":1}`, 403, nil, "If-Match", `"1"`)
		c.call(mia, "POST", "/api/songs", `{"title":"x"}`, 403, nil)
		c.call(account.Anonymous, "POST", "/api/songs", `{"title":"x"}`, 401, nil)
	})
}

func TestArrangementsOverTheWire(t *testing.T) {
	libraries(t, func(c *church) {
		s := c.grace()
		path := "/api/songs/" + s.ID + "/arrangements"
		var a Arrangement
		w := c.call(edith, "POST", path, `{"name":"Band","default":true,"chart_text":"{key: Bb}\n[Bb]Amazing\n","sequence":["v1","v1"]}`, 201, &a, "If-Match", `"1"`)
		if a.Key != "Bb" || !a.Default || w.Header().Get("ETag") != `"2"` {
			c.Fatalf("%+v", a)
		}
		c.call(edith, "PATCH", path+"/"+a.ID, `{"default_key":"c"}`, 200, &a, "If-Match", `"2"`)
		if a.Key != "C" || a.KeyWritten != "Bb" || len(a.Sequence) != 2 {
			c.Fatalf("%+v", a)
		}
		var all []Arrangement
		c.call(mia, "GET", path, "", 200, &all)
		if len(all) != 2 || all[0].Default || !all[1].Default {
			c.Fatalf("%+v", all)
		}
		c.call(edith, "DELETE", path+"/"+a.ID, "", 204, nil, "If-Match", `"3"`)
		c.call(edith, "DELETE", path+"/"+all[0].ID, "", 409, nil, "If-Match", `"4"`)
		c.call(mia, "GET", path+"/"+a.ID, "", 404, nil)
		c.call(mia, "GET", path+"/"+all[0].ID, "", 200, &a)
		if !a.Default {
			c.Fatal("no default is left")
		}
	})
}

func TestAChartOverTheWire(t *testing.T) {
	libraries(t, func(c *church) {
		s := c.grace()
		var v Chart
		c.call(account.Anonymous, "GET", "/api/songs/"+s.ID+"/arrangements/"+s.Arrangements[0].ID+"/chart", "", 200, &v)
		if v.Title != "Amazing Grace" || v.Year != 1779 || v.Key != "A" || v.KeyWritten != "G" || v.Capo != 2 || v.Byline != "John Newton" ||
			v.SongID != s.ID || len(v.Chords) != 2 || len(v.Chords[0].Letters) != len(v.Keys) || v.BPM != 78 {
			c.Fatalf("%+v", v)
		}
		c.call(edith, "POST", "/api/charts/preview", `{"chart_text":"[G]Word [X?]","key":"bb"}`, 200, &v)
		if v.Key != "Bb" || len(v.Warnings) == 0 {
			c.Fatalf("%+v", v)
		}
		c.call(account.Anonymous, "POST", "/api/charts/preview", `{"chart_text":""}`, 401, nil)
		c.call(edith, "POST", "/api/charts/preview", `{"chart_text":"x","key":"Z"}`, 400, nil)
	})
}

func TestTheListIsFilteredSortedAndPaged(t *testing.T) {
	libraries(t, func(c *church) {
		titles := []string{"The Zeal", "An Apple", "beta", "Émile", "Gamma"}
		for i, title := range titles {
			c.call(edith, "POST", "/api/songs", fmt.Sprintf(`{"title":%q,"language":"en","tags":[{"group":"theme","name":"T%d"},{"name":"all"}],
"chart_text":"{key: %s}\n{tempo: %d}\n[C]x"}`, title, i%2, []string{"F#", "Gb", "Am", "C", "G"}[i], []int{90, 0, 120, 60, 80}[i]), 201, nil)
		}
		list := func(query string) (got []string) {
			var page []SongSummary
			c.call(mia, "GET", "/api/songs?"+query, "", 200, &page)
			for _, s := range page {
				got = append(got, s.Title)
			}
			return got
		}
		for query, want := range map[string]string{
			"": "An Apple,beta,Émile,Gamma,The Zeal", "key=Gb": "An Apple,The Zeal", "key=a+minor": "beta", "tag=theme:t1": "An Apple,Émile",
			"tag=ALL&tag=T0": "beta,Gamma,The Zeal", "bpm_min=80&bpm_max=100": "Gamma,The Zeal", "sort=bpm": "Émile,Gamma,The Zeal,beta,An Apple",
			"sort=key": "Émile,An Apple,The Zeal,Gamma,beta", "language=de": "", "q=zeal": "The Zeal",
		} {
			if got := strings.Join(list(query), ","); got != want {
				c.Errorf("%q: %s, want %s", query, got, want)
			}
		}
		c.pages(list(""), "/api/songs?limit=2")
		c.pages(list("sort=-updated"), "/api/songs?limit=2&sort=-updated")
		c.pages(list("sort=bpm"), "/api/songs?limit=1&sort=bpm")
		c.call(mia, "GET", "/api/songs?key=xyz", "", 400, nil)
		c.call(mia, "GET", "/api/songs?cursor=xyz", "", 400, nil)
		var f SongFacets
		c.call(mia, "GET", "/api/songs/facets", "", 200, &f)
		if len(f.Keys) != 4 || f.Tags[0] != (song.TagCount{Value: "all", Count: 5}) || f.Languages[0].Count != 5 {
			c.Fatalf("%+v", f)
		}
	})
}

// pages follows the Link headers and wants the whole list.
func (c *church) pages(want []string, path string) {
	c.Helper()
	var got []string
	for path != "" {
		var page []SongSummary
		w := c.call(mia, "GET", path, "", 200, &page)
		for _, s := range page {
			got = append(got, s.Title)
		}
		if w.Header().Get("X-Total-Count") != "5" {
			c.Fatalf("X-Total-Count %s", w.Header().Get("X-Total-Count"))
		}
		if path = ""; w.Header().Get("Link") != "" {
			path = nextOf(c, w)
		}
	}
	if !slices.Equal(got, want) {
		c.Errorf("%v, want %v", got, want)
	}
}

func TestBulkChangesOfSongsUndoAsOne(t *testing.T) {
	libraries(t, func(c *church) {
		ids := c.songs("A", "B", "C")
		body := strings.TrimSuffix(idsJSON(ids...), "}")
		var r BulkResult
		c.call(edith, "POST", "/api/songs/bulk", body+`,"action":"add_tags","tags":[{"name":"new"}]}`, 200, &r)
		var list []SongSummary
		c.call(mia, "GET", "/api/songs?tag=new", "", 200, &list)
		if r.Count != 3 || len(list) != 3 {
			c.Fatalf("%+v %d", r, len(list))
		}
		c.call(edith, "POST", "/api/songs/bulk", body+`,"action":"delete"}`, 200, &r)
		c.call(edith, "POST", "/api/songs/bulk", body+`,"action":"add_tags","tags":[{"name":"x"}]}`, 404, nil)
		c.call(edith, "POST", "/api/changes/"+r.ChangeID+"/undo", "", 200, nil)
		c.call(mia, "GET", "/api/songs?q=b", "", 200, &list)
		if len(list) != 1 {
			c.Fatalf("%+v", list)
		}
		c.call(edith, "POST", "/api/songs/bulk", body+`,"action":"fly"}`, 400, nil)
	})
}

func TestARevisionOfASongIsRestored(t *testing.T) {
	libraries(t, func(c *church) {
		s := c.grace()
		path := "/api/songs/" + s.ID
		c.call(edith, "PATCH", path, `{"title":"Changed"}`, 200, nil, "If-Match", `"1"`)
		var revisions []Revision
		c.call(mia, "GET", path+"/revisions", "", 200, &revisions)
		if len(revisions) != 2 || revisions[0].Differences[0].Field != "title" {
			c.Fatalf("%+v", revisions)
		}
		c.call(edith, "POST", path+"/revisions/1/restore", "", 200, &s, "If-Match", `"2"`)
		if s.Title != "Amazing Grace" || s.Version != 3 {
			c.Fatalf("%+v", s)
		}
		var list []SongSummary
		c.call(mia, "GET", "/api/songs?q="+url.QueryEscape("amaz gra"), "", 200, &list)
		if len(list) != 0 {
			c.Fatalf("%+v", list)
		}
		c.call(mia, "GET", "/api/songs?q="+url.QueryEscape("amazing gra"), "", 200, &list)
		if len(list) != 1 || list[0].Match == nil || list[0].Match.Field != "title" {
			c.Fatalf("%+v", list)
		}
	})
}

func TestSummariesAreEncodedAsEncodingJSONDoes(t *testing.T) {
	songs := []song.Summary{
		{ID: "a", Version: 3, Title: "<Ä & \"q\"\\\n\t\x01\u2028\xff>", Byline: "b", Tune: "t", Key: "Bb", BPM: 78, Meter: "3/4", Tags: `["x"]`, Language: "en",
			Public: true, FirstLine: "f", UpdatedAt: time.Date(2026, 1, 2, 3, 4, 5, 60e6, time.UTC).UnixMilli(),
			Match: &song.Match{Field: "title", Parts: []song.Part{{Text: "a"}, {Text: "b", Hit: true}}}},
		{ID: "b", UpdatedAt: 1_700_000_000_000},
	}
	want := make([]SongSummary, len(songs))
	for i := range songs {
		want[i] = summaryOf(&songs[i])
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(encodeSummaries(songs)); got != string(text) {
		t.Errorf("\n%s\n%s", got, text)
	}
}
