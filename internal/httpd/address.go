package httpd

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// peer gives the address part of a request's RemoteAddr.
func peer(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

func (s *Server) trusts(address string) bool {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return false
	}
	a = a.Unmap().WithZone("")
	for _, p := range s.options.TrustedProxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// locate makes RemoteAddr the client's own address: X-Forwarded-For is walked from the right for as long as the
// one who wrote it is a trusted proxy. Everyone behind this reads RemoteAddr and nothing else.
func (s *Server) locate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if forwarded := r.Header["X-Forwarded-For"]; len(forwarded) > 0 {
			r.RemoteAddr = net.JoinHostPort(s.client(peer(r), strings.Join(forwarded, ",")), "0")
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) client(direct, forwarded string) string {
	at := direct
	for s.trusts(at) && forwarded != "" {
		var last string
		if i := strings.LastIndexByte(forwarded, ','); i >= 0 {
			forwarded, last = forwarded[:i], forwarded[i+1:]
		} else {
			forwarded, last = "", forwarded
		}
		a, err := netip.ParseAddr(strings.TrimSpace(last))
		if err != nil {
			break
		}
		at = a.Unmap().String()
	}
	return at
}
