package httpd

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"
)

// slow is the duration from which a request is worth a log line although it went well.
const slow = 500 * time.Millisecond

// requestIDs gives short ids that are unique in this process and, by a random beginning, beyond it.
type requestIDs struct {
	start string
	count *atomic.Uint64
}

func newRequestIDs() requestIDs { return requestIDs{rand.Text()[:8] + "-", new(atomic.Uint64)} }

func (ids requestIDs) next() string {
	var b [32]byte
	return string(strconv.AppendUint(append(b[:0], ids.start...), ids.count.Add(1), 36))
}

const requestID = "X-Request-Id"

func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := &exchange{ResponseWriter: w, conn: connOf(r), request: r, started: time.Now()}
		x.id[0] = s.requestID(r)
		w.Header()[requestID] = x.id[:]
		s.metrics.inFlight.Inc()
		defer s.finish(x)
		next.ServeHTTP(x, r)
		x.begin()
	})
}

// requestID keeps the id that a trusted proxy gave, so that both logs name the same request.
func (s *Server) requestID(r *http.Request) string {
	given := r.Header[requestID]
	if len(given) == 1 && len(given[0]) <= 64 && plainID(given[0]) && s.trusts(peer(r)) {
		return given[0]
	}
	return s.ids.next()
}

func plainID(id string) bool {
	for i := range len(id) {
		c := id[i]
		if c != '-' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return id != ""
}

func (s *Server) finish(x *exchange) {
	x.free()
	took := time.Since(x.started)
	s.metrics.inFlight.Dec()
	s.metrics.count(x, took)
	if s.worthALine(x, took) {
		s.logRequest(x, took)
	}
}

func (s *Server) worthALine(x *exchange, took time.Duration) bool {
	switch {
	case x.route == "/livez" || x.route == "/readyz":
		return false
	case s.options.LogAll || x.status >= 400 || took >= slow && x.status != http.StatusSwitchingProtocols:
		return true
	}
	return unsafe(x.request.Method)
}

func unsafe(method string) bool {
	return method != http.MethodGet && method != http.MethodHead && method != http.MethodOptions
}

func (s *Server) logRequest(x *exchange, took time.Duration) {
	level := slog.LevelInfo
	if x.status >= 500 {
		level = slog.LevelWarn
	}
	s.log.LogAttrs(x.request.Context(), level, "request",
		slog.String("request_id", x.id[0]),
		slog.String("method", known(x.request.Method)),
		slog.String("route", x.name()),
		slog.Int("status", x.status),
		slog.Int64("bytes", x.written),
		slog.Float64("ms", float64(took.Microseconds())/1000),
		slog.String("user", x.identity.UserID),
		slog.String("address", peer(x.request)),
	)
}
