package api

import (
	"fmt"
	"strings"
	"testing"

	"churchmusic/internal/store"
)

func (s *answers) held() (entries, bytes int) {
	for _, f := range s.shelves {
		for key, a := range f.entries {
			entries++
			bytes += len(key) + len(a.body)
		}
	}
	return entries, bytes
}

func TestWhatIsKeptIsBoundedHoweverSmallTheAnswers(t *testing.T) {
	s, nothing := newAnswers(), newAnswer([]byte("[]"), 0)
	long := strings.Repeat("x", 30<<10)
	for i := range 3000 {
		s.put(store.Library, 1, fmt.Sprint("g /api/songs?q=", i, long), nothing)
		s.put(store.Library|store.Accounts, 1, fmt.Sprint("g /api/songs/", i, long), nothing)
	}
	if n, bytes := s.held(); bytes > keptBytes {
		t.Errorf("%d answers hold %d MiB of addresses", n, bytes>>20)
	}
	for i := range 200_000 {
		s.put(store.Library, 2, fmt.Sprint(i), nothing)
	}
	if n, _ := s.held(); n > keptBytes/entryBytes {
		t.Errorf("%d answers", n)
	}
}

func TestANewStateFreesWhatTheOldOneHeld(t *testing.T) {
	s, big := newAnswers(), newAnswer(make([]byte, 20<<20), 0)
	for state := range uint64(10) {
		s.put(store.Accounts, 1, "stays", newAnswer([]byte("{}"), 0))
		s.put(store.Library, state, "list", big)
		if s.find(store.Library, state, "list") != big || s.find(store.Accounts, 1, "stays") == nil {
			t.Fatalf("state %d: what fits is not kept", state)
		}
	}
}
