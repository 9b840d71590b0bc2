package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"

	"github.com/danielgtaylor/huma/v2"
)

// Answer is what a read gives. Encoded, where set, is the body as JSON already and Body is only its type.
type Answer[O any] struct {
	Body    O
	Encoded []byte
	Version int64 // of a versioned thing: its ETag begins with it, and If-Match takes that ETag back
	Total   int   // with a list: X-Total-Count is set when Counted
	Counted bool
	Link    string // RFC 8288, to the next page
}

// get registers a read. Its answer has an ETag and is compressed; with op.keep it is kept ready until the library changes.
func get[I, O any](a *API, op operation, load func(context.Context, *I) (Answer[O], error)) {
	op.method = http.MethodGet
	hop := a.declare(op)
	hop.Responses = map[string]*huma.Response{"200": {Description: "OK", Content: map[string]*huma.MediaType{
		"application/json": {Schema: schemaOf[O](a)}}}, "304": {Description: "Not changed since the ETag in If-None-Match"}}
	huma.Register(a.huma, hop, func(ctx context.Context, in *I) (*huma.StreamResponse, error) {
		c := callOf(ctx)
		ready, err := a.answers.produce(ctx, a, &op, c.r, func(ctx context.Context) (*answer, error) {
			got, err := load(ctx, in)
			if err != nil {
				return nil, err
			}
			return encode(got)
		})
		if err != nil {
			return nil, a.explain(ctx, c.w, err)
		}
		return &huma.StreamResponse{Body: func(huma.Context) { ready.send(c.w, c.r) }}, nil
	})
}

func schemaOf[O any](a *API) *huma.Schema {
	return a.huma.OpenAPI().Components.Schemas.Schema(typeOf[O](), true, "")
}

func encode[O any](got Answer[O]) (*answer, error) {
	body := got.Encoded
	if body == nil {
		var err error
		if body, err = json.Marshal(got.Body); err != nil {
			return nil, err
		}
	}
	out := newAnswer(body, got.Version)
	if got.Counted {
		out.total = []string{strconv.Itoa(got.Total)}
	}
	if got.Link != "" {
		out.link = []string{got.Link}
	}
	return out, nil
}

// change registers a write. O is a huma output (Body, headers). When a change was made its id is in the header Change-Id,
// which POST /api/changes/{id}/undo takes.
func change[I, O any](a *API, op operation, do func(context.Context, *I) (*O, error)) {
	huma.Register(a.huma, a.declare(op), func(ctx context.Context, in *I) (*O, error) {
		c := callOf(ctx)
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.explain(ctx, c.w, err)
		}
		if c.act.Begun {
			c.w.Header().Set("Change-Id", c.act.ChangeID)
		}
		return out, nil
	})
}

// Based is a part of every input that changes a versioned thing.
type Based struct {
	IfMatch string `header:"If-Match" doc:"The ETag of the version that the change is based on, or its number in quotes"`
}

// version gives the version that a change is based on, or a fault: 428 without one.
func (m Based) version() (int64, error) {
	if m.IfMatch == "" {
		return 0, fault.New(fault.Precondition, "Say which version you changed: send its ETag in If-Match.")
	}
	v, ok := parseVersion(m.IfMatch)
	if !ok {
		return 0, fault.At("If-Match", "If-Match must be an ETag of this resource, such as \"3\".")
	}
	return v, nil
}

func parseVersion(tag string) (int64, bool) {
	if len(tag) < 3 || tag[0] != '"' {
		return 0, false
	}
	end := 1
	for end < len(tag) && tag[end] >= '0' && tag[end] <= '9' {
		end++
	}
	v, err := strconv.ParseInt(tag[1:end], 10, 64)
	return v, err == nil
}

// keep says how long an answer holds and who may be given it.
type keep struct {
	scope  scope
	sharer sharer
}

// sharer says among whom a kept answer is shared.
type sharer func(account.Principal) string

// Answers are shared among all who are signed in, among those with one role, or with nobody else.
func byReader(p account.Principal) string {
	if p.May(account.ReadSongs) {
		return "r"
	}
	return "g"
}
func byRole(p account.Principal) string { return string(p.Role) }
func byUser(p account.Principal) string { return "u" + p.UserID }
