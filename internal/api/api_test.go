package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
)

var fixedNow = time.UnixMilli(1_700_000_000_000)

type fakeStates struct{ n atomic.Uint64 }

func (f *fakeStates) State(context.Context, store.Scope) (uint64, error) { return f.n.Load(), nil }

type fakeRepeats struct{ kept map[string]store.Repeat }

func (f fakeRepeats) Answered(_ context.Context, o audit.Once) (store.Repeat, bool, error) {
	r, ok := f.kept[o.Key]
	return r, ok, nil
}

func (f fakeRepeats) Remember(_ context.Context, o audit.Once, r store.Repeat) error {
	r.RequestHash = o.RequestHash
	f.kept[o.Key] = r
	return nil
}

type thing struct {
	Name    string `json:"name"`
	Version int64  `json:"version"`
}

type thingOutput struct{ Body thing }

func newTestAPI(states *fakeStates, loads *int) *API {
	a := New(Core{States: states, Repeats: fakeRepeats{map[string]store.Repeat{}}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		NewID: func() string { return "change-1" }})
	get(a, operation{path: "/api/thing", id: "get-thing", need: account.Anyone, keep: keep{store.Library, byReader}},
		func(context.Context, *struct{}) (Answer[thing], error) {
			*loads++
			return Answer[thing]{Body: thing{strings.Repeat("x", 2000), 7}, Version: 7}, nil
		})
	change(a, operation{method: "PUT", path: "/api/thing", id: "put-thing", need: account.SignedIn},
		func(_ context.Context, in *struct {
			Based
			Body struct {
				Name string `json:"name" maxLength:"5"`
			}
		}) (*thingOutput, error) {
			v, err := in.version()
			if err != nil {
				return nil, err
			}
			if v != 7 {
				return nil, &fault.Fault{Kind: fault.Stale, Sentence: "Changed.", Current: thing{"now", 7}}
			}
			return &thingOutput{thing{in.Body.Name, 8}}, nil
		})
	change(a, operation{method: "POST", path: "/api/things", id: "post-thing", need: account.SignedIn, status: 201},
		func(ctx context.Context, _ *struct{ Body thing }) (*thingOutput, error) {
			*loads++
			_ = audit.Begin(ctx, fixedNow, func() string { return "other" })
			return &thingOutput{thing{"made", int64(*loads)}}, nil
		})
	return a
}

func ask(a *API, p account.Principal, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r.WithContext(account.With(r.Context(), &p)))
	return w
}

func TestAKeptAnswerIsMadeOncePerState(t *testing.T) {
	states, loads := &fakeStates{}, 0
	a := newTestAPI(states, &loads)
	for range 3 {
		ask(a, account.Anonymous, "GET", "/api/thing", "")
	}
	states.n.Add(1)
	w := ask(a, account.Anonymous, "GET", "/api/thing", "")
	if loads != 2 {
		t.Fatalf("loaded %d times for two states", loads)
	}
	tag := w.Header().Get("Etag")
	if !strings.HasPrefix(tag, `"7-`) {
		t.Fatalf("ETag %s does not begin with the version", tag)
	}
	if w = ask(a, account.Anonymous, "GET", "/api/thing", "", "If-None-Match", `"a", W/`+tag); w.Code != 304 || w.Body.Len() != 0 {
		t.Fatalf("%d with %d bytes", w.Code, w.Body.Len())
	}
}

func TestAnswersAreCompressedAsAsked(t *testing.T) {
	loads := 0
	a := newTestAPI(&fakeStates{}, &loads)
	for accept, want := range map[string]string{"gzip": "gzip", "gzip, br, zstd": "zstd", "br;q=0.5, gzip": "gzip", "zstd;q=0": "", "": "", "identity": ""} {
		w := ask(a, account.Anonymous, "GET", "/api/thing", "", "Accept-Encoding", accept)
		if got := w.Header().Get("Content-Encoding"); got != want || w.Code != 200 {
			t.Errorf("%q: %q, want %q", accept, got, want)
		}
	}
}

