package account

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"churchmusic/internal/fault"
)

// maxCached bounds how many sessions are remembered between requests.
const maxCached = 4096

// sessionCache remembers who is behind a token. An entry holds as long as the accounts' state is the one it was read in,
// so a sign-out or a new role anywhere acts at the next request.
type sessionCache struct {
	mu      sync.RWMutex
	entries map[tokenHash]*cached
}

type cached struct {
	state     uint64
	principal Principal
	expires   time.Time
	seen      atomic.Int64 // unix milliseconds of the last use that was stored
}

// Authenticate gives who is behind a session token; Anonymous when the token is empty, unknown, expired or of a disabled
// user. An error means that it could not be found out. The principal is shared: it is not to be changed.
func (a *Accounts) Authenticate(ctx context.Context, token string) (*Principal, error) {
	if !plausible(token) {
		return &Anonymous, nil
	}
	state, err := a.store.AccountState(ctx)
	if err != nil {
		return nil, err
	}
	hash, now := hashToken(token), a.now()
	c := a.sessions.find(hash, state)
	if c == nil {
		if c, err = a.readSession(ctx, hash, state); err != nil || c == nil {
			return &Anonymous, err
		}
	}
	if over(time.UnixMilli(c.seen.Load()), c.expires, now) {
		return &Anonymous, nil
	}
	return &c.principal, a.see(ctx, c, now)
}

func (a *Accounts) readSession(ctx context.Context, hash tokenHash, state uint64) (*cached, error) {
	s, u, err := a.store.SessionByToken(ctx, hash.String())
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c := &cached{state: state, principal: principal(s, u), expires: s.ExpiresAt}
	c.seen.Store(s.LastSeenAt.UnixMilli())
	a.sessions.put(hash, c)
	return c, nil
}

// see notes the use of a session, at most every ten minutes; a full disk does not sign anybody out.
func (a *Accounts) see(ctx context.Context, c *cached, now time.Time) error {
	last := c.seen.Load()
	if now.UnixMilli()-last < seenEvery.Milliseconds() || !c.seen.CompareAndSwap(last, now.UnixMilli()) {
		return nil
	}
	err := a.store.Seen(ctx, c.principal.SessionID, c.principal.UserID, now)
	if fault.Is(err, fault.NoSpace) || fault.Is(err, fault.Unavailable) {
		return nil
	}
	return err
}

func (s *sessionCache) find(hash tokenHash, state uint64) *cached {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if c := s.entries[hash]; c != nil && c.state == state {
		return c
	}
	return nil
}

func (s *sessionCache) put(hash tokenHash, c *cached) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.entries) >= maxCached {
		clear(s.entries)
	}
	s.entries[hash] = c
}
