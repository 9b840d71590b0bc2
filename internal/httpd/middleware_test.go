package httpd

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/fault"
)

func TestMuxAnswersBecomeProblems(t *testing.T) {
	h := newTest(t).APIHandler()
	expectProblem(t, ask(h, request("GET", "/api/nothing", "")), 404, "not_found")
	w := ask(h, request("DELETE", "/api/songs/a", ""))
	expectProblem(t, w, 405, "method_not_allowed")
	if w.Header().Get("Allow") != "GET, HEAD" {
		t.Fatalf("Allow is %q", w.Header().Get("Allow"))
	}
	w = ask(h, request("GET", "/api/error", ""))
	expectProblem(t, w, 418, "invalid")
	if strings.Contains(w.Body.String(), "secret") {
		t.Fatalf("the library's text went out: %s", w.Body)
	}
}

func TestAPanicEndsItsRequestOnly(t *testing.T) {
	s := newTest(t)
	w := ask(s.APIHandler(), request("GET", "/api/panic", ""))
	expectProblem(t, w, 500, "internal")
	id := w.Header().Get(requestID)
	log := s.log.String()
	if strings.Count(log, `"msg":"panic"`) != 1 || !strings.Contains(log, "roof") || !strings.Contains(log, id) || !strings.Contains(log, "/api/panic") {
		t.Fatalf("log %s", log)
	}
	if strings.Contains(w.Body.String(), "roof") || count(s.metrics.panics) != 1 || len(s.places) != 0 {
		t.Fatalf("body %s, places %d", w.Body, len(s.places))
	}
	if w = ask(s.APIHandler(), request("GET", "/api/half", "")); w.Body.String() != "half" || count(s.metrics.panics) != 2 {
		t.Fatalf("got %q", w.Body)
	}
}

func TestBodiesAreBounded(t *testing.T) {
	h := newTest(t, func(o *Options) { o.Limits.Body = 100 }).APIHandler()
	if w := ask(h, request("POST", "/api/songs", strings.Repeat("x", 100))); w.Code != 201 || w.Body.Len() != 100 {
		t.Fatalf("got %d, %d bytes", w.Code, w.Body.Len())
	}
	expectProblem(t, ask(h, request("POST", "/api/songs", strings.Repeat("x", 101))), 413, "too_large")
	unknownLength := request("POST", "/api/songs", strings.Repeat("x", 101))
	unknownLength.ContentLength = -1
	expectProblem(t, ask(h, unknownLength), 413, "too_large")
}

func TestPastTheBoundRequestsAreShed(t *testing.T) {
	began, end := make(chan struct{}), make(chan struct{})
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		began <- struct{}{}
		<-end
		w.WriteHeader(http.StatusNoContent)
	})
	s := newTest(t, func(o *Options) { o.API, o.Limits.InFlight = slow, 1 })
	h, done := s.APIHandler(), make(chan int)
	go func() { done <- ask(h, request("GET", "/api/x", "")).Code }()
	<-began
	w := ask(h, request("GET", "/api/y", ""))
	expectProblem(t, w, 503, "unavailable")
	if w.Header().Get("Retry-After") != "1" || count(s.metrics.shed) != 1 {
		t.Fatalf("got %v", w.Header())
	}
	if ask(h, request("GET", "/livez", "")).Code != 200 || ask(s.WebHandler(), request("GET", "/", "")).Code != 200 {
		t.Fatal("health and pages must answer while the API is full")
	}
	end <- struct{}{}
	if <-done != 204 || len(s.places) != 0 {
		t.Fatalf("%d places still taken", len(s.places))
	}
}

func TestAnAnswerThatBeganHoldsNoPlace(t *testing.T) {
	var held int
	var s test
	s = newTest(t, func(o *Options) {
		o.API = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(200)
			held = len(s.places)
		})
	})
	if ask(s.APIHandler(), request("GET", "/api/x", "")); held != 0 {
		t.Fatalf("%d places held while writing", held)
	}
}

func TestRequestsHaveTheirTime(t *testing.T) {
	var left time.Duration
	h := newTest(t, func(o *Options) {
		o.API = http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			until, _ := r.Context().Deadline()
			left = time.Until(until)
		})
	}).APIHandler()
	if ask(h, request("GET", "/api/x", "")); left < 7*time.Second || left > 8*time.Second {
		t.Fatalf("a request has %v", left)
	}
}

func TestWhoAsksReachesTheAPI(t *testing.T) {
	s := newTest(t, func(o *Options) { o.LogAll = true })
	if got := ask(s.WebHandler(), request("GET", "/api/who", "", "X-Session", "s1")).Body.String(); got != `"user-of-s1"` {
		t.Fatalf("got %s", got)
	}
	if !strings.Contains(s.log.String(), `"user":"user-of-s1"`) {
		t.Fatalf("log %s", s.log)
	}
}

