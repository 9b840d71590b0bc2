// bench-beside measures how songs are answered while other clients misbehave: how many a second and how late, alone and
// beside half-sent requests, readers that take nothing, and people who sign in.
//
//	bench-beside http://127.0.0.1:8130 USER PASSWORD SONG-ID...
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const (
	clients = 4
	length  = 3 * time.Second
)

// target is the server that is asked, by somebody who is signed in.
type target struct {
	base, host, token string
	credentials       []byte
	songs             []string
	http              *http.Client
}

func main() {
	if len(os.Args) < 5 {
		fmt.Fprintln(os.Stderr, "usage: bench-beside BASE USER PASSWORD SONG-ID...")
		os.Exit(2)
	}
	t, err := signIn(os.Args[1], os.Args[2], os.Args[3], os.Args[4:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench-beside:", err)
		os.Exit(1)
	}
	fmt.Printf("| songs at %d clients | req/s | of alone | p99 ms | errors |\n|---|---|---|---|---|\n", clients)
	alone := t.measure()
	alone.print("alone", alone)
	t.beside("8 half-sent requests", alone, func() func() { return t.stall(8, "GET /api/so") })
	t.beside("64 readers of the whole list who take nothing", alone, func() func() {
		return t.stall(64, "GET /api/songs HTTP/1.1\r\nHost: "+t.host+"\r\nAuthorization: "+t.token+"\r\n\r\n")
	})
	t.beside("16 people signing in again and again", alone, t.signIns)
}

func signIn(base, user, password string, songs []string) (*target, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	t := &target{base: base, host: u.Host, songs: songs, http: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}}
	t.credentials, _ = json.Marshal(map[string]any{"username": user, "password": password, "token": true})
	r, err := t.http.Post(base+"/api/session", "application/json", bytes.NewReader(t.credentials))
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	var answer struct{ Token, Detail string }
	if err := json.NewDecoder(r.Body).Decode(&answer); err != nil || answer.Token == "" {
		return nil, fmt.Errorf("sign-in: %s %s %v", r.Status, answer.Detail, err)
	}
	t.token = answer.Token
	return t, nil
}

type result struct {
	perSecond float64
	p99       time.Duration
	errors    int64
}

func (r result) print(what string, alone result) {
	fmt.Printf("| %s | %.0f | %.2f | %.1f | %d |\n", what, r.perSecond, r.perSecond/alone.perSecond, float64(r.p99.Microseconds())/1000, r.errors)
}

func (t *target) beside(what string, alone result, disturb func() (stop func())) {
	stop := disturb()
	time.Sleep(time.Second)
	r := t.measure()
	stop()
	r.print(what, alone)
	time.Sleep(time.Second)
}

func (t *target) measure() result {
	var (
		mu     sync.Mutex
		all    []time.Duration
		failed atomic.Int64
		group  sync.WaitGroup
	)
	end := time.Now().Add(length)
	for c := range clients {
		group.Go(func() {
			var took []time.Duration
			for i := c; time.Now().Before(end); i++ {
				start := time.Now()
				if err := t.song(t.songs[i%len(t.songs)]); err != nil {
					failed.Add(1)
					continue
				}
				took = append(took, time.Since(start))
			}
			mu.Lock()
			all = append(all, took...)
			mu.Unlock()
		})
	}
	group.Wait()
	if len(all) == 0 {
		return result{errors: failed.Load()}
	}
	slices.Sort(all)
	return result{float64(len(all)) / length.Seconds(), all[len(all)*99/100], failed.Load()}
}

func (t *target) song(id string) error {
	r, err := http.NewRequest(http.MethodGet, t.base+"/api/songs/"+id, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", t.token)
	answer, err := t.http.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %w", answer.Status, err)
	}
	return nil
}

// stall opens connections that send a text and then do nothing, with a receive buffer that holds next to nothing.
func (t *target) stall(n int, text string) (stop func()) {
	dialer := net.Dialer{Control: func(_, _ string, c syscall.RawConn) error {
		return c.Control(func(fd uintptr) { _ = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 4096) })
	}}
	var open []net.Conn
	for range n {
		if c, err := dialer.Dial("tcp", t.host); err == nil {
			_, _ = c.Write([]byte(text))
			open = append(open, c)
		}
	}
	return func() {
		for _, c := range open {
			_ = c.Close()
		}
	}
}

func (t *target) signIns() (stop func()) {
	quit := make(chan struct{})
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for {
				select {
				case <-quit:
					return
				default:
				}
				if r, err := t.http.Post(t.base+"/api/session", "application/json", bytes.NewReader(t.credentials)); err == nil {
					_, _ = io.Copy(io.Discard, r.Body)
					_ = r.Body.Close()
				}
			}
		})
	}
	return func() { close(quit); group.Wait() }
}
