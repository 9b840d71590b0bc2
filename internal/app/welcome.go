package app

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// welcome is what serve says to the person who started it.
type welcome struct {
	version   string
	church    string
	public    *url.URL
	web, api  net.Addr // nil when not served
	data      string   // in words: where everything is kept
	songs     int
	setupLink string
	local     []netip.Addr // this machine's addresses on its networks
}

func (m welcome) print(out io.Writer) {
	var b strings.Builder
	fmt.Fprintf(&b, "\nChurch Music Database %s · %s\n\n", m.version, m.church)
	row := func(name, value string) { fmt.Fprintf(&b, "  %-18s %s\n", name, value) }
	if m.web != nil {
		row("Open", m.public.String())
		for _, link := range links(m.web, m.local) {
			row("On your network", link)
		}
	}
	if m.api != nil {
		row("API", fmt.Sprintf("http://localhost:%s/api/docs", port(m.api)))
	}
	if m.data != "" {
		row("Data", m.data)
		row("Songs", fmt.Sprint(m.songs))
	}
	if m.setupLink != "" {
		fmt.Fprintf(&b, "\n  Nobody can sign in yet. Open this link once to become the administrator:\n\n    %s\n", m.setupLink)
	}
	b.WriteString("\n  Stop with Ctrl+C.\n\n")
	_, _ = io.WriteString(out, b.String())
}

func port(a net.Addr) string {
	_, p, _ := net.SplitHostPort(a.String())
	return p
}

// links gives the addresses that other devices can type when the listener takes every network.
func links(web net.Addr, local []netip.Addr) (out []string) {
	bound, err := netip.ParseAddrPort(web.String())
	if err != nil || !bound.Addr().IsUnspecified() {
		return nil
	}
	for _, a := range local {
		out = append(out, "http://"+net.JoinHostPort(a.String(), port(web)))
	}
	return out
}

// networkAddresses gives this machine's private IPv4 addresses.
func networkAddresses() (out []netip.Addr) {
	all, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, a := range all {
		if p, err := netip.ParsePrefix(a.String()); err == nil && p.Addr().Is4() && p.Addr().IsPrivate() {
			out = append(out, p.Addr())
		}
	}
	return out
}
