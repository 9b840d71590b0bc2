package httpd

import (
	"net/http"
	"testing"
)

type discard struct{ h http.Header }

func (d *discard) Header() http.Header         { return d.h }
func (d *discard) Write(b []byte) (int, error) { return len(b), nil }
func (d *discard) WriteHeader(int)             {}

// BenchmarkMiddleware is what all protections together cost a request, beside the handler alone.
func BenchmarkMiddleware(b *testing.B) {
	body := []byte(`{"id":"a"}`)
	bare := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = []string{"application/json"}
		_, _ = w.Write(body)
	})
	s := New(Options{API: bare, Authenticate: byHeader})
	for name, h := range map[string]http.Handler{"bare": bare, "all": s.APIHandler()} {
		b.Run(name, func(b *testing.B) {
			r := request("GET", "/api/songs/a", "", "X-Session", "s", "Accept-Encoding", "gzip, br", "User-Agent", "x")
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(&discard{make(http.Header)}, r)
			}
		})
	}
}
