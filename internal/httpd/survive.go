package httpd

import (
	"fmt"
	"net/http"
	"runtime/debug"
)

func (s *Server) survive(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				s.afterPanic(w.(*exchange), p)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// afterPanic answers 500, or cuts the connection when the answer had begun. ErrAbortHandler is no defect: it passes.
func (s *Server) afterPanic(x *exchange, p any) {
	if p == http.ErrAbortHandler {
		panic(p)
	}
	s.metrics.panics.Inc()
	s.log.Error("panic", "request_id", x.id[0], "route", x.name(), "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	if x.status != 0 {
		panic(http.ErrAbortHandler)
	}
	problem(x, http.StatusInternalServerError, "internal", "Something went wrong in the server. It was noted under the request id.")
}
