package api

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/audit"
)

func TestTheHistoryOverTheWire(t *testing.T) {
	churches(t, func(c *church) {
		p := c.person("Ana")
		for _, name := range []string{"Anna", "Anne"} {
			w := c.call(mia, "GET", "/api/profiles/"+p.ID, "", 200, nil)
			c.call(edith, "PATCH", "/api/profiles/"+p.ID, `{"name":"`+name+`"}`, 200, nil, "If-Match", w.Header().Get("ETag"))
		}
		var changes []Change
		w := c.call(edith, "GET", "/api/changes?limit=2&entity=profile&entity_id="+p.ID, "", 200, &changes)
		if len(changes) != 2 || changes[0].User.Name != "Edith" || changes[0].Title != "Anne" || !changes[0].Undoable || changes[0].Undone ||
			!slices.Equal(changes[0].Differences, []audit.Difference{{Field: "name", Before: "Anna", After: "Anne"}}) {
			c.Fatalf("%s", w.Body)
		}
		next := nextOf(c, w)
		w = c.call(edith, "GET", next, "", 200, &changes)
		if len(changes) != 1 || changes[0].Action != audit.Created || w.Header().Get("Link") != "" {
			c.Fatalf("%s", w.Body)
		}
		c.call(edith, "GET", "/api/changes?entity_id="+p.ID, "", 400, nil)
		var revisions []Revision
		c.call(mia, "GET", "/api/profiles/"+p.ID+"/revisions", "", 200, &revisions)
		if len(revisions) != 3 || revisions[2].Differences == nil || revisions[0].Differences[0].After != "Anne" {
			c.Fatalf("%+v", revisions)
		}
		c.call(edith, "POST", "/api/profiles/"+p.ID+"/revisions/1/restore", "", 412, nil, "If-Match", `"2"`)
		var back Profile
		c.call(edith, "POST", "/api/profiles/"+p.ID+"/revisions/1/restore", "", 200, &back, "If-Match", `"3"`)
		if back.Name != "Ana" || back.Version != 4 {
			c.Fatalf("%+v", back)
		}
	})
}

func nextOf(c *church, w *httptest.ResponseRecorder) string {
	c.Helper()
	link, ok := strings.CutSuffix(w.Header().Get("Link"), `>; rel="next"`)
	if !ok {
		c.Fatalf("Link: %q", w.Header().Get("Link"))
	}
	return strings.TrimPrefix(link, "<")
}

func TestAConflictingUndoSaysWhatWasChangedLater(t *testing.T) {
	churches(t, func(c *church) {
		p := c.person("Ana")
		first := c.call(edith, "PATCH", "/api/profiles/"+p.ID, `{"name":"Anna"}`, 200, nil, "If-Match", `"1"`).Header().Get("Change-Id")
		c.call(ada, "PATCH", "/api/profiles/"+p.ID, `{"notes":"x"}`, 200, nil, "If-Match", `"2"`)
		var problem Problem
		c.call(edith, "POST", "/api/changes/"+first+"/undo", "", 409, &problem)
		if !strings.Contains(problem.Detail, "Ada") || !strings.Contains(problem.Detail, "Anna") {
			c.Fatalf("%q", problem.Detail)
		}
		c.call(edith, "POST", "/api/changes/nothing/undo", "", 404, nil)
	})
}

func TestARepeatedUndoIsDoneOnce(t *testing.T) {
	churches(t, func(c *church) {
		p := c.person("Ana")
		id := c.call(edith, "DELETE", "/api/profiles/"+p.ID, "", 204, nil, "If-Match", `"1"`).Header().Get("Change-Id")
		first := c.call(edith, "POST", "/api/changes/"+id+"/undo", "", 200, nil, "Idempotency-Key", "k")
		again := c.call(edith, "POST", "/api/changes/"+id+"/undo", "", 200, nil, "Idempotency-Key", "k")
		if first.Body.String() != again.Body.String() {
			c.Fatalf("%s and %s", first.Body, again.Body)
		}
		c.call(edith, "POST", "/api/changes/"+id+"/undo", "", 409, nil)
	})
}

func TestTheTrashOverTheWire(t *testing.T) {
	churches(t, func(c *church) {
		p, q := c.person("Ana"), c.person("Ben")
		for _, id := range []string{p.ID, q.ID} {
			c.call(edith, "DELETE", "/api/profiles/"+id, "", 204, nil, "If-Match", `"1"`)
		}
		var trash []TrashEntry
		w := c.call(ada, "GET", "/api/trash", "", 200, &trash)
		if len(trash) != 2 || w.Header().Get("X-Total-Count") != "2" || trash[0].Entity != audit.Profile || trash[0].Detail != "Singer" ||
			!trash[0].MayRestore || !trash[0].MayPurge || trash[0].ExpiresAt.Sub(trash[0].DeletedAt).Hours() != 720 {
			c.Fatalf("%s", w.Body)
		}
		c.call(mia, "GET", "/api/trash", "", 200, &trash)
		if len(trash) != 0 {
			c.Fatalf("a member sees %+v", trash)
		}
		c.call(mia, "POST", "/api/profiles/"+p.ID+"/restore", "", 404, nil)
		var back Profile
		c.call(edith, "POST", "/api/profiles/"+p.ID+"/restore", "", 200, &back)
		if back.Name != "Ana" {
			c.Fatalf("%+v", back)
		}
		c.call(edith, "DELETE", "/api/trash/profile/"+q.ID, "", 403, nil)
		c.call(ada, "DELETE", "/api/trash/profile/"+q.ID, "", 204, nil)
		c.call(ada, "DELETE", "/api/trash/profile/"+q.ID, "", 404, nil)
		c.call(ada, "DELETE", "/api/trash/arrangement/x", "", 400, nil)
	})
}

func TestAStaleRestoreOfARevisionCarriesWhatIsStored(t *testing.T) {
	libraries(t, func(c *church) {
		s, p := c.grace(), c.person("Ana")
		c.call(edith, "PATCH", "/api/songs/"+s.ID, `{"year":1780}`, 200, nil, "If-Match", `"1"`)
		c.call(edith, "PATCH", "/api/profiles/"+p.ID, `{"name":"Anna"}`, 200, nil, "If-Match", `"1"`)
		var song struct{ Current Song }
		var person struct{ Current Profile }
		c.call(edith, "POST", "/api/songs/"+s.ID+"/revisions/1/restore", "", 412, &song, "If-Match", `"1"`)
		c.call(edith, "POST", "/api/profiles/"+p.ID+"/revisions/1/restore", "", 412, &person, "If-Match", `"1"`)
		if song.Current.Year != 1780 || !song.Current.May.Edit || person.Current.Name != "Anna" {
			c.Errorf("%+v\n%+v", song.Current, person.Current)
		}
	})
}

func TestTheRevisionsOfASongInTheTrashAreForWhoSeesTheSong(t *testing.T) {
	libraries(t, func(c *church) {
		s := c.grace()
		path := "/api/songs/" + s.ID
		c.call(mia, "GET", path+"/revisions", "", 200, nil)
		c.call(edith, "DELETE", path, "", 204, nil, "If-Match", `"1"`)
		c.call(edith, "GET", path+"/revisions", "", 200, nil)
		for _, of := range []string{path, path + "/revisions"} {
			c.call(mia, "GET", of, "", 404, nil)
		}
	})
}
