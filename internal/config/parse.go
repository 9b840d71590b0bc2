package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

func setData(c *Config, v string) error {
	if v == "" || strings.ContainsRune(v, 0) {
		return errors.New("a folder, such as ./data")
	}
	c.Data = v
	return nil
}

func setDatabaseURL(c *Config, v string) error {
	const want = "postgres://user:password@host:port/database, or nothing for SQLite"
	if v == "" {
		c.DatabaseURL = ""
		return nil
	}
	u, err := url.Parse(v)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return errors.New(want)
	}
	if u.Host == "" && u.Query().Get("host") == "" {
		return errors.New(want)
	}
	c.DatabaseURL = v
	return nil
}

func addr(example string, mayBeOff bool, field func(*Config) *string) func(*Config, string) error {
	samples := map[string]string{"api-addr": ":8080", "web-addr": ":5100", "metrics-addr": "127.0.0.1:9464"}
	want := fmt.Sprintf("host:port or :port with a port from 0 to 65535, such as %s", samples[example])
	if mayBeOff {
		want += ", or off"
	}
	return func(c *Config, v string) error {
		if mayBeOff && v == "off" {
			*field(c) = ""
			return nil
		}
		if !validAddr(v) {
			return errors.New(want)
		}
		*field(c) = v
		return nil
	}
}

func validAddr(v string) bool {
	host, port, err := net.SplitHostPort(v)
	if err != nil || strings.ContainsAny(host, " /@?#") {
		return false
	}
	n, err := strconv.Atoi(port)
	return err == nil && n >= 0 && n <= 65535 && port == strconv.Itoa(n)
}

// origin reads scheme://host[:port] with nothing behind it, as browsers write an origin.
func origin(v string) (*url.URL, error) {
	u, err := url.Parse(v)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.User != nil {
		return nil, errors.New("http://host:port or https://host")
	}
	if strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.ForceQuery {
		return nil, errors.New("http://host:port or https://host, without a path behind it")
	}
	if strings.ContainsAny(u.Hostname(), "*, ") || (u.Port() == "" && strings.HasSuffix(u.Host, ":")) {
		return nil, errors.New("one exact host, without * or spaces")
	}
	if p := u.Port(); p != "" && !validAddr("x:"+p) {
		return nil, errors.New("a port from 0 to 65535")
	}
	return &url.URL{Scheme: u.Scheme, Host: strings.ToLower(withoutDefaultPort(u))}, nil
}

func withoutDefaultPort(u *url.URL) string {
	if (u.Scheme == "http" && u.Port() == "80") || (u.Scheme == "https" && u.Port() == "443") {
		return strings.TrimSuffix(u.Host, ":"+u.Port())
	}
	return u.Host
}

func setPublicURL(c *Config, v string) (err error) {
	c.PublicURL, err = origin(v)
	return err
}

func setAPIURL(c *Config, v string) (err error) {
	c.APIURL, err = origin(v)
	return err
}

func setOnly(c *Config, v string) error {
	if v != "" && v != "api" && v != "web" {
		return errors.New("api, web, or nothing for both")
	}
	c.Only = v
	return nil
}

func setOrigins(c *Config, v string) error {
	c.AllowedOrigins = nil
	for _, part := range split(v) {
		u, err := origin(part)
		if err != nil {
			return fmt.Errorf("a list of exact origins; %q must be %w", part, err)
		}
		c.AllowedOrigins = append(c.AllowedOrigins, u.String())
	}
	return nil
}

func setProxies(c *Config, v string) error {
	c.TrustedProxies = nil
	if v == "none" {
		return nil
	}
	for _, part := range split(v) {
		p, err := network(part)
		if err != nil {
			return fmt.Errorf("addresses or networks such as 10.0.0.0/24, or none; %q %w", part, err)
		}
		c.TrustedProxies = append(c.TrustedProxies, p)
	}
	return nil
}

func network(v string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(v); err == nil && a.Zone() == "" {
		return netip.PrefixFrom(a, a.BitLen()), nil
	}
	p, err := netip.ParsePrefix(v)
	if err != nil {
		return p, errors.New("is neither")
	}
	if p.Bits() == 0 {
		return p, errors.New("would trust the whole world")
	}
	return p.Masked(), nil
}

func split(v string) []string {
	return strings.FieldsFunc(v, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

func setLogLevel(c *Config, v string) error {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	l, ok := levels[v]
	if !ok {
		return errors.New("debug, info, warn or error")
	}
	c.LogLevel = l
	return nil
}

func setLogRequests(c *Config, v string) error {
	if v != "errors" && v != "all" {
		return errors.New("errors or all")
	}
	c.LogRequests = v
	return nil
}

func setChurchName(c *Config, v string) error {
	v = strings.TrimSpace(v)
	if v == "" || len(v) > 200 || strings.ContainsFunc(v, unicode.IsControl) {
		return errors.New("a name of 1 to 200 characters in one line")
	}
	c.ChurchName = v
	return nil
}

func setStarter(c *Config, v string) error {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return errors.New("true or false")
	}
	c.Starter = b
	return nil
}
