package httpd

import (
	"net/http"
	"strings"
)

// header is one answer header, its value ready to be put into the map without an allocation.
type header struct {
	name  string // canonical
	value []string
}

var policy = strings.Join([]string{
	"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
	"connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "media-src 'self' blob:", "form-action 'self'",
	"base-uri 'none'", "frame-ancestors 'none'",
}, "; ")

var permissions = strings.Join([]string{
	"accelerometer=()", "camera=()", "display-capture=()", "geolocation=()", "gyroscope=()", "magnetometer=()",
	"microphone=()", "payment=()", "usb=()", "fullscreen=(self)", "screen-wake-lock=(self)", "clipboard-write=(self)",
}, ", ")

func securityHeaders(https bool) []header {
	all := []header{
		{"Content-Security-Policy", []string{policy}},
		{"X-Content-Type-Options", []string{"nosniff"}},
		{"Referrer-Policy", []string{"same-origin"}},
		{"Cross-Origin-Opener-Policy", []string{"same-origin"}},
		{"Cross-Origin-Resource-Policy", []string{"same-origin"}},
		{"Permissions-Policy", []string{permissions}},
	}
	if https {
		all = append(all, header{"Strict-Transport-Security", []string{"max-age=63072000"}})
	}
	return all
}

// dress is a set of headers that goes with every answer: for a connection of ours as one block of bytes, which costs a
// copy; through the header map, where nothing else is possible or a handler wants one of them otherwise.
type dress struct {
	headers []header
	block   []byte
}

func newDress(headers []header) *dress {
	d := &dress{headers: headers}
	for _, h := range headers {
		d.block = append(d.block, h.name+": "+h.value[0]+"\r\n"...)
	}
	return d
}

// put sees to it that the answer whose header is about to be written has the set.
func (d *dress) put(h http.Header, c *guardedConn) {
	if c != nil && !d.touched(h) {
		c.preface.Store(&d.block)
		return
	}
	for i := range d.headers {
		if _, set := h[d.headers[i].name]; !set {
			h[d.headers[i].name] = d.headers[i].value
		}
	}
}

func (d *dress) touched(h http.Header) bool {
	for i := range d.headers {
		if _, set := h[d.headers[i].name]; set {
			return true
		}
	}
	return false
}

// secure gives every answer the security headers, whatever its status.
func (s *Server) secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.(*exchange).dress = s.dress
		next.ServeHTTP(w, r)
	})
}

var (
	privateCache = []string{"private, no-cache"}
	apiVary      = []string{"Cookie, Authorization, Accept-Encoding, Origin"}
)

func (s *Server) private(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h["Cache-Control"] = privateCache
		h["Vary"] = apiVary
		next.ServeHTTP(w, r)
	})
}
