package api

import (
	"testing"

	"churchmusic/internal/account"
)

func TestWhatNoEngineCanHoldIsNoFailureOfTheProgram(t *testing.T) {
	libraries(t, func(c *church) {
		c.grace()
		for _, path := range []string{"/api/songs?meter=%00", "/api/songs?language=%ff%fe", "/api/songs?author=a%00b", "/api/songs?q=a%00b", "/api/songs?q=%ff%fe",
			"/api/songs?tag=%00", "/api/songs?key=%00", "/api/songs?bpm_min=99999999999", "/api/songs?bpm_max=99999999999", "/api/songs?bpm_min=-99999999999", "/api/songs/%00", "/api/songs/%ff/page",
			"/api/songs?sort=bpm&limit=1&cursor=eyJiIjo5OTk5OTk5OTk5OTksInQiOiJhIiwicyI6MX0", "/api/songs?limit=1&cursor=eyJ0IjoiXHUwMDAwIiwicyI6MX0"} {
			if w := ask(c.api, account.Anonymous, "GET", path, ""); w.Code >= 500 {
				c.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
		for _, path := range []string{"/api/songs?profile=%00", "/api/profiles/%00", "/api/profiles/%00/songs", "/api/songs/%00/revisions", "/api/changes?entity=song&entity_id=%00", "/api/changes?cursor=%00"} {
			if w := ask(c.api, mia, "GET", path, ""); w.Code >= 500 {
				c.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
		for path, body := range map[string]string{"/api/songs/bulk": `{"action":"delete","song_ids":["\u0000"]}`, "/api/songs/%00/restore": "", "/api/changes/%00/undo": ""} {
			if w := ask(c.api, edith, "POST", path, body); w.Code >= 500 {
				c.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	})
}
