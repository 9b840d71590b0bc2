package api

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"churchmusic/internal/account"
)

// Door knows who comes in: it reads and writes the cookies of sessions and known devices. Over https their names begin with
// __Host-, which browsers take as the promise Secure, Path=/ and no Domain; on plain http, which a church's own network may
// use, they have other names and are not Secure.
type Door struct {
	accounts        *account.Accounts
	secure          bool
	session, device string // names of the cookies
}

// NewDoor gives a door; secure says that browsers come by https.
func NewDoor(accounts *account.Accounts, secure bool) *Door {
	d := &Door{accounts: accounts, secure: secure, session: "churchmusic-http", device: "churchmusic-http-device"}
	if secure {
		d.session, d.device = "__Host-churchmusic", "__Host-churchmusic-device"
	}
	return d
}

// Authenticate finds who sent a request and gives a context that carries the principal. It is the only place that does.
func (d *Door) Authenticate(ctx context.Context, r *http.Request) (context.Context, *account.Principal, error) {
	token := d.token(r)
	if token == "" {
		return ctx, &account.Anonymous, nil
	}
	p, err := d.accounts.Authenticate(ctx, token)
	if err != nil || p.Role == account.Guest {
		return ctx, &account.Anonymous, err
	}
	return account.With(ctx, p), p, nil
}

// token gives the session's token: from Authorization where that is sent, and then the cookie counts for nothing, so that
// what needs no CSRF token cannot lean on a cookie.
func (d *Door) token(r *http.Request) string {
	if sent := r.Header["Authorization"]; len(sent) > 0 {
		token, _ := strings.CutPrefix(sent[0], bearer)
		return token
	}
	return cookie(r, d.session)
}

// bearer begins the value of Authorization (RFC 6750).
const bearer = "Bearer "

// cookie gives the value of a cookie, or "". Unlike http.Request.Cookie it makes nothing.
func cookie(r *http.Request, name string) string {
	for _, line := range r.Header["Cookie"] {
		for line != "" {
			var part string
			part, line, _ = strings.Cut(line, ";")
			if key, value, _ := strings.Cut(strings.TrimSpace(part), "="); key == name {
				return value
			}
		}
	}
	return ""
}

func (d *Door) visitor(r *http.Request) account.Visitor {
	return account.Visitor{Address: address(r), UserAgent: r.UserAgent(), DeviceToken: cookie(r, d.device),
		SessionID: account.From(r.Context()).SessionID}
}

// address gives where a request comes from; httpd has put the client's own address there.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// insecure says whether others on the network could read along: plain http that does not stay on one machine.
func (d *Door) insecure(r *http.Request) bool {
	a, err := netip.ParseAddr(address(r))
	return !d.secure && !(err == nil && a.Unmap().IsLoopback())
}

// welcome gives the browser the cookies of a session that began.
func (d *Door) welcome(w http.ResponseWriter, s account.Started) {
	d.put(w, d.session, s.Token, s.ExpiresAt)
	if s.DeviceToken != "" {
		d.put(w, d.device, s.DeviceToken, s.DeviceExpiresAt)
	}
}

func (d *Door) put(w http.ResponseWriter, name, value string, expires time.Time) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", Expires: expires, HttpOnly: true, Secure: d.secure, SameSite: http.SameSiteLaxMode})
}

// forget takes the session's cookie away. The device stays known.
func (d *Door) forget(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: d.session, Path: "/", MaxAge: -1, HttpOnly: true, Secure: d.secure, SameSite: http.SameSiteLaxMode})
}
