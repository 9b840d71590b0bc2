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

func (s *Server) secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for i := range s.headers {
			h[s.headers[i].name] = s.headers[i].value
		}
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
