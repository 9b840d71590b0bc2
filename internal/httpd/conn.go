package httpd

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// sendBuffer is how much of an answer the system keeps for one connection. Left alone it grows to megabytes: 64 slow
// readers would hold a quarter of a gigabyte, and progress would show only every megabyte.
const sendBuffer = 256 << 10

// guardedListener gives connections that look after themselves.
type guardedListener struct {
	net.Listener
	server *Server
}

func (l guardedListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if t, ok := c.(*net.TCPConn); ok {
		_ = t.SetWriteBuffer(sendBuffer)
	}
	return &guardedConn{Conn: c, server: l.server}, nil
}

// guardedConn ends a write when the client takes nothing for Limits.Stall: one who is merely slow gets all, however long
// it lasts. And it gives a problem with the security headers for requests that never reach a handler.
type guardedConn struct {
	net.Conn
	server  *Server
	preface atomic.Pointer[[]byte] // header lines for the answer that begins with the next write
}

type connKey struct{}

// remember lets a request find its connection.
func remember(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, c)
}

func connOf(r *http.Request) *guardedConn {
	c, _ := r.Context().Value(connKey{}).(*guardedConn)
	return c
}

func (c *guardedConn) Write(b []byte) (n int, err error) {
	if lines := c.preface.Load(); lines != nil && bytes.HasPrefix(b, rawStart[:7]) {
		c.preface.Store(nil)
		return c.begin(b, *lines)
	}
	if status := refused(b); status != 0 {
		_, err := c.patiently(c.server.rawProblem(status))
		return len(b), err
	}
	return c.patiently(b)
}

// firsts lends the memory in which an answer's first piece, at most net/http's 4 KiB, and the preface are joined.
var firsts = sync.Pool{New: func() any { b := make([]byte, 0, 6<<10); return &b }}

// begin writes an answer's first piece with header lines behind its status line.
func (c *guardedConn) begin(b, lines []byte) (int, error) {
	at := bytes.IndexByte(b, '\n') + 1
	joined := firsts.Get().(*[]byte)
	defer firsts.Put(joined)
	*joined = append(append(append((*joined)[:0], b[:at]...), lines...), b[at:]...)
	if n, err := c.patiently(*joined); err != nil {
		return min(n, len(b)), err
	}
	return len(b), nil
}

func (c *guardedConn) patiently(b []byte) (n int, err error) {
	for {
		_ = c.Conn.SetWriteDeadline(time.Now().Add(c.server.limits.Stall))
		var k int
		k, err = c.Conn.Write(b[n:])
		n += k
		if k == 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
			return n, err
		}
	}
}

var (
	rawStart = []byte("HTTP/1.1 ")
	rawEnd   = []byte("\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n")
)

// refused gives the status when b is an answer (400, 431, 501, 505) that net/http writes itself, in plain text and
// without a handler; else 0.
func refused(b []byte) int {
	if len(b) > 512 || len(b) < 12 || (b[9] != '4' && b[9] != '5') || !bytes.HasPrefix(b, rawStart) || !bytes.Contains(b, rawEnd) {
		return 0
	}
	status, err := strconv.Atoi(string(b[9:12]))
	if err != nil {
		return 0
	}
	return status
}

func (s *Server) rawProblem(status int) []byte {
	body := newProblem(status, "", "")
	body.RequestID = s.ids.next()
	text, _ := json.Marshal(body)
	var out bytes.Buffer
	fmt.Fprintf(&out, "HTTP/1.1 %d %s\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\n", status, body.Title, len(text))
	fmt.Fprintf(&out, "%s%s: %s\r\n\r\n%s", s.dress.block, requestID, body.RequestID, text)
	return out.Bytes()
}
