package account

import (
	"context"
	"fmt"
	"net/netip"
	"time"

	"churchmusic/internal/fault"
)

// Failed sign-ins are counted in the database over attemptWindow, by account and by address; nothing tells whether the
// account exists. After some free failures each waits twice as long as the one before, and at the limit nobody gets in
// until the oldest failure is out of the window. A device on which its owner signed in before is counted by itself, so a
// stranger's guesses lock the stranger out and not the owner.
const (
	attemptWindow = 15 * time.Minute
	accountLimit  = 10
	addressLimit  = 30
	freeAttempts  = 5
	longestPause  = time.Minute
)

// AttemptStore keeps failed sign-ins by subject.
type AttemptStore interface {
	// Failures gives the times of the failures of one subject since an instant, oldest first.
	Failures(ctx context.Context, subject string, since time.Time) ([]time.Time, error)
	// AddFailure notes a failure of every subject and forgets those before an instant.
	AddFailure(ctx context.Context, subjects []string, at, forgetBefore time.Time) error
}

// limit is one subject that is counted and how many failures it may have.
type limit struct {
	subject string
	most    int
}

func limits(folded, address, knownDevice string) []limit {
	if knownDevice != "" {
		return []limit{{"device:" + knownDevice, accountLimit}}
	}
	return []limit{{"account:" + hashToken(folded).String(), accountLimit}, {"address:" + network(address), addressLimit}}
}

func subjects(all []limit) []string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = l.subject
	}
	return out
}

// network gives what is counted as one address: a whole /64 of IPv6, since one household has that many.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	return netip.PrefixFrom(a, 64).Masked().String()
}

// allow gives TooMany with the seconds to wait while one of the limits is reached.
func (a *Accounts) allow(ctx context.Context, all []limit) error {
	now := a.now()
	var wait time.Duration
	for _, l := range all {
		failures, err := a.store.Failures(ctx, l.subject, now.Add(-attemptWindow))
		if err != nil {
			return err
		}
		wait = max(wait, pause(failures, l.most, now))
	}
	if wait <= 0 {
		return nil
	}
	f := fault.New(fault.TooMany, "There were too many tries. Please wait %s and try again.", spoken(wait))
	f.RetryAfter = int((wait + time.Second - 1) / time.Second)
	return f
}

// pause gives how long to wait after failures (oldest first) within the window.
func pause(failures []time.Time, most int, now time.Time) time.Duration {
	n := len(failures)
	if n >= most {
		return failures[n-most].Add(attemptWindow).Sub(now)
	}
	if free := max(freeAttempts, most/2); n >= free {
		return failures[n-1].Add(min(longestPause, time.Second<<(n-free))).Sub(now)
	}
	return 0
}

func spoken(d time.Duration) string {
	if d <= time.Minute {
		return fmt.Sprintf("%d seconds", max(2, int((d+time.Second-1)/time.Second)))
	}
	return fmt.Sprintf("%d minutes", int((d+time.Minute-1)/time.Minute))
}
