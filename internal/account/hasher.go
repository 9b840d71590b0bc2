package account

import (
	"context"
	"sync/atomic"

	"churchmusic/internal/fault"
)

// hashQueue is how many sign-ins wait for the one that hashes; more are sent away.
const hashQueue = 64

// hasher lets one password hash run at a time, so that sign-ins take one core and 46 MiB at most.
type hasher struct {
	slot    chan struct{}
	waiting atomic.Int64
	most    int64
	derive  Deriver
}

func newHasher(most int, derive Deriver) *hasher {
	return &hasher{slot: make(chan struct{}, 1), most: int64(most), derive: derive}
}

// do runs fn when its turn has come. Unavailable when too many wait already, or the context ended first.
func (h *hasher) do(ctx context.Context, fn func() error) error {
	defer h.waiting.Add(-1)
	if h.waiting.Add(1) > h.most {
		return busy()
	}
	select {
	case h.slot <- struct{}{}:
	case <-ctx.Done():
		return busy().Because(ctx.Err())
	}
	defer func() { <-h.slot }()
	return fn()
}

// hash gives the hash of a password in its turn.
func (h *hasher) hash(ctx context.Context, password string) (out string, err error) {
	err = h.do(ctx, func() error {
		out, err = h.derive.newHash(ctx, password)
		return err
	})
	return out, err
}

func busy() *fault.Fault {
	f := fault.New(fault.Unavailable, "Many people are signing in just now. Please try again in a few seconds.")
	f.RetryAfter = 5
	return f
}