var member = account.Principal{UserID: "u", Role: account.Member, SessionID: "s", CSRFToken: "token"}

func TestChangesNeedPermissionTokenAndVersion(t *testing.T) {
	loads := 0
	a := newTestAPI(&fakeStates{}, &loads)
	for _, c := range []struct {
		who     account.Principal
		body    string
		headers []string
		status  int
		code    string
	}{
		{account.Anonymous, `{"name":"x"}`, nil, 401, "unauthenticated"},
		{member, `{"name":"x"}`, nil, 403, "csrf"},
		{member, `{"name":"x"}`, []string{"X-CSRF-Token", "tokeN"}, 403, "csrf"},
		{member, `{"name":"x"}`, []string{"X-CSRF-Token", "token"}, 428, "precondition"},
		{member, `{"name":"x"}`, []string{"X-CSRF-Token", "token", "If-Match", `"6"`}, 412, "stale"},
		{member, `{"name":"x"}`, []string{"X-CSRF-Token", "token", "If-Match", `7`}, 400, "invalid"},
		{member, `{"name":"secret-word"}`, []string{"X-CSRF-Token", "token", "If-Match", `"7"`}, 400, "invalid"},
		{member, `{"name":"x"}`, []string{"X-CSRF-Token", "token", "If-Match", `"7-abc"`}, 200, ""},
	} {
		w := ask(a, c.who, "PUT", "/api/thing", c.body, c.headers...)
		var p Problem
		_ = json.Unmarshal(w.Body.Bytes(), &p)
		if w.Code != c.status || p.Code != c.code {
			t.Errorf("%v: %d %q: %s", c.headers, w.Code, p.Code, w.Body)
		}
		if strings.Contains(w.Body.String(), "secret-word") {
			t.Error("the rejected value is echoed")
		}
		if c.status >= 400 && w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%d is %s", c.status, w.Header().Get("Content-Type"))
		}
	}
}

func TestARepeatedPostTakesEffectOnce(t *testing.T) {
	loads := 0
	a := newTestAPI(&fakeStates{}, &loads)
	headers := []string{"X-CSRF-Token", "token", "Idempotency-Key", "k1"}
	first := ask(a, member, "POST", "/api/things", `{"name":"x","version":1}`, headers...)
	again := ask(a, member, "POST", "/api/things", `{"name":"x","version":1}`, headers...)
	if first.Code != 201 || again.Code != 201 || loads != 1 || first.Body.String() != again.Body.String() {
		t.Fatalf("%d %d, %d loads: %s %s", first.Code, again.Code, loads, first.Body, again.Body)
	}
	if first.Header().Get("Change-Id") != "change-1" || again.Header().Get("Change-Id") != "change-1" {
		t.Fatal("no Change-Id")
	}
	other := ask(a, member, "POST", "/api/things", `{"name":"y","version":1}`, headers...)
	if other.Code != http.StatusConflict {
		t.Fatalf("another request by the same key: %d", other.Code)
	}
}

func TestARouteWithoutPermissionStopsTheStart(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Fatal("registered")
		}
	}()
	a := New(Core{})
	get(a, operation{path: "/api/x", id: "x"}, func(context.Context, *struct{}) (Answer[thing], error) { return Answer[thing]{}, nil })
}

func TestTheDocumentIsReadableWithoutAnotherHost(t *testing.T) {
	loads := 0
	a := newTestAPI(&fakeStates{}, &loads)
	if err := a.RegisterDocument(); err != nil {
		t.Fatal(err)
	}
	page := ask(a, account.Anonymous, "GET", "/api/docs", "").Body.String()
	for _, want := range []string{"/api/thing", "get-thing", "signed_in", "If-Match"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "http://") || strings.Contains(page, "https://") || strings.Contains(page, "<script") {
		t.Error("the page reaches outside or runs a script")
	}
	if w := ask(a, account.Anonymous, "GET", "/api/openapi.json", ""); !json.Valid(w.Body.Bytes()) || !strings.Contains(w.Body.String(), `"3.1.0"`) {
		t.Errorf("openapi.json: %.80s", w.Body)
	}
}
