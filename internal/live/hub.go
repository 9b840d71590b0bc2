package live

import (
	"sync"
	"time"

	"churchmusic/internal/fault"
)

const (
	// Burst is how many events wait for one listener before they become a single Many.
	Burst = 20
	// Patience is how long a listener may leave events untaken before it is dropped.
	Patience = 10 * time.Second
	// Seats is how many listeners a hub takes.
	Seats = 5000
)

// Listener says who listens. An anonymous one (no user) hears that songs changed, not which: they may be for members only.
type Listener struct{ UserID, SessionID string }

// Stats counts what a hub has done since it was made.
type Stats struct {
	Listeners       int
	Published, Slow uint64
}

// Hub hands events to the subscriptions of this process. It is a Bus.
type Hub struct {
	mu    sync.Mutex
	subs  map[*Subscription]struct{}
	shut  bool
	stats Stats
}

// NewHub gives an empty hub.
func NewHub() *Hub { return &Hub{subs: map[*Subscription]struct{}{}} }

// Subscribe adds a listener. Unavailable when the hub is full or shut.
func (h *Hub) Subscribe(who Listener) (*Subscription, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.shut || len(h.subs) >= Seats {
		return nil, &fault.Fault{Kind: fault.Unavailable, Sentence: "Live updates are full just now. Try again shortly.", RetryAfter: 5}
	}
	s := &Subscription{hub: h, who: who, wake: make(chan struct{}, 1)}
	h.subs[s] = struct{}{}
	return s, nil
}

// Publish implements Bus.
func (h *Hub) Publish(events ...Event) {
	now := time.Now()
	batch := make([]Message, len(events))
	for i, e := range events {
		batch[i] = message(e, now)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stats.Published += uint64(len(events))
	for s := range h.subs {
		if s.offer(batch, now) == Slow {
			h.stats.Slow++
			h.end(s, Slow)
		}
	}
}

// EndSessions implements Bus.
func (h *Hub) EndSessions(sessionIDs ...string) {
	gone := make(map[string]bool, len(sessionIDs))
	for _, id := range sessionIDs {
		gone[id] = id != ""
	}
	h.endWhere(Revoked, func(w Listener) bool { return gone[w.SessionID] })
}

// EndUser implements Bus.
func (h *Hub) EndUser(userID, keptSessionID string) {
	h.endWhere(Revoked, func(w Listener) bool {
		return userID != "" && w.UserID == userID && (keptSessionID == "" || w.SessionID != keptSessionID)
	})
}

// Shut ends every subscription with Shutdown and takes no new one.
func (h *Hub) Shut() {
	h.mu.Lock()
	h.shut = true
	h.mu.Unlock()
	h.endWhere(Shutdown, func(Listener) bool { return true })
}

// Stats gives the counts so far.
func (h *Hub) Stats() Stats {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := h.stats
	s.Listeners = len(h.subs)
	return s
}

func (h *Hub) endWhere(why Reason, match func(Listener) bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.subs {
		if match(s.who) {
			h.end(s, why)
		}
	}
}

// end wants h.mu held.
func (h *Hub) end(s *Subscription, why Reason) {
	delete(h.subs, s)
	s.finish(why)
}
