package api

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/ident"
	"churchmusic/internal/store"
)

const testPassword = "ladder sparrow vinegar"

// desk is an API with accounts on a real database and a browser that keeps cookies.
type desk struct {
	t        *testing.T
	api      *API
	door     *Door
	accounts *account.Accounts
	cookies  map[string]string
	csrf     string
	address  string
}

func newDesk(t *testing.T, secure bool) *desk {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	d := &desk{t: t, accounts: account.New(account.Options{Store: db, ChurchName: "Our church"}), cookies: map[string]string{}, address: "192.0.2.7:1"}
	d.door = NewDoor(d.accounts, secure)
	d.api = New(Core{States: db, Repeats: db, NewID: ident.New().Next, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	d.api.RegisterSessions(d.door)
	d.api.RegisterSetup(d.door)
	d.api.RegisterUsers(d.door)
	d.api.RegisterAccount(d.accounts)
	d.api.RegisterSettings(d.accounts)
	return d
}

func (d *desk) user(username string, role account.Role) account.User {
	d.t.Helper()
	u, err := d.accounts.AddUser(d.t.Context(), account.System, account.NewUser{Username: username, Role: role, Password: testPassword})
	if err != nil {
		d.t.Fatal(err)
	}
	return u
}

func (d *desk) ask(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.RemoteAddr = d.address
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0")
	for name, value := range d.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	if d.csrf != "" {
		r.Header.Set("X-CSRF-Token", d.csrf)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	ctx, _, err := d.door.Authenticate(r.Context(), r)
	if err != nil {
		d.t.Fatal(err)
	}
	w := httptest.NewRecorder()
	d.api.ServeHTTP(w, r.WithContext(ctx))
	for _, c := range w.Result().Cookies() {
		d.cookies[c.Name] = c.Value
		if c.MaxAge < 0 {
			delete(d.cookies, c.Name)
		}
	}
	return w
}

func (d *desk) want(status int, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	w := d.ask(method, path, body, headers...)
	if w.Code != status {
		d.t.Fatalf("%s %s: %d, want %d: %s", method, path, w.Code, status, w.Body)
	}
	return w
}

func parsed[T any](t *testing.T, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return v
}

func (d *desk) signIn(username string) Session {
	d.t.Helper()
	s := parsed[Session](d.t, d.want(200, "POST", "/api/session", `{"username":"`+username+`","password":"`+testPassword+`"}`))
	d.csrf = s.CSRFToken
	return s
}

func TestSigningInAndOut(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Editor)
	s := parsed[Session](t, d.want(200, "GET", "/api/session", ""))
	if s.User != nil || s.CSRFToken != "" || !s.Insecure || s.SetupNeeded || s.Church.Name != "Our church" || s.May != (SessionMay{}) {
		t.Errorf("guest: %+v", s)
	}
	s = d.signIn("Anna")
	if s.User == nil || s.User.Username != "anna" || s.User.Role != "editor" || !s.May.EditSongs || s.May.ManageUsers || !s.May.SeeTrash {
		t.Errorf("%+v", s)
	}
	if got := parsed[Session](t, d.want(200, "GET", "/api/session", "")); got.CSRFToken != s.CSRFToken || got.User.ID != s.User.ID {
		t.Errorf("%+v", got)
	}
	devices := parsed[[]Device](t, d.want(200, "GET", "/api/account/devices", ""))
	if len(devices) != 1 || devices[0].Label != "Firefox on Linux" || !devices[0].Current || devices[0].Address != "192.0.2.7" {
		t.Errorf("%+v", devices)
	}
	d.want(403, "DELETE", "/api/session", "", "X-CSRF-Token", "x")
	old := d.cookies["churchmusic-http"]
	if got := parsed[Session](t, d.want(200, "DELETE", "/api/session", "")); got.User != nil {
		t.Errorf("%+v", got)
	}
	if d.cookies["churchmusic-http"] != "" || d.cookies["churchmusic-http-device"] == "" {
		t.Errorf("%v", d.cookies)
	}
	d.cookies["churchmusic-http"] = old
	d.want(401, "GET", "/api/account", "")
}

func TestAProgramSignsInByToken(t *testing.T) {
	d := newDesk(t, false)
	d.user("robot", account.Admin)
	w := d.ask("POST", "/api/session", `{"username":"robot","password":"`+testPassword+`","token":true}`)
	var s Session
	if err := json.Unmarshal(w.Body.Bytes(), &s); err != nil || w.Code != 200 || !strings.HasPrefix(s.Token, bearer) || len(w.Result().Cookies()) != 0 {
		t.Fatalf("%d %s %v", w.Code, w.Body, w.Result().Cookies())
	}
	body := `{"username":"new.user","name":"New","role":"member","password":"` + testPassword + `"}`
	if w = d.ask("POST", "/api/users", body, "Authorization", s.Token); w.Code != 201 {
		t.Fatalf("without a CSRF token: %d %s", w.Code, w.Body)
	}
	if w = d.ask("GET", "/api/users", "", "Authorization", "Bearer "+strings.Repeat("x", 43)); w.Code != 401 {
		t.Fatalf("a token of nobody: %d", w.Code)
	}
}

func TestAnAuthorizationHeaderSetsTheCookieAside(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Admin)
	d.ask("POST", "/api/session", `{"username":"anna","password":"`+testPassword+`"}`)
	if w := d.ask("GET", "/api/users", ""); w.Code != 200 {
		t.Fatalf("by cookie: %d", w.Code)
	}
	if w := d.ask("POST", "/api/users", `{}`, "Authorization", "x"); w.Code != 401 {
		t.Fatalf("cookie and a made-up header: %d", w.Code)
	}
}

func TestCookiesKeepWhatTheyPromise(t *testing.T) {
	for secure, names := range map[bool][]string{true: {"__Host-churchmusic", "__Host-churchmusic-device"}, false: {"churchmusic-http", "churchmusic-http-device"}} {
		d := newDesk(t, secure)
		d.user("anna", account.Member)
		w := d.want(200, "POST", "/api/session", `{"username":"anna","password":"`+testPassword+`"}`)
		if s := parsed[Session](t, w); s.Insecure == secure {
			t.Errorf("insecure is %v", s.Insecure)
		}
		all := w.Result().Cookies()
		if len(all) != 2 {
			t.Fatalf("%d cookies", len(all))
		}
		for i, c := range all {
			if c.Name != names[i] || c.Secure != secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || len(c.Value) != 43 {
				t.Errorf("%s", c)
			}
		}
	}
}

func TestTheSameMachineIsNotInsecure(t *testing.T) {
	d := newDesk(t, false)
	d.address = "[::1]:5000"
	if s := parsed[Session](t, d.want(200, "GET", "/api/session", "")); s.Insecure {
		t.Error("nothing leaves the machine")
	}
}

func TestSignInRefusalsTellNothing(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Member)
	one := parsed[Problem](t, d.want(401, "POST", "/api/session", `{"username":"anna","password":"secret-word-1"}`))
	two := parsed[Problem](t, d.want(401, "POST", "/api/session", `{"username":"who","password":"secret-word-1"}`))
	if one.Detail != two.Detail || one.Code != two.Code {
		t.Errorf("%+v %+v", one, two)
	}
	for range 4 {
		d.want(401, "POST", "/api/session", `{"username":"anna","password":"secret-word-1"}`)
	}
	w := d.want(429, "POST", "/api/session", `{"username":"anna","password":"secret-word-1"}`)
	if w.Header().Get("Retry-After") == "" || strings.Contains(w.Body.String(), "secret-word") {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	for _, body := range []string{`{}`, `{"username":"anna"}`, `[]`, `{"username":1,"password":"secret-word-1"}`, `{"username":"anna","password":"` + strings.Repeat("secret-word", 200) + `"}`} {
		if w := d.want(400, "POST", "/api/session", body); strings.Contains(w.Body.String(), "secret-word") {
			t.Errorf("echoed: %s", w.Body)
		}
	}
	if w := d.ask("POST", "/api/session", `{"username":"anna","password":"x"}`, "Content-Type", "text/plain"); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("a form of another site gets %d", w.Code)
	}
}

