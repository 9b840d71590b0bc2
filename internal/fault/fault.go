// Package fault is the one vocabulary of errors. A fault of a known kind carries a sentence that may be shown to
// a person; any other error is "internal" outside and whole in the log. The package knows nothing of HTTP.
package fault

import (
	"errors"
	"fmt"
)

// Kind says what sort of thing went wrong, for those who decide what to answer.
type Kind string

// The kinds. Internal is what every error is that is not a Fault.
const (
	Invalid         Kind = "invalid"         // the input breaks a rule; Fields says where
	NotFound        Kind = "not_found"       // missing, or hidden from this principal
	Conflict        Kind = "conflict"        // clashes with something stored (a taken name, a used number)
	Stale           Kind = "stale"           // changed by somebody since it was read; Current holds the newer value
	Precondition    Kind = "precondition"    // an update came without the version it is based on
	Unauthenticated Kind = "unauthenticated" // nobody is signed in
	Forbidden       Kind = "forbidden"       // signed in, but not allowed
	TooMany         Kind = "too_many"        // asked too often; RetryAfter says when to come back
	Unavailable     Kind = "unavailable"     // overloaded or shutting down
	NoSpace         Kind = "no_space"        // the disk is full: reads go on
	Internal        Kind = "internal"        // a defect or a broken machine
)

// Field names one wrong input and says in a sentence what is wanted.
type Field struct {
	Name    string `json:"field"`
	Message string `json:"message"`
}

// Fault is an error with a sentence that is safe to show.
type Fault struct {
	Kind       Kind
	Sentence   string
	Fields     []Field
	Current    any // with Stale: the value as it is stored now
	RetryAfter int // seconds, with TooMany and Unavailable
	cause      error
}

// New gives a fault of a kind with a sentence for people.
func New(kind Kind, sentence string, args ...any) *Fault {
	return &Fault{Kind: kind, Sentence: fmt.Sprintf(sentence, args...)}
}

// At gives an Invalid fault that names one field.
func At(field, message string, args ...any) *Fault {
	m := fmt.Sprintf(message, args...)
	return &Fault{Kind: Invalid, Sentence: m, Fields: []Field{{field, m}}}
}

// Error gives the sentence and, for the log, the cause.
func (f *Fault) Error() string {
	if f.cause == nil {
		return f.Sentence
	}
	return f.Sentence + ": " + f.cause.Error()
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.cause }

// Because gives the same fault with the error that caused it, for the log only.
func (f *Fault) Because(err error) *Fault {
	g := *f
	g.cause = err
	return &g
}

// KindOf gives the kind of an error: that of the first Fault in its chain, else Internal.
func KindOf(err error) Kind {
	if f, ok := As(err); ok {
		return f.Kind
	}
	return Internal
}

// As finds the first Fault in an error's chain.
func As(err error) (*Fault, bool) {
	var f *Fault
	ok := errors.As(err, &f)
	return f, ok
}

// Is says whether an error is a fault of the kind.
func Is(err error, kind Kind) bool { return err != nil && KindOf(err) == kind }

// Wrap adds the calling function and its arguments to an error on its way up; use it deferred, in one line.
func Wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), *err)
	}
}

// Fields collects what is wrong with an input, so that a person sees all of it at once.
type Fields []Field

// Add notes a wrong field.
func (f *Fields) Add(name, message string, args ...any) {
	*f = append(*f, Field{name, fmt.Sprintf(message, args...)})
}

// Err gives nil when nothing was noted, else one Invalid fault whose sentence is the first message.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Fault{Kind: Invalid, Sentence: f[0].Message, Fields: f}
}
