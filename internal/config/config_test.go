package config

import (
	"io/fs"
	"log/slog"
	"reflect"
	"strings"
	"testing"
)

func files(m map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if text, ok := m[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
}

func TestDefaultsReachTheChurchNetwork(t *testing.T) {
	c, err := Load(Sources{})
	if err != nil {
		t.Fatal(err)
	}
	if c.APIAddr != ":8080" || c.WebAddr != ":5100" || c.MetricsAddr != "127.0.0.1:9464" || c.Data != "./data" {
		t.Fatalf("got %+v", c)
	}
	if c.PublicURL.String() != "http://localhost:5100" || c.Secure() || !c.Starter || c.LogLevel != slog.LevelInfo {
		t.Fatalf("got %+v", c)
	}
	if !c.ServesAPI() || !c.ServesWeb() || len(c.TrustedProxies) != 2 || c.DatabaseURL != "" {
		t.Fatalf("got %+v", c)
	}
}

func TestOrderOfSources(t *testing.T) {
	s := Sources{
		ConfigFile: "c.conf",
		ReadFile:   files(map[string]string{"c.conf": "data = /file\nweb-addr = :1\nchurch-name = \"St. Anne\"\n# comment\n\n"}),
		Environ:    []string{"CHURCHMUSIC_DATA=/env", "CHURCHMUSIC_WEB_ADDR=:2", "PATH=/bin", "CHURCHMUSIC_TEST_POSTGRES=x"},
		Flags:      map[string]string{"data": "/flag"},
	}
	c, err := Load(s)
	if err != nil {
		t.Fatal(err)
	}
	if c.Data != "/flag" || c.WebAddr != ":2" || c.ChurchName != "St. Anne" || c.APIAddr != ":8080" {
		t.Fatalf("got %+v", c)
	}
}

func TestFileAsJSON(t *testing.T) {
	s := Sources{
		Environ: []string{"CHURCHMUSIC_CONFIG=c.json"},
		ReadFile: files(map[string]string{"c.json": `{"starter": false, "church-name": "Zum Guten Hirten",
			"allowed-origins": ["https://Songs.Example:443", "http://10.0.0.2:3000"]}`}),
	}
	c, err := Load(s)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"https://songs.example", "http://10.0.0.2:3000"}
	if c.Starter || c.ChurchName != "Zum Guten Hirten" || !reflect.DeepEqual(c.AllowedOrigins, want) {
		t.Fatalf("got %+v", c)
	}
	if got := c.Origins(); got[0] != "http://localhost:5100" || len(got) != 3 {
		t.Fatalf("origins %v", got)
	}
}

func TestSecretFromFile(t *testing.T) {
	read := files(map[string]string{"/run/secret": "postgres://u:p@h/d\n", "c": "database-url-file = /run/secret"})
	for name, s := range map[string]Sources{
		"environment": {Environ: []string{"CHURCHMUSIC_DATABASE_URL_FILE=/run/secret"}},
		"file":        {ConfigFile: "c"},
	} {
		s.ReadFile = read
		c, err := Load(s)
		if err != nil || c.DatabaseURL != "postgres://u:p@h/d" {
			t.Errorf("%s: %v, %v", name, c.DatabaseURL, err)
		}
	}
}

func TestSecureFollowsThePublicURL(t *testing.T) {
	c, err := Load(Sources{Flags: map[string]string{"public-url": "https://songs.example/"}})
	if err != nil || !c.Secure() || c.PublicURL.String() != "https://songs.example" {
		t.Fatalf("%v, %v", c.PublicURL, err)
	}
}

func TestThePublicURLFollowsTheWebPort(t *testing.T) {
	for _, c := range []struct {
		flags map[string]string
		want  string
	}{
		{map[string]string{"web-addr": "127.0.0.1:9000"}, "http://localhost:9000"},
		{map[string]string{"web-addr": ":9000", "public-url": "https://songs.example"}, "https://songs.example"},
		{map[string]string{"web-addr": ":80"}, "http://localhost"},
	} {
		got, err := Load(Sources{Flags: c.flags})
		if err != nil || got.PublicURL.String() != c.want {
			t.Errorf("%v: %v, %v", c.flags, got.PublicURL, err)
		}
	}
}

func TestEveryProblemIsToldAtOnce(t *testing.T) {
	_, err := Load(Sources{Environ: []string{"CHURCHMUSIC_WEB_ADDR=x", "CHURCHMUSIC_NOPE=1"}, Flags: map[string]string{"only": "both"}})
	for _, want := range []string{`CHURCHMUSIC_WEB_ADDR = "x": allowed is`, "CHURCHMUSIC_NOPE: there is no such setting", `--only = "both"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in:\n%v", want, err)
		}
	}
}

func TestOptionsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range Options() {
		if o.Flag == "" || o.Meaning == "" || o.set == nil || seen[o.Flag] || strings.ToLower(o.Flag) != o.Flag {
			t.Errorf("option %+v", o)
		}
		seen[o.Flag] = true
	}
	if got := Options()[1].Env(); got != "CHURCHMUSIC_DATABASE_URL" {
		t.Error(got)
	}
}