func TestSetUpByLink(t *testing.T) {
	d := newDesk(t, false)
	token, err := d.accounts.SetupToken(t.Context())
	if err != nil || token == "" {
		t.Fatal(err)
	}
	if !parsed[Setup](t, d.want(200, "GET", "/api/setup", "")).Needed || !parsed[Session](t, d.want(200, "GET", "/api/session", "")).SetupNeeded {
		t.Error("not needed")
	}
	body := `{"token":"` + token + `","church_name":"St. Mary","name":"Anna","username":"anna","password":"` + testPassword + `"}`
	d.want(404, "POST", "/api/setup", strings.Replace(body, token, "x", 1))
	p := parsed[Problem](t, d.want(400, "POST", "/api/setup", strings.Replace(body, testPassword, "short", 1)))
	if len(p.Errors) != 1 || p.Errors[0].Name != "password" {
		t.Errorf("%+v", p)
	}
	s := parsed[Session](t, d.want(200, "POST", "/api/setup", body, "Idempotency-Key", "k"))
	if s.Church.Name != "St. Mary" || s.User.Role != "admin" || !s.May.ManageUsers || s.SetupNeeded {
		t.Errorf("%+v", s)
	}
	d.csrf = s.CSRFToken
	d.want(404, "POST", "/api/setup", body)
	if parsed[Setup](t, d.want(200, "GET", "/api/setup", "")).Needed {
		t.Error("still needed")
	}
}

