package live

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"churchmusic/internal/fault"
)

var member = Listener{UserID: "u1", SessionID: "s1"}

func subscribe(t *testing.T, h *Hub, who Listener) *Subscription {
	t.Helper()
	s, err := h.Subscribe(who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func texts(ms []Message) (out []string) {
	for _, m := range ms {
		out = append(out, string(m.Text))
	}
	return out
}

func expect(t *testing.T, s *Subscription, want ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	got, err := s.Next(ctx)
	if len(want) == 0 {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("got %q, %v, want silence", texts(got), err)
		}
		return
	}
	if err != nil || fmt.Sprint(texts(got)) != fmt.Sprint(want) {
		t.Fatalf("got %q, %v, want %q", texts(got), err, want)
	}
}

func expectEnd(t *testing.T, s *Subscription, want Reason) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	_, err := s.Next(ctx)
	if got, ok := Ended(err); !ok || got != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func TestEventsArriveInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		s := subscribe(t, h, member)
		go func() {
			time.Sleep(time.Millisecond)
			h.Publish(Event{Type: Song, ID: "a", Version: 2}, Event{Type: Settings, ID: "", Version: 0})
		}()
		expect(t, s, `{"type":"song","id":"a","version":2}`, `{"type":"settings"}`)
		expect(t, s)
	})
}

func TestAnonymousHearsThatSongsChangedAndNotWhich(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		s := subscribe(t, h, Listener{})
		h.Publish(Event{Type: Profile, ID: "p", Version: 1}, Event{Type: Song, ID: "a", Version: 2}, Event{Type: Account, ID: "u", Version: 1})
		expect(t, s, `{"type":"song"}`)
		for i := range 2 * Burst {
			h.Publish(Event{Type: Song, ID: "b", Version: int64(i), Change: "c"})
		}
		expect(t, s, `{"type":"song"}`)
		h.Publish(Event{Type: ProfileSong, ID: "p", Version: 1})
		expect(t, s)
	})
}

func TestBurstBecomesMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		s := subscribe(t, h, member)
		for i := range 20 {
			h.Publish(Event{Type: Song, ID: fmt.Sprint(i), Version: 1})
		}
		if got, err := s.Next(t.Context()); err != nil || len(got) != 20 {
			t.Fatalf("20 events: got %d, %v", len(got), err)
		}
		for i := range 500 {
			h.Publish(Event{Type: Song, ID: fmt.Sprint(i), Version: 1})
		}
		expect(t, s, `{"type":"many"}`)
		h.Publish(Event{Type: Song, ID: "a", Version: 3})
		expect(t, s, `{"type":"song","id":"a","version":3}`)
	})
}

func TestManyNamesTheChangeThatAllAreOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		s := subscribe(t, h, member)
		for range 500 {
			h.Publish(Event{Type: ProfileSong, ID: "p/a", Version: 1, Change: "c1"})
		}
		expect(t, s, `{"type":"many","change":"c1"}`)
		for i := range 500 {
			h.Publish(Event{Type: ProfileSong, ID: "p/a", Version: 1, Change: fmt.Sprint("c", i/400)})
		}
		expect(t, s, `{"type":"many"}`)
	})
}

func TestSlowListenerIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		slow, quick := subscribe(t, h, member), subscribe(t, h, member)
		h.Publish(Event{Type: Song, ID: "a", Version: 1})
		expect(t, quick, `{"type":"song","id":"a","version":1}`)
		time.Sleep(Patience + time.Second)
		h.Publish(Event{Type: Song, ID: "b", Version: 1})
		expectEnd(t, slow, Slow)
		expect(t, quick, `{"type":"song","id":"b","version":1}`)
		if got := h.Stats(); got != (Stats{Listeners: 1, Published: 2, Slow: 1}) {
			t.Fatalf("got %+v", got)
		}
	})
}

func TestRevocationEndsTheRightOnes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		one := subscribe(t, h, Listener{"u1", "s1"})
		two := subscribe(t, h, Listener{"u1", "s2"})
		other := subscribe(t, h, Listener{"u2", "s3"})
		anonymous := subscribe(t, h, Listener{})
		h.EndSessions("s1", "")
		expectEnd(t, one, Revoked)
		expect(t, two)
		h.EndUser("u1", "s2")
		expect(t, two)
		h.EndUser("u1", "")
		expectEnd(t, two, Revoked)
		h.EndUser("", "")
		expect(t, other)
		expect(t, anonymous)
	})
}

func TestShutEndsAllAndTakesNone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHub()
		s := subscribe(t, h, Listener{})
		h.Shut()
		expectEnd(t, s, Shutdown)
		if _, err := h.Subscribe(member); !fault.Is(err, fault.Unavailable) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestCloseLeaves(t *testing.T) {
	h := NewHub()
	s := subscribe(t, h, member)
	s.Close()
	s.Close()
	h.Publish(Event{Type: Song, ID: "a", Version: 1})
	if n := h.Stats().Listeners; n != 0 {
		t.Fatalf("%d listeners left", n)
	}
}

func TestSeatsAreBounded(t *testing.T) {
	h := NewHub()
	for range Seats {
		subscribe(t, h, Listener{})
	}
	if _, err := h.Subscribe(member); !fault.Is(err, fault.Unavailable) {
		t.Fatalf("got %v", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	h := NewHub()
	done := make(chan int)
	for range 50 {
		s := subscribe(t, h, member)
		go func() {
			n := 0
			for {
				batch, err := s.Next(context.Background())
				if err != nil {
					done <- n
					return
				}
				n += len(batch)
			}
		}()
	}
	for i := range 200 {
		h.Publish(Event{Type: Song, ID: "a", Version: int64(i)})
	}
	h.Shut()
	for range 50 {
		if n := <-done; n > 200 {
			t.Fatalf("%d events heard of 200", n)
		}
	}
}
