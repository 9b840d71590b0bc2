package api

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/history"
	"churchmusic/internal/ident"
	"churchmusic/internal/profile"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

// church is the API of people and history over a real database.
type church struct {
	*testing.T
	api *API
	db  *store.DB
	ids *ident.Generator
}

var (
	edith = account.Principal{UserID: "e", Name: "Edith", Role: account.Editor}
	mia   = account.Principal{UserID: "m", Name: "Mia", Role: account.Member}
	ada   = account.Principal{UserID: "a", Name: "Ada", Role: account.Admin}
)

func churches(t *testing.T, story func(*church)) {
	testkit.Engines(t, func(t *testing.T, place string) {
		clock := testkit.NewClock()
		db, err := store.Open(t.Context(), place, store.Options{Now: clock.Now})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		c := &church{T: t, db: db, ids: ident.New()}
		c.api = New(Core{States: db, Repeats: db, NewID: c.ids.Next, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
		past := history.New(db, clock.Now)
		c.api.RegisterProfiles(profile.New(db, db, db), past)
		c.api.RegisterHistory(past)
		story(c)
	})
}

// call sends a request and wants a status; it decodes the body into out unless that is nil.
func (c *church) call(p account.Principal, method, path, body string, status int, out any, headers ...string) *httptest.ResponseRecorder {
	c.Helper()
	w := ask(c.api, p, method, path, body, headers...)
	if w.Code != status {
		c.Fatalf("%s %s as %s: %d, want %d: %s", method, path, p.Role, w.Code, status, w.Body)
	}
	if out != nil {
		if err := json.Unmarshal(w.Body.Bytes(), out); err != nil {
			c.Fatalf("%s %s: %v in %s", method, path, err, w.Body)
		}
	}
	return w
}

func (c *church) person(name string) (p Profile) {
	c.Helper()
	c.call(edith, "POST", "/api/profiles", fmt.Sprintf(`{"name":%q}`, name), 201, &p)
	return p
}

func (c *church) songs(titles ...string) []string {
	c.Helper()
	ids := make([]string, len(titles))
	for i, title := range titles {
		s := &song.Song{ID: c.ids.Next(), Details: song.Details{Title: title, Tags: []song.Tag{{Group: "theme", Name: "Grace"}}}}
		if err := s.Normalise(); err != nil {
			c.Fatal(err)
		}
		s.Derive(nil)
		if _, err := c.db.CreateSongs(c.Context(), audit.Created, []*song.Song{s}); err != nil {
			c.Fatal(err)
		}
		ids[i] = s.ID
	}
	return ids
}

func idsJSON(ids ...string) string { return `{"song_ids":["` + strings.Join(ids, `","`) + `"]}` }

func TestAPersonOverTheWire(t *testing.T) {
	churches(t, func(c *church) {
		var p Profile
		w := c.call(edith, "POST", "/api/profiles", `{"name":"Ana","kind":"leader","instruments":["Piano"],"display":{"notation":"nashville"},"colour":"200"}`, 201, &p)
		if w.Header().Get("Change-Id") == "" || p.Version != 1 || !p.May.Edit || p.Display.Notation != "nashville" || p.Instruments[0] != "Piano" {
			c.Fatalf("%+v", p)
		}
		path := "/api/profiles/" + p.ID
		w = c.call(mia, "GET", path, "", 200, nil)
		if tag := w.Header().Get("ETag"); !strings.HasPrefix(tag, `"1-`) {
			c.Fatalf("ETag %s", tag)
		}
		c.call(mia, "GET", path, "", 304, nil, "If-None-Match", w.Header().Get("ETag"))
		c.call(edith, "PATCH", path, `{"notes":"alto"}`, 428, nil)
		c.call(edith, "PATCH", path, `{"notes":"alto"}`, 200, &p, "If-Match", w.Header().Get("ETag"))
		if p.Version != 2 || p.Notes != "alto" || p.Name != "Ana" || p.Colour != "200" {
			c.Fatalf("%+v", p)
		}
		var stale struct{ Current Profile }
		c.call(edith, "PUT", path, `{"name":"Anna"}`, 412, &stale, "If-Match", `"1"`)
		if stale.Current.Version != 2 || stale.Current.Notes != "alto" || !stale.Current.May.Edit {
			c.Fatalf("%+v", stale)
		}
		whole, _ := json.Marshal(p)
		c.call(edith, "PUT", path, string(whole), 200, &p, "If-Match", `"2"`)
		if p.Version != 2 {
			c.Fatal("what was read and sent back is no change")
		}
		var problem Problem
		c.call(edith, "PUT", path, `{"name":"","kind":"x","colour":"red"}`, 400, &problem, "If-Match", `"2"`)
		if len(problem.Errors) != 3 {
			c.Fatalf("%+v", problem)
		}
		w = c.call(edith, "DELETE", path, "", 204, nil, "If-Match", `"2"`)
		c.call(edith, "GET", path, "", 404, nil)
		c.call(edith, "POST", "/api/changes/"+w.Header().Get("Change-Id")+"/undo", "", 200, nil)
		c.call(edith, "GET", path, "", 200, nil)
	})
}

func TestAListOverTheWire(t *testing.T) {
	churches(t, func(c *church) {
		ids := c.songs("Amazing Grace", "Be Thou My Vision", "Abide with Me")
		p, other := c.person("Ana"), c.person("Ben")
		path := "/api/profiles/" + p.ID + "/songs"
		var bulk BulkResult
		w := c.call(edith, "POST", path, strings.TrimSuffix(idsJSON(ids[0], ids[1]), "}")+`,"preferred_key":"eb"}`, 200, &bulk)
		if bulk.Count != 2 || bulk.ChangeID == "" || bulk.ChangeID != w.Header().Get("Change-Id") {
			c.Fatalf("%+v", bulk)
		}
		var rows []ProfileSong
		w = c.call(mia, "GET", path, "", 200, &rows)
		if len(rows) != 2 || rows[0].Song.Title != "Amazing Grace" || rows[0].PreferredKey != "Eb" || !rows[0].InList || rows[0].Status != "ready" ||
			!strings.Contains(w.Body.String(), `"tags":["Grace"]`) {
			c.Fatalf("%s", w.Body)
		}
		c.call(mia, "GET", path+"?q=vision", "", 200, &rows)
		if len(rows) != 1 || rows[0].Song.Match == nil {
			c.Fatalf("%+v", rows)
		}
		w = c.call(mia, "GET", path+"?q=a&scope=all&limit=1", "", 200, &rows)
		if len(rows) != 1 || w.Header().Get("X-Total-Count") != "2" {
			c.Fatalf("%s of %s", w.Body, w.Header().Get("X-Total-Count"))
		}
		c.call(mia, "GET", path+"?q=abide&scope=all", "", 200, &rows)
		if len(rows) != 1 || rows[0].InList || rows[0].Version != 0 {
			c.Fatalf("%+v", rows)
		}
		c.call(edith, "PUT", path+"/order", idsJSON(ids[1], ids[0]), 200, &bulk)
		c.call(edith, "POST", path+"/copy", `{"to_profile_id":"`+other.ID+`"}`, 200, &bulk)
		if bulk.Count != 2 {
			c.Fatalf("%+v", bulk)
		}
		c.call(edith, "POST", path+"/copy", `{"to_profile_id":"`+other.ID+`"}`, 200, &bulk)
		if bulk.Count != 0 || bulk.ChangeID != "" {
			c.Fatalf("copied twice: %+v", bulk)
		}
		var people []Profile
		c.call(mia, "GET", "/api/profiles", "", 200, &people)
		if len(people) != 2 || people[0].SongCount != 2 || people[1].SongCount != 2 || people[0].May.Edit {
			c.Fatalf("%+v", people)
		}
		w = c.call(edith, "POST", path+"/remove", idsJSON(ids...), 200, &bulk)
		c.call(mia, "GET", path, "", 200, &rows)
		if len(rows) != 0 || bulk.Count != 2 {
			c.Fatalf("%+v", rows)
		}
		var undone Change
		c.call(edith, "POST", "/api/changes/"+w.Header().Get("Change-Id")+"/undo", "", 200, &undone)
		c.call(mia, "GET", path, "", 200, &rows)
		if len(rows) != 2 || rows[0].Song.ID != ids[1] || undone.Action != "undone" || undone.Count != 2 || !undone.Undoable {
			c.Fatalf("%+v %+v", rows, undone)
		}
	})
}

func TestOneSongOfAListOverTheWire(t *testing.T) {
	churches(t, func(c *church) {
		id, p := c.songs("Amazing Grace")[0], c.person("Ana")
		path := "/api/profiles/" + p.ID + "/songs/" + id
		var row ProfileSong
		c.call(edith, "PUT", path, `{"preferred_key":"F#m","capo":2,"favourite":true,"status":"learning","last_led":"2026-02-01","notes":"slow"}`, 200, &row)
		if row.Version != 1 || row.PreferredKey != "F#m" || row.Capo != 2 || !row.Favourite || row.Status != "learning" || row.LastLed != "2026-02-01" {
			c.Fatalf("%+v", row)
		}
		c.call(edith, "PUT", path, `{"capo":3}`, 428, nil)
		var stale struct{ Current ProfileSong }
		c.call(edith, "PUT", path, `{"capo":3}`, 412, &stale, "If-Match", `"9"`)
		if stale.Current.Capo != 2 || stale.Current.Song.Title != "Amazing Grace" {
			c.Fatalf("%+v", stale)
		}
		var problem Problem
		c.call(edith, "PUT", path, `{"capo":12,"preferred_key":"Q"}`, 400, &problem, "If-Match", `"1"`)
		if len(problem.Errors) != 2 {
			c.Fatalf("%+v", problem)
		}
		whole, _ := json.Marshal(row)
		c.call(edith, "PUT", path, string(whole), 200, nil, "If-Match", `"1"`)
		c.call(edith, "DELETE", path, "", 428, nil)
		c.call(edith, "DELETE", path, "", 204, nil, "If-Match", `"1"`)
		c.call(mia, "GET", path, "", 404, nil)
		c.call(edith, "PUT", "/api/profiles/"+p.ID+"/songs/nothing", `{}`, 404, nil)
		c.call(edith, "PUT", "/api/profiles/nobody/songs/"+id, `{}`, 404, nil)
	})
}

func TestGuestsSeeNoPeopleAndMembersChangeOnlyTheirOwn(t *testing.T) {
	churches(t, func(c *church) {
		id, own, other := c.songs("Amazing Grace")[0], c.person("Mary"), c.person("Ana")
		mary := account.Principal{UserID: "m", Name: "Mary", Role: account.Member, ProfileID: own.ID}
		for _, path := range []string{"/api/profiles", "/api/profiles/" + own.ID, "/api/profiles/" + own.ID + "/songs", "/api/changes", "/api/trash"} {
			c.call(account.Anonymous, "GET", path, "", 401, nil)
			c.call(mary, "GET", path, "", 200, nil)
		}
		for profileID, status := range map[string]int{own.ID: 200, other.ID: 403} {
			path := "/api/profiles/" + profileID
			c.call(mary, "PATCH", path, `{"notes":"x"}`, status, nil, "If-Match", `"1"`)
			c.call(mary, "PUT", path+"/songs/"+id, `{}`, status, nil)
			c.call(mary, "POST", path+"/songs/remove", idsJSON(id), status, nil)
			c.call(mary, "POST", path+"/songs", idsJSON(id), status, nil)
			c.call(mary, "PUT", path+"/songs/order", idsJSON(id), status, nil)
			var p Profile
			c.call(mary, "GET", path, "", 200, &p)
			if p.May.Edit != (status == 200) {
				c.Fatalf("may edit %s: %v", p.Name, p.May.Edit)
			}
		}
		c.call(mary, "DELETE", "/api/trash/profile/"+other.ID, "", 403, nil)
	})
}
