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
		s.put(store.Library, 1, 0, fmt.Sprint("g /api/songs?q=", i, long), nothing)
		s.put(store.Library|store.Accounts, 1, 0, fmt.Sprint("g /api/songs/", i, long), nothing)
	}
	if n, bytes := s.held(); bytes > keptBytes {
		t.Errorf("%d answers hold %d MiB of addresses", n, bytes>>20)
	}
	for i := range 200_000 {
		s.put(store.Library, 2, 0, fmt.Sprint(i), nothing)
	}
	if n, _ := s.held(); n > keptBytes/entryBytes {
		t.Errorf("%d answers", n)
	}
}

func TestANewStateFreesWhatTheOldOneHeld(t *testing.T) {
	s, big := newAnswers(), newAnswer(make([]byte, 20<<20), 0)
	for state := range uint64(10) {
		s.put(store.Accounts, 1, state, "stays", newAnswer([]byte("{}"), 0))
		s.put(store.Library, state, state, "list", big)
		if s.find(store.Library, state, "list") != big || s.find(store.Accounts, 1, "stays") == nil {
			t.Fatalf("state %d: what fits is not kept", state)
		}
	}
}

func TestAnAnswerThatComesLateLeavesTheNewerOnes(t *testing.T) {
	s, a := newAnswers(), newAnswer([]byte("{}"), 0)
	s.put(store.Library, 7, 2, "list", a)
	s.put(store.Library, 6, 1, "slow", a)
	if s.find(store.Library, 7, "list") != a {
		t.Error("an answer of an older state took the place of newer ones")
	}
	s.put(store.Library, 7, 1, "same", a)
	if s.find(store.Library, 7, "same") != a || s.find(store.Library, 7, "list") != a {
		t.Error("an answer of the same state was not kept beside the others")
	}
	s.put(store.Library, 8, 3, "list", a)
	if s.find(store.Library, 8, "list") != a || s.find(store.Library, 7, "list") != nil {
		t.Error("a newer state does not take over")
	}
}
