package account_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
)

func TestAWrongPasswordAndAnUnknownUserGetTheSameAnswer(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("root", account.Admin)
		h.user("anna", account.Member)
		gone := h.user("gone", account.Member)
		must[account.User](t)(h.ChangeUser(t.Context(), account.System, gone.ID, gone.Version, account.UserPatch{Disabled: ptr(true)}))
		said := map[string]bool{}
		for _, try := range [][2]string{{"anna", "not the password"}, {"nobody", goodPassword}, {"gone", goodPassword}, {"gone", "x"}, {"", ""}} {
			start := time.Now()
			_, err := h.SignIn(t.Context(), try[0], try[1], account.Visitor{Address: "192.0.2.1"})
			if took := time.Since(start); took < 5*time.Millisecond {
				t.Errorf("%q is answered in %s: no hash was computed", try, took)
			}
			said[want(t, err, fault.Unauthenticated).Sentence] = true
		}
		if len(said) != 1 {
			t.Errorf("different answers: %v", said)
		}
	})
}

func TestGuessingIsSlowedByAccountWhetherItExistsOrNot(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		for _, name := range []string{"anna", "nobody"} {
			start, failed, waits := h.now, 0, []int{}
			for i := 0; failed < 10; i++ {
				_, err := h.SignIn(t.Context(), name, "wrong", account.Visitor{Address: "192.0.2." + string(rune('1'+failed%9))})
				if fault.Is(err, fault.Unauthenticated) {
					failed++
					continue
				}
				f := want(t, err, fault.TooMany)
				waits = append(waits, f.RetryAfter)
				h.now = h.now.Add(time.Duration(f.RetryAfter) * time.Second)
			}
			if len(waits) != 5 || waits[0] != 1 || waits[4] != 16 {
				t.Errorf("%s waited %v seconds", name, waits)
			}
			_, err := h.SignIn(t.Context(), name, goodPassword, account.Visitor{Address: "198.51.100.1"})
			if f := want(t, err, fault.TooMany); f.RetryAfter < 800 {
				t.Errorf("%s may try again after %d s", name, f.RetryAfter)
			}
			h.now = start.Add(16 * time.Minute)
		}
		h.signIn("anna")
	})
}

func TestGuessingIsSlowedByAddress(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		failed := 0
		for i := range 60 {
			_, err := h.SignIn(t.Context(), fmt.Sprint("name", i), "wrong", account.Visitor{Address: fmt.Sprint("2001:db8::", i)})
			if fault.Is(err, fault.Unauthenticated) {
				failed++
			}
			h.now = h.now.Add(time.Second)
		}
		if failed < 15 || failed > 20 {
			t.Errorf("%d guesses a minute from one network", failed)
		}
		_, err := h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{Address: "2001:db8::77"})
		want(t, err, fault.TooMany)
		h.signIn("anna")
	})
}

func TestTheOwnersKnownDeviceStaysUsable(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		h.user("ben", account.Member)
		mine := h.signIn("anna")
		if err := h.SignOut(t.Context(), mine.Principal); err != nil {
			t.Fatal(err)
		}
		for range 10 {
			_, err := h.SignIn(t.Context(), "anna", "wrong", account.Visitor{Address: "192.0.2.7"})
			want(t, err, fault.Unauthenticated)
			h.now = h.now.Add(20 * time.Second)
		}
		known := account.Visitor{Address: "192.0.2.7", DeviceToken: mine.DeviceToken}
		_, err := h.SignIn(t.Context(), "anna", goodPassword, account.Visitor{Address: "192.0.2.7"})
		want(t, err, fault.TooMany)
		if s := must[account.Started](t)(h.SignIn(t.Context(), "anna", goodPassword, known)); s.DeviceToken != "" {
			t.Error("a known device got another token")
		}
		for range 5 {
			_, err := h.SignIn(t.Context(), "ben", "wrong", known)
			want(t, err, fault.Unauthenticated)
		}
		_, err = h.SignIn(t.Context(), "ben", "wrong", known)
		want(t, err, fault.TooMany)
	})
}

func TestTheCountIsExactWhenAllTryAtOnce(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		var mu sync.Mutex
		kinds := map[fault.Kind]int{}
		var wg sync.WaitGroup
		for range 24 {
			wg.Go(func() {
				_, err := h.SignIn(context.Background(), "anna", "wrong", account.Visitor{Address: "192.0.2.9"})
				mu.Lock()
				defer mu.Unlock()
				kinds[fault.KindOf(err)]++
			})
		}
		wg.Wait()
		if kinds[fault.Unauthenticated] != 5 || kinds[fault.TooMany] != 19 {
			t.Errorf("%v", kinds)
		}
	})
}

func TestManyMaySignInAtOnce(t *testing.T) {
	on(t, func(t *testing.T, h *house) {
		h.user("anna", account.Member)
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if _, err := h.SignIn(context.Background(), "anna", goodPassword, account.Visitor{Address: "192.0.2.9"}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	})
}
