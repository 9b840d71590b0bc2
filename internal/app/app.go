// Package app puts the program together. main, the commands, and end-to-end tests all use it.
package app

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"

	"churchmusic/internal/config"
	"churchmusic/internal/httpd"
	"churchmusic/internal/live"
	"churchmusic/web"
)

// Options are what New needs beside the configuration.
type Options struct {
	Config  *config.Config
	Version string
	Out     io.Writer // where the addresses are told
	Log     *slog.Logger
	Program string // this program's file (OwnProgram), to start helpers from; empty starts none
}

// App is the running program: New opens everything, Run serves until its context ends, Close frees it all.
type App struct {
	options Options
	hub     *live.Hub
	library *library // nil on a web-only process
	server  *httpd.Server
	web     net.Addr
	api     net.Addr
}

// New opens the library and the listeners. Nothing is answered before Run.
func New(ctx context.Context, o Options) (_ *App, err error) {
	a := &App{options: o, hub: live.NewHub()}
	defer func() {
		if err != nil {
			err = errors.Join(err, a.Close())
		}
	}()
	var api http.Handler
	if o.Config.ServesAPI() {
		if a.library, err = openLibrary(ctx, o, a.hub); err != nil {
			return nil, err
		}
		if o.Config.Starter {
			if _, err = a.library.loadStarter(ctx); err != nil {
				return nil, err
			}
		}
		if api, err = a.library.handler(); err != nil {
			return nil, err
		}
	}
	if a.server, err = a.newServer(api); err != nil {
		return nil, err
	}
	return a, a.listen()
}

func (a *App) newServer(api http.Handler) (*httpd.Server, error) {
	c := a.options.Config
	o := httpd.Options{
		API: api, Hub: a.hub, Origins: c.Origins(), Secure: c.Secure(), TrustedProxies: c.TrustedProxies,
		Log: a.options.Log, LogAll: c.LogRequests == "all", Version: a.options.Version,
	}
	if a.library != nil {
		o.Authenticate, o.Ready = a.library.authenticate, a.library.db.Ready
	} else {
		o.Upstream, o.Ready = c.APIURL, httpd.UpstreamReady(c.APIURL)
	}
	if c.ServesWeb() {
		pages, err := fs.Sub(web.Dist, "dist")
		if err != nil {
			return nil, err
		}
		o.Pages = pages
	}
	return httpd.New(o), nil
}

func (a *App) listen() (err error) {
	c := a.options.Config
	if c.ServesAPI() {
		if a.api, err = a.server.Listen("the API", c.APIAddr, a.server.APIHandler()); err != nil {
			return err
		}
	}
	if c.ServesWeb() {
		if a.web, err = a.server.Listen("the web pages", c.WebAddr, a.server.WebHandler()); err != nil {
			return err
		}
	}
	if c.MetricsAddr != "" {
		_, err = a.server.Listen("metrics", c.MetricsAddr, a.server.MetricsHandler())
	}
	return err
}

// Addresses gives where the API and the web pages listen, nil for what is not served.
func (a *App) Addresses() (api, web net.Addr) { return a.api, a.web }

// Run tells the addresses and serves until the context ends and everything that runs is finished.
func (a *App) Run(ctx context.Context) error {
	if err := a.tell(ctx); err != nil {
		return err
	}
	if a.library != nil {
		defer a.library.sweeping(ctx)()
	}
	return a.server.Serve(ctx)
}

// Close frees what New opened.
func (a *App) Close() error {
	a.hub.Shut()
	if a.server != nil {
		a.server.Close()
	}
	if a.library != nil {
		return a.library.close()
	}
	return nil
}

func (a *App) tell(ctx context.Context) error {
	c := a.options.Config
	m := welcome{version: a.options.Version, church: c.ChurchName, public: c.PublicURL, web: a.web, api: a.api, local: networkAddresses()}
	if a.library != nil {
		if err := a.library.describe(ctx, &m); err != nil {
			return err
		}
	}
	m.print(a.options.Out)
	return nil
}
