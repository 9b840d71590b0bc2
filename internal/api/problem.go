package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"churchmusic/internal/fault"

	"github.com/danielgtaylor/huma/v2"
)

// Problem is the body of every error answer (RFC 9457).
type Problem struct {
	Type      string        `json:"type" doc:"Names the kind of problem" example:"urn:churchmusic:problem:stale"`
	Title     string        `json:"title"`
	Status    int           `json:"status"`
	Detail    string        `json:"detail" doc:"A sentence for the person"`
	Code      string        `json:"code" doc:"The kind in one word, for programs"`
	RequestID string        `json:"request_id,omitempty" doc:"Finds this request in the log"`
	Errors    []fault.Field `json:"errors,omitempty" doc:"What is wrong, field by field"`
	Current   any           `json:"current,omitempty" doc:"With 412: the value as it is stored now"`

	retryAfter int
}

// Error implements error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// coded is a fault with a code of its own where the kind says too little.
type coded struct {
	*fault.Fault
	code string
}

// Unwrap gives the fault.
func (c *coded) Unwrap() error { return c.Fault }

var statusOf = map[fault.Kind]int{
	fault.Invalid: 400, fault.NotFound: 404, fault.Conflict: 409, fault.Stale: 412, fault.Precondition: 428,
	fault.Unauthenticated: 401, fault.Forbidden: 403, fault.TooMany: 429, fault.Unavailable: 503, fault.NoSpace: 507, fault.Internal: 500,
}

const internalSentence = "The program made a mistake. Nothing was changed. The administrator finds the details in the log."

// problem turns any error into what is shown; an error of no known kind is logged whole by the caller.
func problem(err error, requestID string) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		p.RequestID = requestID
		return p
	}
	f, ok := fault.As(err)
	if !ok {
		f = fault.New(fault.Internal, internalSentence)
	}
	out := newProblem(statusOf[f.Kind], string(f.Kind), f.Sentence)
	var c *coded
	if errors.As(err, &c) {
		out.Code = c.code
	}
	out.RequestID, out.Errors, out.Current, out.retryAfter = requestID, f.Fields, f.Current, f.RetryAfter
	return out
}

func newProblem(status int, code, detail string) *Problem {
	return &Problem{Type: "urn:churchmusic:problem:" + code, Title: http.StatusText(status), Status: status, Detail: detail, Code: code}
}

// problemOf is huma's error constructor: it never echoes the rejected value, which may be a password.
func problemOf(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
	if status == http.StatusUnprocessableEntity {
		status = http.StatusBadRequest
	}
	p := newProblem(status, "invalid", message)
	for _, err := range errs {
		var d *huma.ErrorDetail
		if errors.As(err, &d) {
			p.Errors = append(p.Errors, fault.Field{Name: strings.TrimPrefix(d.Location, "body."), Message: d.Message})
		}
	}
	if status >= 500 {
		p.Detail, p.Code, p.Errors = internalSentence, string(fault.Internal), nil
	}
	return p
}

// refuse answers outside of huma.
func (a *API) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := a.explain(r.Context(), w, err)
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

// explain gives the problem for an error and logs what is not meant for people.
func (a *API) explain(ctx context.Context, w http.ResponseWriter, err error) *Problem {
	id := w.Header().Get("X-Request-Id")
	p := problem(err, id)
	if p.Status >= 500 {
		a.core.Log.ErrorContext(ctx, "request failed", "error", err, "request_id", id, "status", p.Status)
	}
	if p.retryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(p.retryAfter))
	}
	return p
}
