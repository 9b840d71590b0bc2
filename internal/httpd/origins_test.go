package httpd

import (
	"testing"
)

func TestChangesFromElsewhereAreRefused(t *testing.T) {
	h := newTest(t).WebHandler()
	for _, c := range []struct {
		name    string
		headers []string
		status  int
	}{
		{"no browser", nil, 201},
		{"same origin", []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://example.com"}, 201},
		{"same host, old browser", []string{"Origin", "http://example.com"}, 201},
		{"known origin", []string{"Sec-Fetch-Site", "same-site", "Origin", "http://localhost:5100"}, 201},
		{"foreign site", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 403},
		{"foreign site, old browser", []string{"Origin", "https://evil.example"}, 403},
		{"sandboxed page", []string{"Sec-Fetch-Site", "cross-site", "Origin", "null"}, 403},
		{"same site, unknown origin", []string{"Sec-Fetch-Site", "same-site", "Origin", "http://localhost:9999"}, 403},
	} {
		w := ask(h, request("POST", "/api/songs", "{}", c.headers...))
		if w.Code != c.status {
			t.Errorf("%s: got %d, want %d", c.name, w.Code, c.status)
		}
		if c.status == 403 {
			expectProblem(t, w, 403, "cross_origin")
		}
	}
}

func TestCORSForKnownOriginsOnly(t *testing.T) {
	h := newTest(t).APIHandler()
	w := ask(h, request("GET", "/api/songs/a", "", "Origin", "https://other.example"))
	if g := w.Header(); g.Get("Access-Control-Allow-Origin") != "https://other.example" || g.Get("Access-Control-Allow-Credentials") != "true" {
		t.Fatalf("got %v", g)
	}
	for _, origin := range []string{"https://evil.example", "null", "http://other.example", "https://other.example.evil.example"} {
		w := ask(h, request("GET", "/api/songs/a", "", "Origin", origin))
		if got := w.Header()["Access-Control-Allow-Origin"]; got != nil || w.Code != 200 {
			t.Errorf("%s: %d, %v", origin, w.Code, got)
		}
		w = ask(h, request("OPTIONS", "/api/songs", "", "Origin", origin, "Access-Control-Request-Method", "POST"))
		if w.Code != 405 || w.Header()["Access-Control-Allow-Methods"] != nil {
			t.Errorf("preflight of %s: %d", origin, w.Code)
		}
	}
}

func TestPreflight(t *testing.T) {
	w := ask(newTest(t).APIHandler(), request("OPTIONS", "/api/songs", "", "Origin", "http://localhost:5100", "Access-Control-Request-Method", "PUT"))
	h := w.Header()
	if w.Code != 204 || h.Get("Access-Control-Max-Age") == "" || h.Get("Vary") != "Origin" {
		t.Fatalf("got %d %v", w.Code, h)
	}
	for name, want := range map[string]string{"Access-Control-Allow-Methods": "DELETE", "Access-Control-Allow-Headers": "X-CSRF-Token", "Access-Control-Expose-Headers": "Change-Id"} {
		if !containsWord(h.Get(name), want) {
			t.Errorf("%s is %q", name, h.Get(name))
		}
	}
}
