package live

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Reason says why the hub ended a subscription. It is an error, so that Next can return it.
type Reason string

// The reasons.
const (
	Slow     Reason = "too slow"
	Revoked  Reason = "signed out"
	Shutdown Reason = "shutting down"
	Left     Reason = "left"
)

func (r Reason) Error() string { return "live: " + string(r) }

// Ended gives the reason in an error of Next, if the hub ended the subscription.
func Ended(err error) (Reason, bool) {
	var r Reason
	return r, errors.As(err, &r)
}

// Subscription is one listener's queue. It holds at most Burst events: past that, one Many stands for all.
type Subscription struct {
	hub  *Hub
	who  Listener
	wake chan struct{}

	mu      sync.Mutex
	pending []Message
	many    bool
	waiting time.Time // since when something is pending
	ended   Reason
}

// Next waits for events and takes all that are pending. It returns a Reason when the hub ended the subscription,
// or the context's error.
func (s *Subscription) Next(ctx context.Context) ([]Message, error) {
	for {
		if batch, err := s.take(); batch != nil || err != nil {
			return batch, err
		}
		select {
		case <-s.wake:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Close leaves the hub. Closing twice is fine.
func (s *Subscription) Close() {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	s.hub.end(s, Left)
}

func (s *Subscription) take() ([]Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended != "" {
		return nil, s.ended
	}
	batch := s.pending
	s.pending, s.many = nil, false
	return batch, nil
}

// offer queues what the listener may hear; Slow means that it left earlier events untaken for too long.
func (s *Subscription) offer(batch []Message, now time.Time) Reason {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) > 0 && now.Sub(s.waiting) > Patience {
		return Slow
	}
	for _, m := range batch {
		switch {
		case s.who.UserID != "":
			s.add(m, now)
		case m.Type == Song && len(s.pending) == 0:
			s.add(message(Event{Type: Song}, m.At), now)
		}
	}
	if len(s.pending) > 0 {
		s.ring()
	}
	return ""
}

func (s *Subscription) add(m Message, now time.Time) {
	if len(s.pending) == 0 {
		s.waiting = now
	}
	switch {
	case s.many:
		if change := s.pending[0].Change; change != "" && change != m.Change {
			s.pending = []Message{message(Event{Type: Many}, s.waiting)}
		}
	case len(s.pending) == Burst:
		s.pending, s.many = []Message{message(Event{Type: Many, Change: shared(append(s.pending, m))}, s.waiting)}, true
	default:
		s.pending = append(s.pending, m)
	}
}

// shared gives the change that all of these belong to, if it is one.
func shared(all []Message) string {
	for _, m := range all {
		if m.Change != all[0].Change {
			return ""
		}
	}
	return all[0].Change
}

func (s *Subscription) finish(why Reason) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended == "" {
		s.ended = why
		s.ring()
	}
}

func (s *Subscription) ring() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}