func TestNotFindingOutWhoAsks(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		code   string
	}{
		{fault.New(fault.Unavailable, "The database does not answer."), 503, "unavailable"},
		{errors.New("SELECT broken"), 500, "internal"},
	} {
		h := newTest(t, func(o *Options) {
			o.Authenticate = func(ctx context.Context, _ *http.Request) (context.Context, Identity, error) {
				return ctx, Identity{}, c.err
			}
		}).APIHandler()
		w := ask(h, request("GET", "/api/songs/a", ""))
		expectProblem(t, w, c.status, c.code)
		if strings.Contains(w.Body.String(), "SELECT") {
			t.Fatalf("the error went out: %s", w.Body)
		}
	}
}

func TestClientAddressBehindProxies(t *testing.T) {
	s := newTest(t, func(o *Options) { o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")} })
	for _, c := range []struct{ peer, forwarded, want string }{
		{"198.51.100.7:1", "", "198.51.100.7:1"},
		{"198.51.100.7:1", "1.2.3.4", "198.51.100.7:0"},
		{"10.0.0.1:1", "1.2.3.4", "1.2.3.4:0"},
		{"10.0.0.1:1", "6.6.6.6, 1.2.3.4", "1.2.3.4:0"},
		{"10.0.0.1:1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4:0"},
		{"10.0.0.1:1", "10.0.0.3, 10.0.0.2", "10.0.0.3:0"},
		{"10.0.0.1:1", "nonsense", "10.0.0.1:0"},
		{"[::ffff:10.0.0.1]:1", "2001:db8::1", "[2001:db8::1]:0"},
	} {
		r := request("GET", "/api/songs/a", "")
		r.RemoteAddr = c.peer
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := ask(s.APIHandler(), r).Body.String(); !strings.Contains(got, `"from":"`+c.want+`"`) {
			t.Errorf("%s for %q: got %s", c.peer, c.forwarded, got)
		}
	}
}

func TestRequestIDs(t *testing.T) {
	s := newTest(t, func(o *Options) { o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")} })
	for _, c := range []struct {
		peer, given string
		kept        bool
	}{
		{"10.0.0.1:1", "abc-123", true},
		{"10.0.0.1:1", "abc 123", false},
		{"10.0.0.1:1", strings.Repeat("a", 65), false},
		{"198.51.100.7:1", "abc-123", false},
	} {
		r := request("GET", "/livez", "", requestID, c.given)
		r.RemoteAddr = c.peer
		got := ask(s.APIHandler(), r).Header().Get(requestID)
		if (got == c.given) != c.kept || got == "" {
			t.Errorf("%s gave %q: got %q", c.peer, c.given, got)
		}
	}
	if s.ids.next() == s.ids.next() {
		t.Error("an id came twice")
	}
}

func TestLogLines(t *testing.T) {
	s := newTest(t)
	for _, quiet := range []*http.Request{request("GET", "/api/songs/a?q=private", ""), request("GET", "/livez", ""), request("GET", "/", "")} {
		ask(s.WebHandler(), quiet)
	}
	if s.log.Len() != 0 {
		t.Fatalf("log %s", s.log)
	}
	ask(s.WebHandler(), request("POST", "/api/songs?token=private", `{"title":"private"}`, "Cookie", "private=1"))
	ask(s.WebHandler(), request("GET", "/api/nothing/private", ""))
	log := s.log.String()
	for _, want := range []string{`"method":"POST","route":"/api/songs","status":201,"bytes":19,"ms":`, `"route":"unmatched","status":404`, `"address":"192.0.2.1"`} {
		if !strings.Contains(log, want) {
			t.Errorf("%s is missing in %s", want, log)
		}
	}
	if strings.Contains(log, "private") {
		t.Errorf("the log tells private things: %s", log)
	}
}

func TestMetricsByRoute(t *testing.T) {
	s := newTest(t)
	for range 3 {
		ask(s.APIHandler(), request("GET", "/api/songs/a", ""))
	}
	ask(s.APIHandler(), request("BREW", "/api/coffee", ""))
	w := ask(s.MetricsHandler(), request("GET", "/metrics", ""))
	for _, want := range []string{
		`churchmusic_http_requests_total{method="GET",route="/api/songs/{id}",status="200"} 3`,
		`churchmusic_http_requests_total{method="other",route="unmatched",status="404"} 1`,
		`churchmusic_http_in_flight 0`, `churchmusic_sockets 0`, `churchmusic_http_request_seconds_bucket`, `go_goroutines`, `churchmusic_build_info{go="go1.`,
	} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestReadiness(t *testing.T) {
	asked, broken := 0, error(nil)
	s := newTest(t, func(o *Options) {
		o.Ready = func(context.Context) error { asked++; return broken }
	})
	for range 5 {
		if w := ask(s.WebHandler(), request("GET", "/readyz", "")); w.Code != 200 {
			t.Fatalf("got %d", w.Code)
		}
	}
	if asked != 1 {
		t.Fatalf("the database was asked %d times in a moment", asked)
	}
	broken, s.readiness.at = errors.New("gone"), time.Now().Add(-2*time.Second)
	expectProblem(t, ask(s.APIHandler(), request("GET", "/readyz", "")), 503, "unavailable")
	if ask(s.APIHandler(), request("GET", "/livez", "")).Code != 200 {
		t.Fatal("alive is not ready")
	}
	s.stopping.Store(true)
	expectProblem(t, ask(s.APIHandler(), request("GET", "/readyz", "")), 503, "unavailable")
}
