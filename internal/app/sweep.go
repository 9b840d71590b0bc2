package app

import (
	"context"
	"fmt"
	"time"
)

// sweepEvery is how often the trash is looked through for what was deleted longer than 30 days ago.
const sweepEvery = 24 * time.Hour

// sweeping empties the trash of what is too old, at once and then daily. Call stop to end it; it waits for a sweep under way.
func (l *library) sweeping(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		again := time.NewTicker(sweepEvery)
		defer again.Stop()
		for {
			l.sweep(ctx)
			select {
			case <-again.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// sweep runs once; what goes wrong is logged and tried again the next day.
func (l *library) sweep(ctx context.Context) {
	defer func() {
		if p := recover(); p != nil {
			l.options.Log.ErrorContext(ctx, "sweeping the trash failed", "error", fmt.Sprint(p))
		}
	}()
	n, err := l.history.Sweep(ctx)
	switch {
	case err != nil && ctx.Err() == nil:
		l.options.Log.ErrorContext(ctx, "sweeping the trash failed", "error", err)
	case n > 0:
		l.options.Log.InfoContext(ctx, "deleted for good what was in the trash for 30 days", "things", n)
	}
}
