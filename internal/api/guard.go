package api

import (
	"context"
	"crypto/subtle"
	"net/http"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
)

// call is one request on its way through an operation.
type call struct {
	w   http.ResponseWriter
	r   *http.Request
	act *audit.Act
}

type callKey struct{}

func callOf(ctx context.Context) *call {
	c, _ := ctx.Value(callKey{}).(*call)
	return c
}

// guard checks the permission and, on unsafe methods, the CSRF token; a kept answer is sent from here, before any parsing.
func (a *API) guard(op *operation, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p := account.From(r.Context())
		if err := p.Need(op.need); err != nil {
			a.refuse(w, r, err)
			return
		}
		if op.method == http.MethodGet {
			if op.keep.scope != 0 && a.sendKept(w, r, op, p) {
				return
			}
			next(w, r.WithContext(context.WithValue(r.Context(), callKey{}, &call{w: w, r: r})))
			return
		}
		if err := checkCSRF(r, p); err != nil {
			a.refuse(w, r, err)
			return
		}
		a.act(w, r, p, next)
	}
}

// checkCSRF wants the session's token on every unsafe request by cookie. A caller with an Authorization header is no browser form.
func checkCSRF(r *http.Request, p account.Principal) error {
	if p.SessionID == "" || r.Header.Get("Authorization") != "" {
		return nil
	}
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-CSRF-Token")), []byte(p.CSRFToken)) == 1 {
		return nil
	}
	f := fault.New(fault.Forbidden, "This page is out of date. Load it again, then repeat what you did.")
	return &coded{f, "csrf"}
}

func (a *API) act(w http.ResponseWriter, r *http.Request, p account.Principal, next http.HandlerFunc) {
	c := &call{w: w, r: r, act: &audit.Act{ChangeID: a.core.NewID(), Actor: p.Actor()}}
	ctx := audit.With(context.WithValue(r.Context(), callKey{}, c), c.act)
	r = r.WithContext(ctx)
	if key := r.Header.Get("Idempotency-Key"); key != "" && r.Method == http.MethodPost {
		a.once(c, r, p, key, next)
		return
	}
	next(w, r)
}
