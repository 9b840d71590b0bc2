package account

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"churchmusic/internal/fault"
)

func TestAHashMatchesItsPasswordOnly(t *testing.T) {
	derive := Deriver(inProcess)
	h, err := derive.newHash(t.Context(), "grüne Wiesen am Bach")
	if err != nil || !strings.HasPrefix(h, "$argon2id$v=19$m=47104,t=1,p=1$") {
		t.Fatalf("cost is not named: %.40s %v", h, err)
	}
	for password, want := range map[string]bool{"grüne Wiesen am Bach": true, "gru\u0308ne Wiesen am Bach": true, "grune Wiesen am Bach": false, "": false} {
		if got, err := derive.matches(t.Context(), h, password); err != nil || got != want {
			t.Errorf("%q: %v, %v", password, got, err)
		}
	}
	if again, _ := derive.newHash(t.Context(), "grüne Wiesen am Bach"); again == h {
		t.Error("two hashes share a salt")
	}
	if ok, err := derive.matches(t.Context(), unmatched(), ""); ok || err != nil {
		t.Error("an unknown user has a password")
	}
	for _, bad := range []string{"", "x", "$argon2i$v=19$m=1,t=1,p=1$YQ$YQ", "$argon2id$v=19$m=47104,t=1,p=1$YQ"} {
		if _, err := derive.matches(t.Context(), bad, "x"); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func TestOneHashRunsAtATimeAndTheQueueIsBounded(t *testing.T) {
	h := newHasher(3, inProcess)
	var running, most, refused atomic.Int64
	hold := make(chan struct{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			err := h.do(context.Background(), func() error {
				most.Store(max(most.Load(), running.Add(1)))
				<-hold
				running.Add(-1)
				return nil
			})
			if err != nil {
				if f, ok := fault.As(err); !ok || f.Kind != fault.Unavailable || f.RetryAfter == 0 {
					t.Errorf("refused with %v", err)
				}
				refused.Add(1)
			}
		})
	}
	for refused.Load() < 5 {
		time.Sleep(time.Millisecond)
	}
	close(hold)
	wg.Wait()
	if most.Load() != 1 || refused.Load() != 5 {
		t.Errorf("%d ran at once, %d refused", most.Load(), refused.Load())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	h.slot <- struct{}{}
	if err := h.do(ctx, func() error { return nil }); !fault.Is(err, fault.Unavailable) {
		t.Errorf("an impatient caller got %v", err)
	}
}
