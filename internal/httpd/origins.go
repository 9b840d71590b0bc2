package httpd

import (
	"net/http"
	"net/url"
)

var (
	corsMethods = []string{"GET, HEAD, POST, PUT, PATCH, DELETE"}
	corsHeaders = []string{"Content-Type, If-Match, If-None-Match, Idempotency-Key, X-CSRF-Token"}
	corsExposed = []string{"ETag, Link, Location, X-Total-Count, Change-Id, X-Request-Id, Retry-After"}
	corsMaxAge  = []string{"600"}
	corsYes     = []string{"true"}
)

// acrossOrigins answers preflights of known origins, and refuses changes that a foreign page sends.
func (s *Server) acrossOrigins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header["Origin"]
		if len(origin) == 1 && s.origins[origin[0]] {
			s.allowOrigin(w.Header(), origin)
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				s.preflight(w)
				return
			}
		}
		if unsafe(r.Method) && s.protection.Check(r) != nil {
			problem(w, http.StatusForbidden, "cross_origin", "A page of another site sent this change, so it was refused.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) allowOrigin(h http.Header, origin []string) {
	h["Access-Control-Allow-Origin"] = origin
	h["Access-Control-Allow-Credentials"] = corsYes
	h["Access-Control-Expose-Headers"] = corsExposed
	h["Vary"] = []string{"Origin"}
}

func (s *Server) preflight(w http.ResponseWriter) {
	routed(w, "preflight")
	h := w.Header()
	h["Access-Control-Allow-Methods"] = corsMethods
	h["Access-Control-Allow-Headers"] = corsHeaders
	h["Access-Control-Max-Age"] = corsMaxAge
	w.WriteHeader(http.StatusNoContent)
}

// ours says whether a page of this origin may open a socket: a known origin, or the very host that was asked.
func (s *Server) ours(r *http.Request) bool {
	origin := r.Header["Origin"]
	if len(origin) == 0 {
		return true // no browser: nothing rides on its cookies
	}
	if len(origin) > 1 {
		return false
	}
	u, err := url.Parse(origin[0])
	return err == nil && (s.origins[origin[0]] || u.Host == r.Host && (u.Scheme == "http" || u.Scheme == "https"))
}
