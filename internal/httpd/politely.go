package httpd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"strconv"
)

// politely is a listener whose connections give a problem and the security headers even for requests that never reach
// a handler: net/http itself writes those answers (400, 431, 501, 505) in plain text.
type politely struct {
	net.Listener
	server *Server
}

func (l politely) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &politeConn{c, l.server}, nil
}

type politeConn struct {
	net.Conn
	server *Server
}

var (
	rawStart = []byte("HTTP/1.1 ")
	rawEnd   = []byte("\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n")
)

func (c *politeConn) Write(b []byte) (int, error) {
	if len(b) < 512 && bytes.HasPrefix(b, rawStart) && len(b) > len(rawStart) && (b[9] == '4' || b[9] == '5') && bytes.Contains(b, rawEnd) {
		if status, err := strconv.Atoi(string(b[9:12])); err == nil {
			if _, err := c.Conn.Write(c.server.rawProblem(status)); err != nil {
				return 0, err
			}
			return len(b), nil
		}
	}
	return c.Conn.Write(b)
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
