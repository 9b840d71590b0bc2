// Package config is the one place where the program's settings are named, read and checked. A setting comes from its
// flag, else its CHURCHMUSIC_* variable, else the configuration file, else its default; anything unknown or unsafe
// refuses to start and says what is allowed.
package config

import (
	"log/slog"
	"net/netip"
	"net/url"
)

// Config holds every setting, checked. Load makes it; tests may fill one by hand.
type Config struct {
	Data           string         // folder of the database (SQLite), the lock and files
	DatabaseURL    string         // postgres://…, or empty for SQLite in Data; secret
	APIAddr        string         // host:port of the API listener
	WebAddr        string         // host:port of the web listener
	MetricsAddr    string         // host:port of the metrics listener, empty for none
	PublicURL      *url.URL       // origin under which browsers reach the web listener
	Only           string         // "api", "web", or empty for both
	APIURL         *url.URL       // with Only "web": the origin of the API it passes /api and /ws to
	AllowedOrigins []string       // further origins whose pages may call the API
	TrustedProxies []netip.Prefix // who may name the client's address in X-Forwarded-For
	LogLevel       slog.Level
	LogRequests    string // "errors" (also changes and slow ones) or "all"
	ChurchName     string // shown until an administrator sets it in the settings
	Starter        bool   // load the starter library into an empty database
}

// Secure says whether browsers reach the program over https.
func (c *Config) Secure() bool { return c.PublicURL != nil && c.PublicURL.Scheme == "https" }

// ServesAPI says whether this process runs the API (and so owns the database).
func (c *Config) ServesAPI() bool { return c.Only != "web" }

// ServesWeb says whether this process runs the web listener.
func (c *Config) ServesWeb() bool { return c.Only != "api" }

// Origins gives every origin whose pages are ours: the public one first, then the allowed ones.
func (c *Config) Origins() []string {
	var all []string
	if c.PublicURL != nil {
		all = append(all, c.PublicURL.String())
	}
	return append(all, c.AllowedOrigins...)
}
