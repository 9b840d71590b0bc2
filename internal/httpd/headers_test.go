package httpd

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
)

var wanted = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
		"connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "same-origin",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Strict-Transport-Security":    "max-age=63072000",
}

func TestSecurityHeadersOnEveryStatus(t *testing.T) {
	s := newTest(t, func(o *Options) {
		o.Secure = true
		o.Ready = func(context.Context) error { return errors.New("no database") }
	})
	big := strings.Repeat("x", 1<<20+1)
	for _, c := range []struct {
		status int
		on     http.Handler
		r      *http.Request
	}{
		{200, s.APIHandler(), request("GET", "/api/songs/a", "")},
		{200, s.APIHandler(), request("GET", "/livez", "")},
		{200, s.WebHandler(), request("GET", "/", "")},
		{200, s.WebHandler(), request("GET", "/api/songs/a", "")},
		{201, s.APIHandler(), request("POST", "/api/songs", "{}")},
		{204, s.APIHandler(), request("OPTIONS", "/api/songs", "", "Origin", "https://other.example", "Access-Control-Request-Method", "POST")},
		{307, s.APIHandler(), request("GET", "/api//songs/a", "")},
		{304, s.APIHandler(), request("GET", "/api/songs/a", "", "If-None-Match", `"1"`)},
		{403, s.APIHandler(), request("POST", "/api/songs", "{}", "Sec-Fetch-Site", "cross-site")},
		{404, s.APIHandler(), request("GET", "/", "")},
		{404, s.APIHandler(), request("GET", "/api/nothing", "")},
		{404, s.WebHandler(), request("GET", "/assets/gone.js", "")},
		{405, s.APIHandler(), request("DELETE", "/api/songs", "")},
		{405, s.WebHandler(), request("POST", "/", "")},
		{413, s.APIHandler(), request("POST", "/api/songs", big)},
		{418, s.APIHandler(), request("GET", "/api/error", "")},
		{426, s.APIHandler(), request("GET", "/ws", "")},
		{500, s.APIHandler(), request("GET", "/api/panic", "")},
		{503, s.APIHandler(), request("GET", "/readyz", "")},
	} {
		w := ask(c.on, c.r)
		if w.Code != c.status {
			t.Errorf("%s %s: got %d, want %d", c.r.Method, c.r.URL, w.Code, c.status)
		}
		for name, value := range wanted {
			if got := w.Header()[name]; len(got) != 1 || got[0] != value {
				t.Errorf("%d %s: %s is %q", c.status, c.r.URL, name, got)
			}
		}
		if w.Header().Get("Permissions-Policy") == "" || w.Header().Get(requestID) == "" {
			t.Errorf("%d %s: %v", c.status, c.r.URL, w.Header())
		}
		if c.status >= 400 && w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%d %s is %s", c.status, c.r.URL, w.Header().Get("Content-Type"))
		}
	}
}

func TestNoHSTSOnPlainHTTP(t *testing.T) {
	if got := ask(newTest(t).APIHandler(), request("GET", "/livez", "")).Header()["Strict-Transport-Security"]; got != nil {
		t.Fatalf("got %q", got)
	}
}

func TestAHandlerCannotSpoilSharedHeaders(t *testing.T) {
	spoil := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Add("Referrer-Policy", "no-referrer")
		w.Header().Add("Vary", "Accept")
	})
	h := newTest(t, func(o *Options) { o.API = spoil }).APIHandler()
	if got := ask(h, request("GET", "/api/x", "")).Header(); got.Get("Referrer-Policy") != "no-referrer" || len(got["Vary"]) != 2 {
		t.Fatalf("got %v", got)
	}
	if got := ask(h, request("GET", "/livez", "")).Header(); got.Get("Referrer-Policy") != "same-origin" || len(apiVary) != 1 {
		t.Fatalf("got %v", got)
	}
}

func TestAPIAnswersArePrivate(t *testing.T) {
	h := ask(newTest(t).APIHandler(), request("GET", "/api/songs/a", "")).Header()
	if h.Get("Cache-Control") != "private, no-cache" || !strings.Contains(h.Get("Vary"), "Cookie") {
		t.Fatalf("got %v", h)
	}
}
