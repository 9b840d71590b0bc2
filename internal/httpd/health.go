package httpd

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// readiness asks the database at most once a second, however often it is asked itself.
type readiness struct {
	check func(context.Context) error

	mu   sync.Mutex
	at   time.Time
	last error
}

func (r *readiness) ask(ctx context.Context) error {
	if r.check == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.at.IsZero() || time.Since(r.at) > time.Second {
		ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
		defer cancel()
		r.last = r.check(ctx)
		r.at = time.Now()
	}
	return r.last
}

var ok = []byte("ok\n")

func (s *Server) livez(w http.ResponseWriter, _ *http.Request) {
	routed(w, "/livez")
	w.Header()["Content-Type"] = []string{"text/plain; charset=utf-8"}
	_, _ = w.Write(ok)
}

func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	routed(w, "/readyz")
	if s.stopping.Load() {
		later(w, 5, "The server is shutting down.")
		return
	}
	if err := s.readiness.ask(context.WithoutCancel(r.Context())); err != nil {
		s.log.Warn("not ready", "error", err)
		later(w, 1, "The database does not answer.")
		return
	}
	w.Header()["Content-Type"] = []string{"text/plain; charset=utf-8"}
	_, _ = w.Write(ok)
}
