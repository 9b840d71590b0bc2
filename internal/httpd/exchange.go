package httpd

import (
	"net/http"
	"strings"
	"time"
)

// exchange is one request and its answer on the way out. It notes what the log and the metrics want, and turns
// plain-text errors of libraries into problems.
type exchange struct {
	http.ResponseWriter
	conn     *guardedConn  // nil in tests without a listener
	dress    *dress        // put on when the header is written
	request  *http.Request // as the handler sees it: its pattern names the route
	id       [1]string
	route    string // set by handlers without a pattern
	identity Identity
	started  time.Time
	status   int
	written  int64
	replaced bool   // the body was replaced by a problem: what the handler still writes is dropped
	leave    func() // gives back the place among the requests in flight
}

// Unwrap lets http.ResponseController reach the connection.
func (x *exchange) Unwrap() http.ResponseWriter { return x.ResponseWriter }

// FlushError sends what is buffered.
func (x *exchange) FlushError() error {
	x.begin()
	return http.NewResponseController(x.ResponseWriter).Flush()
}

// begin writes the header of an answer that nobody gave a status.
func (x *exchange) begin() {
	if x.status == 0 {
		x.WriteHeader(http.StatusOK)
	}
}

func (x *exchange) WriteHeader(status int) {
	if x.status != 0 {
		return
	}
	if status < 200 && status != http.StatusSwitchingProtocols {
		x.ResponseWriter.WriteHeader(status)
		return
	}
	x.status = status
	x.free()
	if status >= 400 && x.plainText() {
		x.replaced = true
		x.sendProblem(status, "", "")
		return
	}
	x.writeHeader(status)
}

func (x *exchange) writeHeader(status int) {
	if x.dress != nil {
		x.dress.put(x.Header(), x.conn)
	}
	x.ResponseWriter.WriteHeader(status)
}

// free gives the place back as soon as the answer begins: the work is done then, and slow readers hold no place.
func (x *exchange) free() {
	if x.leave != nil {
		x.leave()
		x.leave = nil
	}
}

// plainText says whether http.Error or its like wrote the header.
func (x *exchange) plainText() bool {
	return strings.HasPrefix(x.Header().Get("Content-Type"), "text/plain")
}

func (x *exchange) Write(b []byte) (int, error) {
	x.begin()
	if x.replaced {
		return len(b), nil
	}
	return x.send(b)
}

func (x *exchange) send(b []byte) (int, error) {
	n, err := x.ResponseWriter.Write(b)
	x.written += int64(n)
	return n, err
}

// name gives the route for metrics and log: the mux pattern without its method, or what the handler said.
func (x *exchange) name() string {
	if x.route != "" {
		return x.route
	}
	if p := x.request.Pattern; p != "" {
		return p[strings.IndexByte(p, ' ')+1:]
	}
	return "unmatched"
}

// routed names the route of a request that no mux pattern stands for.
func routed(w http.ResponseWriter, route string) {
	if x, ok := w.(*exchange); ok {
		x.route = route
	}
}
