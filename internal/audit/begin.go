package audit

import (
	"context"
	"time"
)

// Act is one request to change something: who asks, the id its change will have and, when the request may be sent twice, by which key.
type Act struct {
	ChangeID string
	Actor    Actor
	Once     *Once
	Begun    bool // set when a use case took the act for its change
}

// Once names a request that must take effect one time, however often it is sent.
type Once struct {
	Principal   string
	Key         string
	RequestHash string
}

type contextKey struct{}

// With gives a context that carries the act.
func With(ctx context.Context, a *Act) context.Context {
	return context.WithValue(ctx, contextKey{}, a)
}

// Begin gives the Change that a use case is about to make: with the id, actor and idempotency key of the request in the
// context, or with a new id and no actor where the program itself acts.
func Begin(ctx context.Context, now time.Time, newID func() string) Change {
	a, ok := ctx.Value(contextKey{}).(*Act)
	if !ok {
		return Change{ID: newID(), At: now}
	}
	if a.Begun { // a second change of one request has an id of its own and is not guarded by the key
		return Change{ID: newID(), At: now, Actor: a.Actor}
	}
	a.Begun = true
	return Change{ID: a.ChangeID, At: now, Actor: a.Actor, Once: a.Once}
}
