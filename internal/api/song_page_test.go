package api

import (
	"net/http"
	"testing"

	"churchmusic/internal/account"
)

func TestASongsPageIsOneAnswer(t *testing.T) {
	libraries(t, func(c *church) {
		made := c.grace()
		var page SongPage
		path := "/api/songs/" + made.ID + "/page"
		w := c.call(edith, "GET", path, "", 200, &page)
		if page.Song.ID != made.ID || !page.Song.May.Edit || page.Chart.ArrangementID != made.Arrangements[0].ID || len(page.Chart.Sections) != 1 {
			c.Fatalf("%+v", page)
		}
		if page.Chart.Version != page.Song.Version || page.Chart.Key != "A" {
			c.Fatalf("%+v", page.Chart)
		}
		c.call(edith, "GET", path, "", http.StatusNotModified, nil, "If-None-Match", w.Header().Get("ETag"))
		c.call(account.Anonymous, "GET", path, "", 200, &page)
		if page.Song.May.Edit {
			c.Fatal("a visitor may not edit")
		}
		c.call(edith, "PATCH", "/api/songs/"+made.ID, `{"visibility":"members"}`, 200, nil, "If-Match", `"1"`)
		c.call(account.Anonymous, "GET", path, "", 404, nil)
	})
}
