package httpd

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"churchmusic/internal/live"
)

// api stands for the API: it answers in every way that the middleware must cope with.
func api() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/songs/{id}", func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("Etag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, `{"id":"`+r.PathValue("id")+`","from":"`+r.RemoteAddr+`"}`)
	})
	mux.HandleFunc("POST /api/songs", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(err)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_, _ = w.Write(body)
	})
	mux.HandleFunc("GET /api/panic", func(http.ResponseWriter, *http.Request) { panic("the roof is on fire") })
	mux.HandleFunc("GET /api/half", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "10")
		_, _ = io.WriteString(w, "half")
		panic("in the middle")
	})
	mux.HandleFunc("GET /api/error", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "secret detail", 418) })
	mux.HandleFunc("GET /api/who", func(w http.ResponseWriter, r *http.Request) {
		who, _ := r.Context().Value(whoKey{}).(string)
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `"`+who+`"`)
	})
	return mux
}

type whoKey struct{}

// byHeader signs in whoever says so.
func byHeader(ctx context.Context, r *http.Request) (context.Context, Identity, error) {
	session := r.Header.Get("X-Session")
	if session == "" {
		return ctx, Identity{}, nil
	}
	user := "user-of-" + session
	return context.WithValue(ctx, whoKey{}, user), Identity{UserID: user, SessionID: session}, nil
}

func built() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"index.html":             file("<!doctype html>page"),
		"index.html.br":          file("page in brotli"),
		"index.html.gz":          file("page in gzip"),
		"assets/app-1a2b.js":     file("script"),
		"assets/app-1a2b.js.br":  file("script in brotli"),
		"assets/app-1a2b.js.zst": file("script in zstd"),
		"assets/app-1a2b.js.gz":  file("script in gzip"),
		"sw.js":                  file("worker"),
		"icons/a.png":            file("picture"),
		".gitkeep":               file(""),
	}
}

type test struct {
	*Server
	log *strings.Builder
	hub *live.Hub
}

func newTest(t *testing.T, change ...func(*Options)) test {
	t.Helper()
	log, hub := &strings.Builder{}, live.NewHub()
	o := Options{
		API: api(), Pages: built(), Hub: hub, Authenticate: byHeader,
		Origins: []string{"http://localhost:5100", "https://other.example"},
		Log:     slog.New(slog.NewJSONHandler(&locked{w: log}, nil)),
	}
	for _, f := range change {
		f(&o)
	}
	return test{New(o), log, hub}
}

func request(method, target, body string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	if body == "" {
		r.Body = http.NoBody
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func ask(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	func() {
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler {
				panic(p)
			}
		}()
		h.ServeHTTP(w, r)
	}()
	return w
}

func expectProblem(t *testing.T, w *httptest.ResponseRecorder, status int, code string) {
	t.Helper()
	var p problemBody
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("%d: %v in %q", w.Code, err, w.Body)
	}
	if w.Code != status || p.Status != status || p.Code != code || p.Detail == "" || p.Title == "" {
		t.Fatalf("got %d %+v, want %d %s", w.Code, p, status, code)
	}
	if p.RequestID == "" || p.RequestID != w.Header().Get(requestID) || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Fatalf("got %+v with %v", p, w.Header())
	}
}
