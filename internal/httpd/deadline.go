package httpd

import (
	"context"
	"sync"
	"time"
)

// deadline is a context that ends at a time, like context.WithDeadline, but starts its timer only when somebody waits for
// it: an answer that is ready costs no timer.
type deadline struct {
	context.Context // the request's
	until           time.Time

	mu     sync.Mutex
	inner  context.Context
	cancel context.CancelFunc
}

// Deadline implements context.Context.
func (d *deadline) Deadline() (time.Time, bool) { return d.until, true }

// Done implements context.Context.
func (d *deadline) Done() <-chan struct{} { return d.start().Done() }

// Err implements context.Context.
func (d *deadline) Err() error {
	d.mu.Lock()
	waited := d.inner != nil
	d.mu.Unlock()
	if waited || !time.Now().Before(d.until) {
		return d.start().Err()
	}
	return d.Context.Err()
}

// Value implements context.Context. Once the timer runs it is asked too, so that contexts made from this one hang on it.
func (d *deadline) Value(key any) any {
	d.mu.Lock()
	inner := d.inner
	d.mu.Unlock()
	if inner != nil {
		return inner.Value(key)
	}
	return d.Context.Value(key)
}

func (d *deadline) start() context.Context {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inner == nil {
		d.inner, d.cancel = context.WithDeadline(d.Context, d.until)
	}
	return d.inner
}

// end frees the timer.
func (d *deadline) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.cancel != nil {
		d.cancel()
	}
}
