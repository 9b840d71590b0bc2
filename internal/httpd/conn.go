package httpd

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
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
	return &guardedConn{c, l.server}, nil
}

// guardedConn ends a write when the client takes nothing for Limits.Stall: one who is merely slow gets all, however long
// it lasts. And it gives a problem with the security headers for requests that never reach a handler.
type guardedConn struct {
	net.Conn
	server *Server
}

func (c *guardedConn) Write(b []byte) (n int, err error) {
	if status := refused(b); status != 0 {
		_, err := c.patiently(c.server.rawProblem(status))
		return len(b), err
	}
	return c.patiently(b)
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
	for _, h := range s.headers {
		fmt.Fprintf(&out, "%s: %s\r\n", h.name, h.value[0])
	}
	fmt.Fprintf(&out, "%s: %s\r\n\r\n%s", requestID, body.RequestID, text)
	return out.Bytes()
}
