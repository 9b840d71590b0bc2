package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"churchmusic/internal/config"
)

// output is what a running program writes, readable meanwhile.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// command runs the program to its end.
func command(in string, args ...string) (code int, out, err string) {
	var o, e output
	code = run(context.Background(), world{args: args, in: strings.NewReader(in), out: &o, err: &e})
	return code, o.String(), e.String()
}

// program is the very program that ships, serving on free ports.
type program struct {
	t        *testing.T
	data     string
	api, web string
	out, err output
	stop     context.CancelFunc
	code     chan int
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func start(t *testing.T, args ...string) *program {
	t.Helper()
	p := &program{t: t, data: t.TempDir(), api: freePort(t), web: freePort(t), code: make(chan int, 1)}
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	args = append([]string{"serve", "--data", p.data, "--api-addr", p.api, "--web-addr", p.web, "--metrics-addr", "off"}, args...)
	go func() {
		p.code <- run(ctx, world{args: args, in: strings.NewReader(""), out: &p.out, err: &p.err})
	}()
	t.Cleanup(func() { p.end() })
	p.await()
	return p
}

func (p *program) await() {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if r, err := http.Get("http://" + p.web + "/readyz"); err == nil && r.StatusCode == 200 {
			return
		}
	}
	p.t.Fatalf("not ready: %s%s", p.out.String(), p.err.String())
}

// end stops the program and gives its exit code.
func (p *program) end() int {
	p.stop()
	select {
	case code := <-p.code:
		p.code <- code
		return code
	case <-time.After(25 * time.Second):
		p.t.Error("the program does not stop")
		return -1
	}
}

func (p *program) get(url string, into any) {
	p.t.Helper()
	r, err := http.Get(url)
	if err != nil {
		p.t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != 200 {
		p.t.Fatalf("%s: %d %s %v", url, r.StatusCode, body, err)
	}
	if err := json.Unmarshal(body, into); err != nil {
		p.t.Fatalf("%s: %v in %.200s", url, err, body)
	}
}

func TestServeFromStartToStop(t *testing.T) {
	p := start(t)
	var session struct {
		SetupNeeded bool `json:"setup_needed"`
	}
	p.get("http://"+p.api+"/api/session", &session)
	p.get("http://"+p.web+"/api/session", &session)
	_, port, _ := net.SplitHostPort(p.web)
	for _, want := range []string{"http://localhost:" + port, "/api/docs", p.data, "/setup#"} {
		if !strings.Contains(p.out.String(), want) {
			t.Errorf("%q is missing in:\n%s", want, p.out.String())
		}
	}
	if !session.SetupNeeded {
		t.Error("a fresh program needs its set-up")
	}
	code, _, err := command("", "user", "list", "--data", p.data)
	if code != 1 || !strings.Contains(err, "in use by process") {
		t.Errorf("a second process: %d, %s", code, err)
	}
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.err.String())
	}
	if code, _, err := command("", "migrate", "--data", p.data); code != 0 {
		t.Errorf("the folder is not free: %s", err)
	}
}

func TestTheStarterLibraryIsAChoice(t *testing.T) {
	for flag, want := range map[string]bool{"--starter": true, "--starter=false": false} {
		p := start(t, flag)
		var songs []any
		p.get("http://"+p.api+"/api/songs", &songs)
		if (len(songs) >= 60) != want || (len(songs) == 0) == want {
			t.Errorf("%s: %d songs", flag, len(songs))
		}
	}
}

func TestAPIAndWebAsTwoProcesses(t *testing.T) {
	api := start(t)
	web := start(t, "--only", "web", "--api", "http://"+api.api)
	var session struct{ Church struct{ Name string } }
	web.get("http://"+web.web+"/api/session", &session)
	if session.Church.Name != "Our church" {
		t.Errorf("got %+v", session)
	}
	if strings.Contains(web.out.String(), "  Data ") {
		t.Errorf("a web-only process has no data:\n%s", web.out.String())
	}
}

func TestUsersFromTheCommandLine(t *testing.T) {
	data := t.TempDir()
	for _, c := range []struct {
		in   string
		args []string
		code int
		says string
	}{
		{"three quiet violins\n", []string{"create", "anna", "--role", "admin", "--password-stdin"}, 0, "anna (admin) can sign in now."},
		{"three quiet violins\n", []string{"create", "anna", "--role", "admin", "--password-stdin"}, 1, "username"},
		{"short\n", []string{"create", "ben", "--password-stdin"}, 1, "password: "},
		{"three quiet violins\n", []string{"create", "ben", "--role", "king", "--password-stdin"}, 1, "role: Choose one"},
		{"three quiet violins\n", []string{"create", "ben"}, 1, "--password-stdin"},
		{"", []string{"create"}, 1, "accepts 1 arg"},
		{"", []string{"list"}, 0, "anna"},
	} {
		code, out, err := command(c.in, append(append([]string{"user"}, c.args...), flagsFor(c.args, data)...)...)
		if code != c.code || !strings.Contains(out+err, c.says) {
			t.Errorf("%v: %d, %s%s", c.args, code, out, err)
		}
	}
}

func flagsFor(args []string, data string) []string {
	if len(args) == 1 && args[0] == "create" {
		return nil
	}
	return []string{"--data", data}
}

func TestHelpTeaches(t *testing.T) {
	_, out, _ := command("", "--help")
	for _, want := range []string{"serve", "user", "migrate", "openapi", "version", "churchmusic serve --data", "CHURCHMUSIC_"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in the help", want)
		}
	}
	_, out, _ = command("", "serve", "--help")
	for _, o := range config.Options() {
		if !strings.Contains(out, "--"+o.Flag) || !strings.Contains(out, o.Env()) {
			t.Errorf("%s is missing in the help of serve", o.Flag)
		}
	}
	if strings.Contains(out, "completion") {
		t.Error("the help tells of completion")
	}
}

func TestWrongCommandLines(t *testing.T) {
	for line, want := range map[string]string{
		"serve --web-addr 5100":            `--web-addr = "5100": allowed is`,
		"serve --port 80":                  "unknown flag: --port",
		"serv":                             `unknown command "serv"`,
		"serve now":                        "unknown command",
		"user creat":                       `unknown command "creat"`,
		"migrate --api-addr :1":            "unknown flag: --api-addr",
		"serve --config /does/not/exist":   `--config = "/does/not/exist"`,
		"migrate --database-url mysql://x": "--database-url = (hidden)",
		"migrate --data /dev/null/x":       "/dev/null",
	} {
		code, _, err := command("", strings.Fields(line)...)
		if code != 1 || !strings.Contains(err, want) || !strings.HasPrefix(err, "churchmusic: ") {
			t.Errorf("%s: %d, %s", line, code, err)
		}
	}
}

func TestAPortThatIsTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	code, _, said := command("", "serve", "--data", t.TempDir(), "--api-addr", l.Addr().String(), "--web-addr", "127.0.0.1:0", "--metrics-addr", "off")
	if want := fmt.Sprintf("the API cannot listen on %s", l.Addr()); code != 1 || !strings.Contains(said, want) {
		t.Fatalf("%d, %s", code, said)
	}
}

func TestVersionAndDocument(t *testing.T) {
	if code, out, _ := command("", "version"); code != 0 || !strings.HasPrefix(out, "churchmusic development (go1.") {
		t.Errorf("%d, %s", code, out)
	}
	if code, out, err := command("", "openapi"); code != 0 || !strings.Contains(out, "openapi: 3.1.0") || !strings.Contains(out, "/api/session:") {
		t.Errorf("%d, %.200s %s", code, out, err)
	}
}
