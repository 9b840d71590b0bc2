package httpd

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type key struct{}
		d := &deadline{Context: context.WithValue(t.Context(), key{}, "value"), until: time.Now().Add(time.Second)}
		child, cancel := context.WithCancel(context.WithValue(d, key{}, "own"))
		defer cancel()
		if d.Value(key{}) != "value" || child.Value(key{}) != "own" || d.Err() != nil {
			t.Fatalf("%v, %v, %v", d.Value(key{}), child.Value(key{}), d.Err())
		}
		began := time.Now()
		<-child.Done()
		if time.Since(began) != time.Second || !errors.Is(child.Err(), context.DeadlineExceeded) || !errors.Is(d.Err(), context.DeadlineExceeded) {
			t.Fatalf("after %v: %v, %v", time.Since(began), child.Err(), d.Err())
		}
	})
}

func TestDeadlineEndsWithItsParent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		parent, cancel := context.WithCancel(t.Context())
		d := &deadline{Context: parent, until: time.Now().Add(time.Hour)}
		done := d.Done()
		cancel()
		<-done
		if !errors.Is(d.Err(), context.Canceled) {
			t.Fatal(d.Err())
		}
	})
}

func TestDeadlineEndsWithItsRequest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		idle, used := &deadline{Context: t.Context(), until: time.Now().Add(time.Hour)}, &deadline{Context: t.Context(), until: time.Now().Add(time.Hour)}
		done := used.Done()
		idle.end()
		used.end()
		<-done
		if idle.Err() != nil || idle.inner != nil {
			t.Fatal("a timer was started that nobody waited for")
		}
	})
}

func TestDeadlineThatNobodyWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &deadline{Context: t.Context(), until: time.Now().Add(time.Second)}
		time.Sleep(2 * time.Second)
		if !errors.Is(d.Err(), context.DeadlineExceeded) {
			t.Fatal(d.Err())
		}
	})
}
