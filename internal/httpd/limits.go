package httpd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"churchmusic/internal/fault"
)

// receive reads the whole body before the request may take a place, so that a half-sent one holds nothing
// but its connection.
func (s *Server) receive(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			next.ServeHTTP(w, r)
			return
		}
		body, err := s.readBody(w, r)
		if err != nil {
			s.refuseBody(w, err)
			return
		}
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		next.ServeHTTP(w, r)
	})
}

func (s *Server) readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength > s.limits.Body {
		return nil, &http.MaxBytesError{Limit: s.limits.Body}
	}
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Now().Add(s.limits.Receive))
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.limits.Body))
	if err == nil {
		_ = c.SetReadDeadline(time.Time{})
	}
	return body, err
}

func (s *Server) refuseBody(w http.ResponseWriter, err error) {
	var large *http.MaxBytesError
	w.Header().Set("Connection", "close")
	switch {
	case errors.As(err, &large):
		problem(w, http.StatusRequestEntityTooLarge, "too_large", fmt.Sprintf("A request may be %d bytes at most.", large.Limit))
	case errors.Is(err, os.ErrDeadlineExceeded):
		problem(w, http.StatusRequestTimeout, "timeout", "The request did not arrive in time.")
	default:
		problem(w, http.StatusBadRequest, "invalid", "The request did not arrive whole.")
	}
}

// shed bounds how many requests are worked on: past that it is better to say so at once than to let all wait.
func (s *Server) shed(next http.Handler) http.Handler {
	leave := func() { <-s.places }
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case s.places <- struct{}{}:
		default:
			s.metrics.shed.Inc()
			later(w, 1, "The server is busy just now. Try again in a moment.")
			return
		}
		if x, ok := w.(*exchange); ok {
			x.leave = leave // observe gives the place back when the answer begins, or at the latest when it ends
		}
		next.ServeHTTP(w, r)
	})
}

// identify finds who asks and gives the request the time it has.
func (s *Server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := w.(*exchange)
		timed := &deadline{Context: r.Context(), until: x.started.Add(s.limits.Request)}
		defer timed.end()
		var ctx context.Context = timed
		if find := s.options.Authenticate; find != nil {
			known, who, err := find(ctx, r)
			if err != nil {
				s.unknown(x, err)
				return
			}
			ctx, x.identity = known, who
		}
		x.request = r.WithContext(ctx)
		next.ServeHTTP(w, x.request)
	})
}

// unknown answers when it could not be found out who asks.
func (s *Server) unknown(x *exchange, err error) {
	if f, ok := fault.As(err); ok && f.Kind == fault.Unavailable {
		later(x, max(1, f.RetryAfter), f.Sentence)
		return
	}
	s.log.Error("authenticate", "request_id", x.id[0], "error", err)
	problem(x, http.StatusInternalServerError, "", "")
}
