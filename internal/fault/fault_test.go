package fault

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func TestKindSurvivesWrapping(t *testing.T) {
	err := fmt.Errorf("store: %w", New(NotFound, "There is no song %q.", "x"))
	if KindOf(err) != NotFound || !Is(err, NotFound) {
		t.Fatalf("kind of %v is %s", err, KindOf(err))
	}
	if KindOf(io.EOF) != Internal {
		t.Fatal("an unknown error must be internal")
	}
}

func TestCauseIsForTheLogOnly(t *testing.T) {
	f := New(Unavailable, "Try again.").Because(io.ErrUnexpectedEOF)
	if f.Sentence != "Try again." || !errors.Is(f, io.ErrUnexpectedEOF) {
		t.Fatalf("got %q, %v", f.Sentence, f)
	}
}

func TestFieldsTellAllAtOnce(t *testing.T) {
	var f Fields
	if f.Err() != nil {
		t.Fatal("nothing wrong must be nil")
	}
	f.Add("title", "A song needs a title.")
	f.Add("bpm", "Between %d and %d.", 20, 400)
	got, _ := As(f.Err())
	if got.Kind != Invalid || len(got.Fields) != 2 || got.Fields[1].Message != "Between 20 and 400." {
		t.Fatalf("got %+v", got)
	}
}