func TestManagingUsers(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Admin)
	d.signIn("anna")
	w := d.want(201, "POST", "/api/users", `{"username":"ben","name":"Ben","role":"member","password":"`+testPassword+`"}`)
	ben := parsed[User](t, w)
	if w.Header().Get("Change-Id") == "" || ben.Version != 1 || strings.Contains(w.Body.String(), "argon2") {
		t.Errorf("%s", w.Body)
	}
	d.want(409, "POST", "/api/users", `{"username":"BEN","role":"member","password":"`+testPassword+`"}`)
	path := "/api/users/" + ben.ID
	d.want(428, "PATCH", path, `{"role":"editor"}`)
	d.want(200, "PATCH", path, `{"role":"editor"}`, "If-Match", `"1"`)
	w = d.want(412, "PATCH", path, `{"role":"member"}`, "If-Match", `"1"`)
	if p := parsed[struct{ Current User }](t, w); p.Current.Role != "editor" || p.Current.Version != 2 {
		t.Errorf("%s", w.Body)
	}
	w = d.want(200, "GET", path, "")
	if tag := w.Header().Get("Etag"); !strings.HasPrefix(tag, `"2-`) {
		t.Errorf("ETag %s", tag)
	}
	d.want(304, "GET", path, "", "If-None-Match", w.Header().Get("Etag"))
	if all := parsed[[]User](t, d.want(200, "GET", "/api/users", "")); len(all) != 2 || all[0].Username != "anna" || all[0].LastSeenAt == nil || all[1].LastSeenAt != nil {
		t.Errorf("%+v", all)
	}
	d.want(204, "DELETE", path, "", "If-Match", `"2"`)
	d.want(404, "GET", path, "")
}

func TestAnAdministratorWhoStepsDownStaysSignedIn(t *testing.T) {
	d := newDesk(t, false)
	d.user("root", account.Admin)
	anna := d.user("anna", account.Admin)
	d.signIn("anna")
	old := d.cookies["churchmusic-http"]
	d.want(200, "PATCH", "/api/users/"+anna.ID, `{"role":"editor"}`, "If-Match", `"1"`)
	if d.cookies["churchmusic-http"] == old {
		t.Error("a new role goes on with the old id")
	}
	s := parsed[Session](t, d.want(200, "GET", "/api/session", ""))
	if s.User == nil || s.User.Role != "editor" || s.CSRFToken == d.csrf {
		t.Errorf("%+v", s)
	}
	d.want(403, "GET", "/api/users", "")
}

