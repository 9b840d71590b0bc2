package httpd

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"churchmusic/internal/live"
)

func TestWebOnlyPassesOnAPIAndSocket(t *testing.T) {
	loopback := []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	back := newTest(t, func(o *Options) { o.TrustedProxies = loopback })
	api := httptest.NewServer(back.APIHandler())
	defer api.Close()
	to, _ := url.Parse(api.URL)
	front := newTest(t, func(o *Options) { o.API, o.Upstream, o.Ready, o.Authenticate = nil, to, UpstreamReady(to), nil })
	web := httptest.NewServer(front.WebHandler())
	defer web.Close()

	r, err := http.Get(web.URL + "/api/nothing")
	if err != nil || r.StatusCode != 404 {
		t.Fatalf("got %v, %v", r, err)
	}
	for name, values := range r.Header {
		if len(values) != 1 {
			t.Errorf("%s comes %d times", name, len(values))
		}
	}
	if id := r.Header.Get(requestID); !strings.Contains(back.log.String(), id) || !strings.Contains(front.log.String(), id) {
		t.Errorf("both logs must name %s:\n%s%s", id, back.log, front.log)
	}
	if r, err := http.Get(web.URL + "/readyz"); err != nil || r.StatusCode != 200 {
		t.Fatalf("got %v, %v", r, err)
	}
	post, err := http.NewRequest("POST", web.URL+"/api/songs", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	post.Header.Set("Origin", web.URL)
	if r, err := http.DefaultClient.Do(post); err != nil || r.StatusCode != 201 {
		t.Fatalf("a change from our own page: %v, %v", r, err)
	}
	c, _, err := dial(t, web.URL, "Origin", web.URL)
	if err != nil {
		t.Fatal(err)
	}
	listening(t, back.hub, 1)
	back.hub.Publish(live.Event{Type: live.Song, ID: "a", Version: 1})
	if got, err := read(t, c); got != `{"type":"song"}` {
		t.Fatalf("got %q, %v", got, err)
	}
}

func TestWebOnlyWithoutItsAPI(t *testing.T) {
	to, _ := url.Parse("http://127.0.0.1:1")
	h := newTest(t, func(o *Options) { o.API, o.Upstream, o.Ready = nil, to, UpstreamReady(to) }).WebHandler()
	expectProblem(t, ask(h, request("GET", "/api/songs", "")), 503, "unavailable")
	expectProblem(t, ask(h, request("GET", "/readyz", "")), 503, "unavailable")
	if ask(h, request("GET", "/", "")).Code != 200 {
		t.Fatal("the pages need no API")
	}
}
