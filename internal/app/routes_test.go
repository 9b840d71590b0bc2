package app

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/api"
	"churchmusic/internal/config"
	"churchmusic/internal/live"
)

// leastRole says for every route who may use it: this role and all above. A new route fails until it stands here.
var leastRole = map[string]account.Role{
	"GET /api/account":                                        account.Member,
	"PATCH /api/account":                                      account.Member,
	"GET /api/account/devices":                                account.Member,
	"POST /api/account/devices/end-others":                    account.Member,
	"DELETE /api/account/devices/{id}":                        account.Member,
	"POST /api/account/password":                              account.Member,
	"GET /api/changes":                                        account.Member,
	"POST /api/changes/{id}/undo":                             account.Member,
	"POST /api/charts/preview":                                account.Member,
	"GET /api/profiles":                                       account.Member,
	"POST /api/profiles":                                      account.Member,
	"DELETE /api/profiles/{id}":                               account.Member,
	"GET /api/profiles/{id}":                                  account.Member,
	"PATCH /api/profiles/{id}":                                account.Member,
	"PUT /api/profiles/{id}":                                  account.Member,
	"POST /api/profiles/{id}/restore":                         account.Member,
	"GET /api/profiles/{id}/page":                             account.Member,
	"GET /api/profiles/{id}/revisions":                        account.Member,
	"POST /api/profiles/{id}/revisions/{version}/restore":     account.Member,
	"GET /api/profiles/{id}/songs":                            account.Member,
	"POST /api/profiles/{id}/songs":                           account.Member,
	"POST /api/profiles/{id}/songs/copy":                      account.Member,
	"PUT /api/profiles/{id}/songs/order":                      account.Member,
	"POST /api/profiles/{id}/songs/remove":                    account.Member,
	"DELETE /api/profiles/{id}/songs/{song_id}":               account.Member,
	"GET /api/profiles/{id}/songs/{song_id}":                  account.Member,
	"PUT /api/profiles/{id}/songs/{song_id}":                  account.Member,
	"DELETE /api/session":                                     account.Guest,
	"GET /api/session":                                        account.Guest,
	"POST /api/session":                                       account.Guest,
	"GET /api/settings":                                       account.Member,
	"PATCH /api/settings":                                     account.Admin,
	"GET /api/setup":                                          account.Guest,
	"POST /api/setup":                                         account.Guest,
	"GET /api/songs":                                          account.Guest,
	"POST /api/songs":                                         account.Editor,
	"POST /api/songs/bulk":                                    account.Editor,
	"GET /api/songs/facets":                                   account.Guest,
	"DELETE /api/songs/{id}":                                  account.Editor,
	"GET /api/songs/{id}":                                     account.Guest,
	"PATCH /api/songs/{id}":                                   account.Editor,
	"PUT /api/songs/{id}":                                     account.Editor,
	"GET /api/songs/{id}/arrangements":                        account.Guest,
	"POST /api/songs/{id}/arrangements":                       account.Editor,
	"DELETE /api/songs/{id}/arrangements/{arrangement_id}":    account.Editor,
	"GET /api/songs/{id}/arrangements/{arrangement_id}":       account.Guest,
	"PATCH /api/songs/{id}/arrangements/{arrangement_id}":     account.Editor,
	"PUT /api/songs/{id}/arrangements/{arrangement_id}":       account.Editor,
	"GET /api/songs/{id}/arrangements/{arrangement_id}/chart": account.Guest,
	"GET /api/songs/{id}/page":                                account.Guest,
	"POST /api/songs/{id}/restore":                            account.Member,
	"GET /api/songs/{id}/revisions":                           account.Member,
	"POST /api/songs/{id}/revisions/{version}/restore":        account.Editor,
	"GET /api/trash":                                          account.Member,
	"DELETE /api/trash/{entity}/{id}":                         account.Admin,
	"GET /api/users":                                          account.Admin,
	"POST /api/users":                                         account.Admin,
	"DELETE /api/users/{id}":                                  account.Admin,
	"GET /api/users/{id}":                                     account.Admin,
	"PATCH /api/users/{id}":                                   account.Admin,
}

var roles = append([]account.Role{account.Guest}, account.Roles...)

func TestEveryRouteForEveryRole(t *testing.T) {
	a := testAPI(t)
	seen := map[string]bool{}
	for _, r := range a.Routes() {
		name := r.Method + " " + r.Path
		seen[name] = true
		least, ok := leastRole[name]
		if !ok {
			t.Errorf("%s needs %s and is not in the table of this test", name, r.Permission)
			continue
		}
		for i, role := range roles {
			checkRoute(t, a, r, role, i >= slices.Index(roles, least))
		}
	}
	for name := range leastRole {
		if !seen[name] {
			t.Errorf("%s is in the table and is no route", name)
		}
	}
}

// anyID stands for every parameter; as a profile it is the principal's own.
const anyID = "06h0jr54zg3zw7wm"

var parameter = regexp.MustCompile(`\{[^}]*\}`)

func checkRoute(t *testing.T, a *api.API, r api.Route, role account.Role, allowed bool) {
	t.Helper()
	request := httptest.NewRequest(r.Method, parameter.ReplaceAllString(r.Path, anyID), strings.NewReader("{}"))
	request.Header.Set("Content-Type", "application/json")
	who := account.Principal{UserID: anyID, Role: role, ProfileID: anyID}
	if role == account.Guest {
		who = account.Anonymous
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, request.WithContext(account.With(request.Context(), &who)))
	refused := w.Code == http.StatusForbidden && role != account.Guest || w.Code == http.StatusUnauthorized && role == account.Guest
	if allowed == refused || w.Code == http.StatusInternalServerError {
		t.Errorf("%s %s as %s: %d, allowed is %v: %s", r.Method, r.Path, role, w.Code, allowed, w.Body)
	}
}

func testAPI(t *testing.T) *api.API {
	t.Helper()
	c, err := config.Load(config.Sources{Flags: map[string]string{"data": t.TempDir(), "starter": "false"}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := openLibrary(t.Context(), Options{Config: c, Log: slog.New(slog.NewTextHandler(io.Discard, nil))}, live.NewHub())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.close() })
	h, err := l.handler()
	if err != nil {
		t.Fatal(err)
	}
	return h.(*api.API)
}
