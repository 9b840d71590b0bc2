// Package api is the REST surface: huma operations over the use cases, one file per resource. A resource file registers
// its operations with get (reads, kept ready until the library changes) and change (writes); both take an operation that
// declares its permission. A route without one stops the start.
package api

import (
	"context"
	"log/slog"
	"net/http"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/store"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// States tells whether what was read before is still true (store.DB does).
type States interface {
	State(ctx context.Context, s store.Scope) (uint64, error)
}

// Repeats remembers the answers of requests that carried an Idempotency-Key.
type Repeats interface {
	Answered(ctx context.Context, o audit.Once) (store.Repeat, bool, error)
	Remember(ctx context.Context, o audit.Once, r store.Repeat) error
}

// Core is what every operation needs; resource files add their use cases.
type Core struct {
	States  States
	Repeats Repeats
	NewID   func() string
	Log     *slog.Logger
	Version string
}

// API is the handler of everything under /api.
type API struct {
	core    Core
	mux     *http.ServeMux
	huma    huma.API
	answers *answers
	pending *operation
	routes  []Route
}

// Route is one declared method and path with the permission it needs.
type Route struct {
	Method, Path string
	Permission   account.Permission
}

// operation declares one route.
type operation struct {
	method, path string
	id           string // OpenAPI operationId: "list-songs"
	summary      string
	tag          string
	need         account.Permission
	status       int // of success; 200 where 0
	keep         keep
}

// New gives an API with no operations yet; the register functions of the resource files add theirs.
func New(c Core) *API {
	a := &API{core: c, mux: http.NewServeMux(), answers: newAnswers()}
	config := huma.DefaultConfig("Church Music Database", c.Version)
	config.DocsPath, config.OpenAPIPath, config.SchemasPath = "", "", ""
	config.CreateHooks = nil
	config.Info.Description = "Songs, charts and people of a church. Sign in with POST /api/session."
	huma.NewErrorWithContext, huma.DefaultArrayNullable = problemOf, false
	a.huma = humago.New(guarded{a}, config)
	return a
}

// ServeHTTP answers requests under /api; unknown paths and methods are problems too.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

// Routes lists every declared route.
func (a *API) Routes() []Route { return a.routes }

// OpenAPI gives the document that describes all operations.
func (a *API) OpenAPI() *huma.OpenAPI { return a.huma.OpenAPI() }

// guarded is the mux as huma sees it: nothing gets on it without the guard of a declared operation.
type guarded struct{ *API }

// HandleFunc implements humago.Mux.
func (g guarded) HandleFunc(pattern string, handler func(http.ResponseWriter, *http.Request)) {
	op := g.pending
	if op == nil || op.need == "" {
		panic("api: " + pattern + " declares no permission")
	}
	g.pending = nil
	g.routes = append(g.routes, Route{op.method, op.path, op.need})
	g.mux.HandleFunc(pattern, g.guard(op, handler))
}

func (a *API) declare(op operation) huma.Operation {
	a.pending = &op
	return huma.Operation{Method: op.method, Path: op.path, OperationID: op.id, Summary: op.summary, Tags: []string{op.tag},
		DefaultStatus: op.status, MaxBodyBytes: 1 << 20, Extensions: map[string]any{"x-permission": op.need}}
}
