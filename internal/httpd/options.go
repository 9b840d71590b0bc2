// Package httpd is everything between a connection and a use case: listeners, the middleware in one visible list, pages,
// the socket, health and metrics. It knows no songs; the API is a handler that is given to it.
package httpd

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"churchmusic/internal/live"
)

// Identity is who a request comes from, as far as the log and the socket need it. The zero value is anonymous.
type Identity struct{ UserID, SessionID string }

// Authenticate finds who sent a request by its cookie or token and gives a context that carries the principal for the API.
// Nobody being signed in is no error; an error means that it could not be found out.
type Authenticate func(ctx context.Context, r *http.Request) (context.Context, Identity, error)

// Options is what a Server is made of.
type Options struct {
	API      http.Handler // answers /api/…; with Upstream it is not used
	Upstream *url.URL     // another process that answers /api and /ws, for --only web
	Pages    fs.FS        // the built pages, rooted at index.html; nil on an API-only server
	Hub      *live.Hub

	Authenticate Authenticate                // nil: everybody is anonymous
	Ready        func(context.Context) error // reads and writes the database; nil: always ready

	Origins        []string       // our own origins, the public one first: scheme://host[:port]
	Secure         bool           // browsers come by https: send HSTS
	TrustedProxies []netip.Prefix // whose X-Forwarded-For and X-Request-Id are believed

	Log      *slog.Logger         // nil: slog.Default()
	LogAll   bool                 // log every request, not only errors, changes and slow ones
	Registry *prometheus.Registry // nil: a new one
	Version  string               // of the program, for the build_info metric

	Limits Limits // zero fields take the defaults
}

// Limits bounds what one client can make the server hold.
type Limits struct {
	InFlight int           // API requests being worked on; past that 503
	Body     int64         // bytes of a request body
	Receive  time.Duration // to send the whole body
	Request  time.Duration // to work on one request
	Stall    time.Duration // for the client to take nothing at all of an answer
	Drain    time.Duration // to finish what runs at shutdown
}

// DefaultLimits are the promises of the operating guide.
func DefaultLimits() Limits {
	return Limits{
		InFlight: 256,
		Body:     1 << 20,
		Receive:  30 * time.Second,
		Request:  8 * time.Second,
		Stall:    30 * time.Second,
		Drain:    20 * time.Second,
	}
}

func (l Limits) orDefaults() Limits {
	d := DefaultLimits()
	return Limits{
		InFlight: or(l.InFlight, d.InFlight),
		Body:     or(l.Body, d.Body),
		Receive:  or(l.Receive, d.Receive),
		Request:  or(l.Request, d.Request),
		Stall:    or(l.Stall, d.Stall),
		Drain:    or(l.Drain, d.Drain),
	}
}

func or[T int | int64 | time.Duration](v, fallback T) T {
	if v == 0 {
		return fallback
	}
	return v
}