func TestOnesOwnAccount(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Member)
	d.signIn("anna")
	a := parsed[Account](t, d.want(200, "PATCH", "/api/account", `{"name":"Anna B","role":"admin","preferences":{"theme":"dark"}}`, "If-Match", `"1"`))
	if a.Name != "Anna B" || a.Role != "member" || a.Preferences["theme"] != "dark" {
		t.Errorf("%+v", a)
	}
	a = parsed[Account](t, d.want(200, "PATCH", "/api/account", `{"preferences":{"theme":null,"columns":2}}`, "If-Match", `"2"`))
	if len(a.Preferences) != 1 || a.Preferences["columns"] != 2.0 {
		t.Errorf("%v", a.Preferences)
	}
	if s := parsed[Session](t, d.want(200, "GET", "/api/session", "")); s.User.Version != 3 || s.User.Preferences["columns"] != 2.0 {
		t.Errorf("%+v", s.User)
	}
	d.want(412, "PATCH", "/api/account", `{"name":"x"}`, "If-Match", `"1"`)
	d.want(400, "POST", "/api/account/password", `{"current":"wrong","new":"another fine kettle"}`)
	d.want(204, "POST", "/api/account/password", `{"current":"`+testPassword+`","new":"another fine kettle"}`)
	d.want(200, "GET", "/api/account", "")
	d.want(204, "POST", "/api/account/devices/end-others", "")
	d.want(404, "DELETE", "/api/account/devices/none", "")
	me := parsed[[]Device](t, d.want(200, "GET", "/api/account/devices", ""))[0]
	d.want(204, "DELETE", "/api/account/devices/"+me.ID, "")
	d.want(401, "GET", "/api/account", "")
}

func TestChangingSettings(t *testing.T) {
	d := newDesk(t, false)
	d.user("anna", account.Admin)
	d.want(401, "GET", "/api/settings", "")
	d.signIn("anna")
	s := parsed[Settings](t, d.want(200, "PATCH", "/api/settings", `{"church_name":"St. Mary","prefer_flat_six":true}`, "If-Match", `"1"`))
	if got := parsed[Settings](t, d.want(200, "GET", "/api/settings", "")); got != s || !got.PreferFlatSix || got.Version != 2 {
		t.Errorf("%+v", got)
	}
	w := d.want(412, "PATCH", "/api/settings", `{"church_name":"x"}`, "If-Match", `"1"`)
	if p := parsed[struct{ Current Settings }](t, w); p.Current != s {
		t.Errorf("%s", w.Body)
	}
	if got := parsed[Session](t, d.want(200, "GET", "/api/session", "")); got.Church.Name != "St. Mary" {
		t.Errorf("%+v", got)
	}
}

func TestTheDocumentSaysThatNobodyMayBeSignedIn(t *testing.T) {
	d := newDesk(t, false)
	b, err := json.Marshal(d.api.OpenAPI().Components.Schemas.Map()["Session"].Properties["user"])
	if err != nil || !strings.Contains(string(b), `{"type":"null"}`) {
		t.Errorf("%s %v", b, err)
	}
}

func BenchmarkDoorAuthenticate(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "x.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	accounts := account.New(account.Options{Store: db})
	if _, err := accounts.AddUser(b.Context(), account.System, account.NewUser{Username: "anna", Role: account.Member, Password: testPassword}); err != nil {
		b.Fatal(err)
	}
	s, err := accounts.SignIn(b.Context(), "anna", testPassword, account.Visitor{})
	if err != nil {
		b.Fatal(err)
	}
	door := NewDoor(accounts, false)
	r := httptest.NewRequest("GET", "/api/songs", nil)
	r.Header.Set("Cookie", "other=value; churchmusic-http-device="+s.DeviceToken+"; churchmusic-http="+s.Token)
	b.ReportAllocs()
	for b.Loop() {
		if _, p, err := door.Authenticate(r.Context(), r); err != nil || p.Role != account.Member {
			b.Fatal(p, err)
		}
	}
}
