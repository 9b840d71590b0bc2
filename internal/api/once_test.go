package api

import (
	"context"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/store"
)

func TestARequestThatIsRepeatedTooEarlyIsGivenTheFirstAnswer(t *testing.T) {
	libraries(t, func(c *church) {
		answers := make([]*httptest.ResponseRecorder, 8)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() { answers[i] = ask(c.api, edith, "POST", "/api/songs", graceBody, "Idempotency-Key", "same") })
		}
		all.Wait()
		for _, w := range answers {
			if w.Code != 201 || w.Body.String() != answers[0].Body.String() || w.Header().Get("Change-Id") == "" {
				c.Errorf("%d %s", w.Code, w.Body)
			}
		}
		var list []SongSummary
		if c.call(edith, "GET", "/api/songs", "", 200, &list); len(list) != 1 {
			c.Errorf("%d songs", len(list))
		}
	})
}

type patientRepeats struct{ fakeRepeats }

func (p patientRepeats) Remember(ctx context.Context, o audit.Once, r store.Repeat) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.fakeRepeats.Remember(ctx, o, r)
}

func TestAnAnswerIsKeptForWhoLostTheConnection(t *testing.T) {
	loads := 0
	a := newTestAPI(&fakeStates{}, &loads)
	a.core.Repeats = patientRepeats{fakeRepeats{map[string]store.Repeat{}}}
	ctx, hangUp := context.WithCancel(t.Context())
	a.core.NewID = func() string {
		hangUp()
		return "change-1"
	}
	r := httptest.NewRequest("POST", "/api/things", strings.NewReader(`{"name":"x","version":1}`))
	for name, value := range map[string]string{"Content-Type": "application/json", "X-CSRF-Token": "token", "Idempotency-Key": "k"} {
		r.Header.Set(name, value)
	}
	a.ServeHTTP(httptest.NewRecorder(), r.WithContext(account.With(ctx, &member)))
	again := ask(a, member, "POST", "/api/things", `{"name":"x","version":1}`, "X-CSRF-Token", "token", "Idempotency-Key", "k")
	if again.Code != 201 || again.Header().Get("Idempotency-Replayed") == "" || loads != 1 {
		t.Errorf("%d %s after %d loads", again.Code, again.Body, loads)
	}
}

func TestAKeyThatCannotBeStoredIsRefused(t *testing.T) {
	libraries(t, func(c *church) {
		for _, key := range []string{strings.Repeat("k", 256), strings.Repeat("\xff", 3), "a\x01b"} {
			c.call(edith, "POST", "/api/songs", graceBody, 400, nil, "Idempotency-Key", key)
		}
		c.call(edith, "POST", "/api/songs", graceBody, 201, nil, "Idempotency-Key", strings.Repeat("k", 255))
	})
}
