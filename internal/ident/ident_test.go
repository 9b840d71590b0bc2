package ident

import (
	"testing"
	"time"
)

func TestIdsGrow(t *testing.T) {
	now := time.UnixMilli(1_700_000_000_000)
	g := &Generator{Now: func() time.Time { return now }, Random: func(b []byte) { clear(b) }}
	last := ""
	for i := range 5000 {
		switch i {
		case 1000:
			now = now.Add(time.Millisecond)
		case 2000:
			now = now.Add(-time.Hour) // a clock set back must not repeat an id
		case 3000:
			now = now.Add(200 * 24 * 365 * time.Hour)
		}
		id := g.Next()
		if id <= last || !Valid(id) {
			t.Fatalf("id %d is %q after %q", i, id, last)
		}
		last = id
	}
}

func TestFixedGeneratorRepeats(t *testing.T) {
	g := &Generator{Now: func() time.Time { return time.UnixMilli(1) }, Random: func(b []byte) { clear(b) }}
	if got := g.Next(); got != "0000000004000000" {
		t.Fatalf("got %q", got)
	}
	if got := g.Next(); got != "0000000004000001" {
		t.Fatalf("got %q", got)
	}
}

func TestValid(t *testing.T) {
	for _, bad := range []string{"", "short", "01hx7zzzzzzzzzzl", "01HX7ZZZZZZZZZZA", "01hx7zzzzzzzzzz\x00"} {
		if Valid(bad) {
			t.Errorf("%q passed", bad)
		}
	}
}
