package httpd

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"churchmusic/internal/live"
)

func dial(t *testing.T, base string, headers ...string) (*websocket.Conn, *http.Response, error) {
	t.Helper()
	h := http.Header{}
	for i := 0; i < len(headers); i += 2 {
		h.Set(headers[i], headers[i+1])
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	c, r, err := websocket.Dial(ctx, strings.Replace(base, "http", "ws", 1)+"/ws", &websocket.DialOptions{HTTPHeader: h})
	if c != nil {
		t.Cleanup(func() { _ = c.CloseNow() })
	}
	return c, r, err
}

func read(t *testing.T, c *websocket.Conn) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	_, text, err := c.Read(ctx)
	return string(text), err
}

// listening waits until the hub has that many listeners.
func listening(t *testing.T, h *live.Hub, n int) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); h.Stats().Listeners != n; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d listeners, want %d", h.Stats().Listeners, n)
		}
	}
}

func TestSocketOrigins(t *testing.T) {
	s := newTest(t)
	server := httptest.NewServer(s.WebHandler())
	defer server.Close()
	for origin, want := range map[string]int{
		server.URL:              101,
		"http://localhost:5100": 101,
		"https://other.example": 101,
		"http://other.example":  403,
		"https://evil.example":  403,
		"null":                  403,
		"file://" + server.Listener.Addr().String(): 403,
		server.URL + ".evil.example":                403,
	} {
		_, r, _ := dial(t, server.URL, "Origin", origin)
		if r == nil || r.StatusCode != want {
			t.Errorf("%s: got %v, want %d", origin, r, want)
		}
	}
	if _, r, err := dial(t, server.URL); err != nil || r.StatusCode != 101 {
		t.Errorf("without an origin: %v", err)
	}
}

func TestSocketDeliversEvents(t *testing.T) {
	s := newTest(t)
	server := httptest.NewServer(s.APIHandler())
	defer server.Close()
	member, _, err := dial(t, server.URL, "X-Session", "s1")
	if err != nil {
		t.Fatal(err)
	}
	guest, _, err := dial(t, server.URL)
	if err != nil {
		t.Fatal(err)
	}
	listening(t, s.hub, 2)
	s.hub.Publish(live.Event{Type: live.Profile, ID: "p", Version: 1}, live.Event{Type: live.Song, ID: "a", Version: 2})
	for _, want := range []string{`{"type":"profile","id":"p","version":1}`, `{"type":"song","id":"a","version":2}`} {
		if got, err := read(t, member); got != want {
			t.Fatalf("got %q, %v", got, err)
		}
	}
	if got, err := read(t, guest); got != `{"type":"song"}` {
		t.Fatalf("got %q, %v", got, err)
	}
	_ = guest.Close(websocket.StatusNormalClosure, "")
	listening(t, s.hub, 1)
}

func TestSocketEndsWithItsSession(t *testing.T) {
	s := newTest(t)
	server := httptest.NewServer(s.APIHandler())
	defer server.Close()
	c, _, err := dial(t, server.URL, "X-Session", "s1")
	if err != nil {
		t.Fatal(err)
	}
	listening(t, s.hub, 1)
	began := time.Now()
	s.hub.EndSessions("s1")
	if got, err := read(t, c); got != `{"type":"account"}` {
		t.Fatalf("got %q, %v", got, err)
	}
	_, err = read(t, c)
	if websocket.CloseStatus(err) != websocket.StatusPolicyViolation || time.Since(began) > time.Second {
		t.Fatalf("after %v: %v", time.Since(began), err)
	}
}

func TestSocketOfASessionThatEndsMeanwhile(t *testing.T) {
	var asked atomic.Int32
	s := newTest(t, func(o *Options) {
		o.Authenticate = func(ctx context.Context, _ *http.Request) (context.Context, Identity, error) {
			if asked.Add(1) > 1 {
				return ctx, Identity{}, nil
			}
			return ctx, Identity{"u", "s"}, nil
		}
	})
	server := httptest.NewServer(s.APIHandler())
	defer server.Close()
	if _, r, err := dial(t, server.URL); err == nil || r.StatusCode != 503 || s.hub.Stats().Listeners != 0 {
		t.Fatalf("got %v, %v", r, err)
	}
}

func TestSocketClosesOnTalk(t *testing.T) {
	s := newTest(t)
	server := httptest.NewServer(s.APIHandler())
	defer server.Close()
	c, _, err := dial(t, server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Write(t.Context(), websocket.MessageText, []byte("hello")); err != nil {
		t.Fatal(err)
	}
	if _, err := read(t, c); websocket.CloseStatus(err) != websocket.StatusPolicyViolation {
		t.Fatalf("got %v", err)
	}
	listening(t, s.hub, 0)
}

func TestSocketWithoutAHandshake(t *testing.T) {
	s := newTest(t)
	expectProblem(t, ask(s.APIHandler(), request("GET", "/ws", "")), 426, "upgrade_required")
	expectProblem(t, ask(s.APIHandler(), request("GET", "/ws", "", "Origin", "https://evil.example")), 403, "cross_origin")
	if s.hub.Stats().Listeners != 0 {
		t.Fatal("a listener was left behind")
	}
}

func TestShutdownClosesSocketsAndFinishesRequests(t *testing.T) {
	began, end := make(chan struct{}), make(chan struct{})
	s := newTest(t, func(o *Options) {
		o.API = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			close(began)
			<-end
			w.WriteHeader(http.StatusNoContent)
		})
	})
	a, err := s.Listen("test", "127.0.0.1:0", s.APIHandler())
	if err != nil {
		t.Fatal(err)
	}
	base := "http://" + a.String()
	ctx, stop := context.WithCancel(t.Context())
	served, answered := make(chan error), make(chan error)
	go func() { served <- s.Serve(ctx) }()
	c, _, err := dial(t, base)
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		r, err := http.Get(base + "/api/slow")
		if err == nil && r.StatusCode != 204 {
			err = errors.New(r.Status)
		}
		answered <- err
	}()
	<-began
	stop()
	if _, err := read(t, c); websocket.CloseStatus(err) != websocket.StatusServiceRestart {
		t.Fatalf("got %v", err)
	}
	close(end)
	if err := errors.Join(<-answered, <-served); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(base + "/livez"); err == nil {
		t.Fatal("it still listens")
	}
}
