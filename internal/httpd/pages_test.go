package httpd

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestPagesAndFiles(t *testing.T) {
	h := newTest(t).WebHandler()
	html := []string{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Mode", "navigate"}
	for _, c := range []struct {
		method, path string
		headers      []string
		status       int
		body, cache  string
	}{
		{"GET", "/", nil, 200, "page", "no-cache"},
		{"GET", "/index.html", nil, 200, "page", "no-cache"},
		{"GET", "/songs/abc?key=G", html, 200, "page", "no-cache"},
		{"GET", "/songs/st.-anne", html, 200, "page", "no-cache"},
		{"HEAD", "/songs/abc", html, 200, "", "no-cache"},
		{"GET", "/songs/abc", []string{"Accept", "*/*"}, 404, "", "no-store"},
		{"GET", "/sw.js", nil, 200, "worker", "no-cache"},
		{"GET", "/assets/app-1a2b.js", nil, 200, "script", "public, max-age=31536000, immutable"},
		{"GET", "/assets/app-old.js", html, 404, "", "no-store"},
		{"GET", "/assets/app-1a2b.js.br", html, 404, "", "no-store"},
		{"GET", "/missing.png", html, 404, "", "no-store"},
		{"GET", "/api/nothing", html, 404, "", "no-store"},
		{"GET", "/api", html, 404, "", "no-store"},
		{"GET", "/.gitkeep", nil, 404, "", "no-store"},
		{"GET", "/../httpd.go", nil, 404, "", "no-store"},
		{"POST", "/songs/abc", nil, 405, "", "no-store"},
	} {
		w := ask(h, request(c.method, c.path, "", c.headers...))
		if w.Code != c.status || w.Header().Get("Cache-Control") != c.cache {
			t.Errorf("%s %s: %d, %q", c.method, c.path, w.Code, w.Header().Get("Cache-Control"))
		}
		if c.status == 200 && !strings.HasSuffix(w.Body.String(), c.body) {
			t.Errorf("%s %s: %q", c.method, c.path, w.Body)
		}
	}
	if got := ask(h, request("GET", "/icons/a.png", "")).Header().Get("Content-Type"); got != "image/png" {
		t.Error(got)
	}
	if got := ask(h, request("GET", "/sw.js", "")).Header().Get("Content-Type"); got != "text/javascript; charset=utf-8" {
		t.Errorf("a browser takes no worker of type %q", got)
	}
	if got := ask(h, request("DELETE", "/", "")).Header().Get("Allow"); got != "GET, HEAD" {
		t.Error(got)
	}
}

func TestPrecompressedForms(t *testing.T) {
	h := newTest(t).WebHandler()
	for _, c := range []struct{ path, accept, encoding, body string }{
		{"/assets/app-1a2b.js", "gzip, deflate, br, zstd", "br", "script in brotli"},
		{"/assets/app-1a2b.js", "gzip;q=1, br;q=0.5", "gzip", "script in gzip"},
		{"/assets/app-1a2b.js", "zstd, br;q=0", "zstd", "script in zstd"},
		{"/assets/app-1a2b.js", "deflate", "", "script"},
		{"/assets/app-1a2b.js", "", "", "script"},
		{"/", "zstd", "", "<!doctype html>page"},
		{"/", "zstd, gzip", "gzip", "page in gzip"},
	} {
		w := ask(h, request("GET", c.path, "", "Accept-Encoding", c.accept))
		g := w.Header()
		if g.Get("Content-Encoding") != c.encoding || w.Body.String() != c.body || g.Get("Vary") != "Accept-Encoding" || g.Get("Etag") == "" {
			t.Errorf("%s for %q: %v %q", c.path, c.accept, g, w.Body)
		}
		if c.path == "/" && g.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("type %q", g.Get("Content-Type"))
		}
	}
}

func TestPagesAreRevalidated(t *testing.T) {
	h := newTest(t).WebHandler()
	plain := ask(h, request("GET", "/", "")).Header().Get("Etag")
	brotli := ask(h, request("GET", "/", "", "Accept-Encoding", "br")).Header().Get("Etag")
	if plain == "" || plain == brotli {
		t.Fatalf("%q and %q must differ", plain, brotli)
	}
	for given, want := range map[string]int{plain: 304, "W/" + plain: 304, `"x", ` + plain: 304, "*": 304, brotli: 200, `"x"`: 200} {
		if w := ask(h, request("GET", "/", "", "If-None-Match", given)); w.Code != want || (want == 304 && w.Body.Len() > 0) {
			t.Errorf("%s: got %d", given, w.Code)
		}
	}
}

func TestPagesThatWereNotBuilt(t *testing.T) {
	h := newTest(t, func(o *Options) { o.Pages = fstest.MapFS{".gitkeep": {}} }).WebHandler()
	w := ask(h, request("GET", "/", ""))
	expectProblem(t, w, 503, "unavailable")
	if !strings.Contains(w.Body.String(), "make build") {
		t.Fatalf("got %s", w.Body)
	}
}
