package config

import (
	"strings"
	"testing"
)

// refusals are settings that must not start: where they stand, and what the message must name.
var refusals = []struct {
	flag, env, file string
	want            string
}{
	{flag: "data=", want: "a folder"},
	{flag: "data=a\x00b", want: "a folder"},
	{env: "DATA=", want: `CHURCHMUSIC_DATA = "": allowed is a folder`},
	{env: "DATABASE_URL=mysql://root:hunter2@h/d", want: "CHURCHMUSIC_DATABASE_URL = (hidden): allowed is postgres://"},
	{env: "DATABASE_URL=postgres:///d", want: "(hidden)"},
	{env: "DATABASE_URL=hunter2", want: "(hidden)"},
	{env: "DATABASE_URL=postgres://h:hunter2", want: "(hidden)"},
	{env: "DATABASE_URL_FILE=/missing", want: "CHURCHMUSIC_DATABASE_URL_FILE"},
	{env: "DATABASE_URL_FILE=/bad", want: "(hidden)"},
	{file: "database-url-file = /missing", want: "database-url-file"},
	{file: "database-url = x\ndatabase-url-file = /bad", want: "not both"},
	{env: "DATA_FILE=/bad", want: "CHURCHMUSIC_DATA_FILE: there is no such setting"},
	{flag: "api-addr=", want: "port"},
	{flag: "api-addr=8080", want: `--api-addr = "8080"`},
	{flag: "api-addr=localhost", want: "port"},
	{flag: "api-addr=:65536", want: "65535"},
	{flag: "api-addr=:-1", want: "65535"},
	{flag: "api-addr=:080", want: "65535"},
	{flag: "api-addr=:http", want: "65535"},
	{flag: "api-addr=http://localhost:8080", want: "host:port"},
	{flag: "api-addr=off", want: "host:port"},
	{env: "WEB_ADDR=a b:5100", want: "CHURCHMUSIC_WEB_ADDR"},
	{env: "WEB_ADDR=::1", want: "CHURCHMUSIC_WEB_ADDR"},
	{env: "METRICS_ADDR=9464", want: "or off"},
	{env: "METRICS_ADDR=", want: "or off"},
	{flag: "web-addr=:8080", want: "another port than api-addr"},
	{flag: "web-addr=127.0.0.1:8080", want: "another port than api-addr"},
	{flag: "metrics-addr=:5100", want: "another port"},
	{flag: "metrics-addr=127.0.0.1:8080", want: "another port"},
	{flag: "public-url=", want: "http://host"},
	{flag: "public-url=songs.example", want: "http://host"},
	{flag: "public-url=ftp://songs.example", want: "http://host"},
	{flag: "public-url=https://", want: "http://host"},
	{flag: "public-url=https://user@songs.example", want: "http://host"},
	{flag: "public-url=https://songs.example/music", want: "without a path"},
	{flag: "public-url=https://songs.example?x=1", want: "without a path"},
	{flag: "public-url=https://*.songs.example", want: "one exact host"},
	{flag: "public-url=https://songs.example:99999", want: "65535"},
	{flag: "public-url=https://songs.example:", want: "one exact host"},
	{flag: "only=both", want: "api, web"},
	{flag: "only=API", want: "api, web"},
	{flag: "api-url=http://127.0.0.1:9", want: "only together with --only web"},
	{file: "only = web\napi-url = http://localhost:5100", want: "would call themselves"},
	{file: "only = web\napi-url = unix:/run/x", want: "api-url"},
	{env: "ALLOWED_ORIGINS=*", want: "exact origins"},
	{env: "ALLOWED_ORIGINS=null", want: "exact origins"},
	{env: "ALLOWED_ORIGINS=https://a.example,b.example", want: `"b.example"`},
	{env: "ALLOWED_ORIGINS=https://a.example/x", want: "without a path"},
	{env: "TRUSTED_PROXIES=0.0.0.0/0", want: "the whole world"},
	{env: "TRUSTED_PROXIES=::/0", want: "the whole world"},
	{env: "TRUSTED_PROXIES=proxy.local", want: "is neither"},
	{env: "TRUSTED_PROXIES=10.0.0.0/40", want: "is neither"},
	{env: "TRUSTED_PROXIES=fe80::1%eth0", want: "is neither"},
	{env: "LOG_LEVEL=loud", want: "debug, info, warn or error"},
	{env: "LOG_LEVEL=", want: "debug, info, warn or error"},
	{env: "LOG_REQUESTS=none", want: "errors or all"},
	{env: "CHURCH_NAME= ", want: "a name"},
	{env: "CHURCH_NAME=a\nb", want: "a name"},
	{flag: "starter=maybe", want: "true or false"},
	{env: "STARTER=", want: "true or false"},
	{env: "PORT=80", want: "CHURCHMUSIC_PORT: there is no such setting; known are CHURCHMUSIC_DATA"},
	{env: "CONFIG=/missing", want: `CHURCHMUSIC_CONFIG = "/missing"`},
	{file: "port = 80", want: "/c: port: there is no such setting; known are data"},
	{file: "data", want: "line 1: wanted key = value"},
	{file: "= x", want: "line 1: wanted key = value"},
	{file: "data = a\n\ndata = b", want: "line 3: data is set twice"},
	{file: "web-addr = 5100", want: `/c: web-addr = "5100": allowed is`},
	{file: `{"data": {}}`, want: "data: wanted a text"},
	{file: `{"data": null}`, want: "data: wanted a text"},
	{file: `{"allowed-origins": [1]}`, want: "list of texts"},
	{file: `{"data": "x"} {}`, want: "nothing behind it"},
	{file: `{"data": `, want: "one JSON object"},
}

func TestWrongSettingsRefuseToStart(t *testing.T) {
	for _, r := range refusals {
		s := Sources{ReadFile: files(map[string]string{"/c": r.file, "/bad": "mysql://hunter2"})}
		if k, v, ok := strings.Cut(r.flag, "="); ok {
			s.Flags = map[string]string{k: v}
		}
		if r.env != "" {
			s.Environ = []string{"CHURCHMUSIC_" + r.env}
		}
		if r.file != "" {
			s.ConfigFile = "/c"
		}
		_, err := Load(s)
		name := r.flag + r.env + r.file
		if err == nil || !strings.Contains(err.Error(), r.want) {
			t.Errorf("%q: %q is missing in: %v", name, r.want, err)
		}
		if err != nil && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: the message shows a secret: %v", name, err)
		}
	}
}
