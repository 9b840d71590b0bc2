package store

import (
	"context"
	"sync"
)

// shared lets callers that wait at the same time share one run of a read. Nobody is given the result of a run that
// began before they asked, so what they get is never older than their question.
type shared[T any] struct {
	mu            sync.Mutex
	running, next *run[T]
}

type run[T any] struct {
	done  chan struct{}
	value T
	err   error
}

func (s *shared[T]) do(ctx context.Context, read func(context.Context) (T, error)) (T, error) {
	r := s.join(read)
	select {
	case <-r.done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

func (s *shared[T]) join(read func(context.Context) (T, error)) *run[T] {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running == nil {
		s.running = &run[T]{done: make(chan struct{})}
		go s.loop(read)
		return s.running
	}
	if s.next == nil {
		s.next = &run[T]{done: make(chan struct{})}
	}
	return s.next
}

func (s *shared[T]) loop(read func(context.Context) (T, error)) {
	for r := s.running; r != nil; r = s.advance() {
		r.value, r.err = read(context.Background())
		close(r.done)
	}
}

func (s *shared[T]) advance() *run[T] {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running, s.next = s.next, nil
	return s.running
}
