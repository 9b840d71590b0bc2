package httpd

import (
	"log/slog"
	"net/http"
	"net/http/httputil"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
)

// Server holds the handlers of both listeners and what they share.
type Server struct {
	options    Options
	limits     Limits
	log        *slog.Logger
	metrics    *metrics
	ids        requestIDs
	dress      *dress
	origins    map[string]bool
	protection *http.CrossOriginProtection
	places     chan struct{}
	upstream   *httputil.ReverseProxy
	readiness  readiness
	stopping   atomic.Bool
	sockets    sync.WaitGroup
	listeners  []*listener
}

// New builds a server. Nothing listens yet.
func New(o Options) *Server {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Registry == nil {
		o.Registry = prometheus.NewRegistry()
	}
	if o.API == nil {
		o.API = http.HandlerFunc(nothingHere)
	}
	s := &Server{
		options: o,
		limits:  o.Limits.orDefaults(),
		log:     o.Log,
		ids:     newRequestIDs(),
		dress:   newDress(securityHeaders(o.Secure)),
		origins: map[string]bool{},
	}
	s.metrics = newMetrics(o.Registry, o.Hub, o.Version)
	s.places = make(chan struct{}, s.limits.InFlight)
	s.protection = s.trust(o.Origins)
	s.readiness = readiness{check: o.Ready}
	if o.Upstream != nil {
		s.upstream = s.newUpstream(o.Upstream)
	}
	return s
}

func (s *Server) trust(origins []string) *http.CrossOriginProtection {
	p := http.NewCrossOriginProtection()
	for _, origin := range origins {
		s.origins[origin] = true
		if err := p.AddTrustedOrigin(origin); err != nil {
			s.log.Error("an origin is not usable", "origin", origin, "error", err)
		}
	}
	return p
}

type step func(http.Handler) http.Handler

// everywhere lists what every request passes, outermost first.
func (s *Server) everywhere() []step {
	return []step{
		s.observe,       // request id, log line, metrics
		s.secure,        // security headers on every answer of every status
		s.survive,       // a panic ends this request only
		s.locate,        // the client's own address behind trusted proxies
		s.acrossOrigins, // CORS for known origins; changes from elsewhere are refused
	}
}

// forAPI lists what an API request passes on top of that.
func (s *Server) forAPI() []step {
	return []step{
		s.private,  // no shared cache keeps an answer
		s.receive,  // the whole body, bounded, before it may take a place
		s.shed,     // a bounded number is worked on at once
		s.identify, // who asks, within the time that a request has
	}
}

func chain(h http.Handler, steps []step) http.Handler {
	for _, wrap := range slices.Backward(steps) {
		h = wrap(h)
	}
	return h
}

// APIHandler answers the API listener.
func (s *Server) APIHandler() http.Handler {
	return s.handler(http.HandlerFunc(nothingHere))
}

// WebHandler answers the web listener: pages, and the API under the same origin.
func (s *Server) WebHandler() http.Handler {
	return s.handler(s.newPages(s.options.Pages))
}

func (s *Server) handler(otherwise http.Handler) http.Handler {
	api, socket := chain(s.options.API, s.forAPI()), http.Handler(http.HandlerFunc(s.socket))
	if s.upstream != nil {
		api, socket = http.HandlerFunc(s.passOn), http.HandlerFunc(s.passOn)
	}
	return chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch p := r.URL.Path; {
		case strings.HasPrefix(p, "/api/") || p == "/api":
			api.ServeHTTP(w, r)
		case p == "/ws":
			socket.ServeHTTP(w, r)
		case p == "/livez":
			s.livez(w, r)
		case p == "/readyz":
			s.readyz(w, r)
		default:
			otherwise.ServeHTTP(w, r)
		}
	}), s.everywhere())
}

func nothingHere(w http.ResponseWriter, r *http.Request) {
	routed(w, "unmatched")
	problem(w, http.StatusNotFound, "not_found", "There is nothing at this address. The API is below /api, its documentation at /api/docs.")
}
