package httpd

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// wire asks over a real connection, several times on the same one.
type wire struct {
	t *testing.T
	c net.Conn
	r *bufio.Reader
}

func (w *wire) ask(raw string) (*http.Response, []byte) {
	w.t.Helper()
	_, _ = io.WriteString(w.c, raw+" HTTP/1.1\r\nHost: x\r\n\r\n")
	method, _, _ := strings.Cut(raw, " ")
	r, err := http.ReadResponse(w.r, &http.Request{Method: method})
	if err != nil {
		w.t.Fatalf("%s: %v", raw, err)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.t.Fatalf("%s: %v", raw, err)
	}
	return r, body
}

func TestHeadersOnTheWire(t *testing.T) {
	tricky := bytes.Repeat([]byte("HTTP/1.1 200 OK\r\nX: y\r\n\r\n"), 40<<10)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/tricky", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for piece := range bytes.Lines(tricky) {
			_, _ = w.Write(piece)
		}
		_, _ = w.Write(tricky)
	})
	mux.HandleFunc("GET /api/nothing", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /api/flush", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = http.NewResponseController(w).Flush()
		_, _ = io.WriteString(w, "HTTP/1.1 late")
	})
	mux.HandleFunc("GET /api/file", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox")
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /api/same", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	c, err := net.Dial("tcp", serving(t, newTest(t, func(o *Options) { o.API, o.Secure = mux, true })))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	w := &wire{t, c, bufio.NewReader(c)}
	for range 2 {
		for _, q := range []struct {
			raw    string
			status int
			body   string
		}{
			{"GET /api/nothing", 200, ""},
			{"GET /api/tricky", 200, string(tricky) + string(tricky)},
			{"HEAD /api/tricky", 200, ""},
			{"GET /api/flush", 200, "HTTP/1.1 late"},
			{"GET /api/file", 204, ""},
			{"GET /api/same", 304, ""},
			{"DELETE /api/same", 405, "*"},
			{"GET /livez", 200, "ok\n"},
		} {
			r, body := w.ask(q.raw)
			if r.StatusCode != q.status || (q.body != "*" && string(body) != q.body) {
				t.Fatalf("%s: %d with %d bytes", q.raw, r.StatusCode, len(body))
			}
			for name, value := range wanted {
				if q.raw == "GET /api/file" && name == "Content-Security-Policy" {
					value = "sandbox"
				}
				if got := r.Header[name]; len(got) != 1 || got[0] != value {
					t.Errorf("%s: %s is %q", q.raw, name, got)
				}
			}
		}
	}
}

func TestPipelinedRequestsAreAllDressed(t *testing.T) {
	c, err := net.Dial("tcp", serving(t, newTest(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, _ = io.WriteString(c, strings.Repeat("GET /api/songs/a HTTP/1.1\r\nHost: x\r\n\r\n", 20))
	in := bufio.NewReader(c)
	for range 20 {
		r, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(r.Body); err != nil || len(body) < 10 || len(r.Header["Content-Security-Policy"]) != 1 {
			t.Fatalf("%v, %q, %v", r.Header, body, err)
		}
	}
}
