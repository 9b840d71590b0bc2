package httpd

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

type listener struct {
	name string
	net.Listener
	server *http.Server
}

// Listen opens one more address. Nothing is answered before Serve.
func (s *Server) Listen(name, address string, h http.Handler) (net.Addr, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("%s cannot listen on %s: %w", name, address, err)
	}
	s.listeners = append(s.listeners, &listener{name: name, Listener: guardedListener{l, s}, server: &http.Server{
		Handler:           h,
		ConnContext:       remember,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}})
	return l.Addr(), nil
}

// Serve answers on all listeners until the context ends or one of them fails, then drains: not ready, no new
// connections, sockets closed with 1012, requests finished within Limits.Drain.
func (s *Server) Serve(ctx context.Context) error {
	failed := make(chan error, len(s.listeners))
	for _, l := range s.listeners {
		go func() {
			if err := l.server.Serve(l.Listener); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("%s: %w", l.name, err)
			}
		}()
	}
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	return errors.Join(err, s.drain())
}

func (s *Server) drain() error {
	s.stopping.Store(true)
	ctx, cancel := context.WithTimeout(context.Background(), s.limits.Drain)
	defer cancel()
	if s.options.Hub != nil {
		s.options.Hub.Shut()
	}
	done := make(chan error, len(s.listeners))
	for _, l := range s.listeners {
		go func() { done <- l.stop(ctx) }()
	}
	var all []error
	for range s.listeners {
		all = append(all, <-done)
	}
	s.awaitSockets(ctx)
	return errors.Join(all...)
}

// stop finishes what runs; what is not done in time is cut, and said.
func (l *listener) stop(ctx context.Context) error {
	if err := l.server.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("%s: requests were cut off at shutdown: %w", l.name, err), l.server.Close())
	}
	return nil
}

func (s *Server) awaitSockets(ctx context.Context) {
	closed := make(chan struct{})
	go func() { s.sockets.Wait(); close(closed) }()
	select {
	case <-closed:
	case <-ctx.Done():
	}
}

// Close frees the addresses of a server that never served.
func (s *Server) Close() {
	for _, l := range s.listeners {
		_ = l.Listener.Close()
	}
}
