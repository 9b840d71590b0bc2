package httpd

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// serving starts a server on the API handler and gives its address.
func serving(t *testing.T, s test) string {
	t.Helper()
	a, err := s.Listen("test", "127.0.0.1:0", s.APIHandler())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx) }()
	t.Cleanup(func() { stop(); <-served })
	return a.String()
}

func TestRequestsThatNeverReachAHandlerGetProblemsToo(t *testing.T) {
	s := newTest(t)
	address := serving(t, s)
	for raw, want := range map[string]int{
		"GET /livez HTTP/1.1\r\nHost: x\r\nX-Big: " + strings.Repeat("x", 40<<10) + "\r\n\r\n": 431,
		"NONSENSE\r\n\r\n":                                                  400,
		"GET /livez HTTP/1.1\r\n\r\n":                                       400,
		"GET /livez HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n":                  400,
		"GET / HTTP/3.7\r\nHost: x\r\n\r\n":                                 505,
		"POST /livez HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: zip\r\n\r\n": 501,
	} {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(c, raw)
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("%.40q: %v", raw, err)
		}
		var p problemBody
		if err := json.NewDecoder(r.Body).Decode(&p); err != nil || r.StatusCode != want || p.Status != want {
			t.Errorf("%.40q: got %d, %+v, %v", raw, r.StatusCode, p, err)
		}
		if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Content-Security-Policy") != policy || r.Header.Get(requestID) == "" {
			t.Errorf("%.40q: %v", raw, r.Header)
		}
		_ = c.Close()
	}
}

func TestHalfSentRequestsHoldNoPlaceAndGo(t *testing.T) {
	s := newTest(t, func(o *Options) { o.Limits.InFlight, o.Limits.Receive = 1, 300*time.Millisecond })
	address := serving(t, s)
	var half []net.Conn
	for range 20 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		_, _ = io.WriteString(c, "POST /api/songs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
		half = append(half, c)
	}
	for range 20 {
		r, err := http.Post("http://"+address+"/api/songs", "application/json", strings.NewReader("{}"))
		if err != nil || r.StatusCode != 201 {
			t.Fatalf("beside half-sent requests: %v, %v", r, err)
		}
		_ = r.Body.Close()
	}
	for _, c := range half {
		_ = c.SetReadDeadline(time.Now().Add(5 * time.Second))
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil || r.StatusCode != http.StatusRequestTimeout {
			t.Fatalf("got %v, %v", r, err)
		}
	}
}

func TestSlowReadersGoAndSlowPhonesGetAll(t *testing.T) {
	answer := bytes.Repeat([]byte("x"), 8<<20)
	gone := make(chan error, 8)
	s := newTest(t, func(o *Options) {
		o.Limits.Stall, o.Limits.InFlight = 400*time.Millisecond, 1
		o.API = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, err := w.Write(answer)
			gone <- err
		})
	})
	address := serving(t, s)
	stuck := make([]net.Conn, 4)
	for i := range stuck {
		stuck[i] = ask1(t, address)
		defer stuck[i].Close()
	}
	for range stuck {
		select {
		case err := <-gone:
			if err == nil {
				t.Fatal("eight megabytes were written to one who reads nothing")
			}
		case <-time.After(10 * time.Second):
			t.Fatal("a reader that takes nothing is still there")
		}
	}
	phone := ask1(t, address)
	defer phone.Close()
	if n := readSlowly(phone, len(answer)); n < len(answer) {
		t.Fatalf("a slow phone got %d of %d bytes", n, len(answer))
	}
}

func ask1(t *testing.T, address string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.(*net.TCPConn).SetReadBuffer(16 << 10)
	_, _ = io.WriteString(c, "GET /api/all HTTP/1.1\r\nHost: x\r\n\r\n")
	return c
}

// readSlowly takes about two seconds for eight megabytes: five times longer than one stall may last.
func readSlowly(c net.Conn, want int) (n int) {
	buffer := make([]byte, 256<<10)
	for n < want {
		k, err := io.ReadFull(c, buffer[:min(len(buffer), want-n)])
		n += k
		if err != nil {
			return n
		}
		time.Sleep(60 * time.Millisecond)
	}
	return n
}
