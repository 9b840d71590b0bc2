package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
)

// once answers a POST with an Idempotency-Key: the first time it runs, later it is given the same answer. The key is stored
// in the transaction of the change itself, so a crash between the two cannot make a second change.
func (a *API) once(c *call, r *http.Request, p account.Principal, key string, next http.HandlerFunc) {
	body, err := io.ReadAll(http.MaxBytesReader(c.w, r.Body, 1<<20))
	if err != nil {
		a.refuse(c.w, r, fault.New(fault.Invalid, "The request is larger than 1 MiB.").Because(err))
		return
	}
	o := audit.Once{Principal: string(p.Role) + p.UserID, Key: key, RequestHash: hashOf(r, body)}
	c.act.Once = &o
	if a.replay(c, r, o) {
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	rec := &recorder{ResponseWriter: c.w, status: http.StatusOK}
	c.w = rec
	next(rec, r)
	if rec.status < 300 && c.act.Begun {
		kept := store.Repeat{Status: rec.status, Header: rec.kept(), Body: rec.body.Bytes()}
		if err := a.core.Repeats.Remember(r.Context(), o, kept); err != nil {
			a.core.Log.ErrorContext(r.Context(), "idempotent answer not kept", "error", err)
		}
	}
}

// replay sends the remembered answer, waiting shortly for a first request that is still under way.
func (a *API) replay(c *call, r *http.Request, o audit.Once) bool {
	for range 20 {
		got, found, err := a.core.Repeats.Answered(r.Context(), o)
		switch {
		case err != nil:
			a.refuse(c.w, r, err)
			return true
		case !found:
			return false
		case got.RequestHash != o.RequestHash:
			a.refuse(c.w, r, fault.New(fault.Conflict, "This Idempotency-Key was used for another request."))
			return true
		case got.Status != 0:
			for name, values := range got.Header {
				c.w.Header()[name] = values
			}
			c.w.Header().Set("Idempotency-Replayed", "true")
			c.w.WriteHeader(got.Status)
			_, _ = c.w.Write(got.Body)
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	a.refuse(c.w, r, fault.New(fault.Conflict, "This request took effect already; its answer is no longer known. Load the page again."))
	return true
}

func hashOf(r *http.Request, body []byte) string {
	h := sha256.New()
	_, _ = io.WriteString(h, r.Method+" "+r.URL.RequestURI()+"\n")
	_, _ = h.Write(body)
	return hex.EncodeToString(h.Sum(nil))
}

// recorder keeps a copy of what is sent.
type recorder struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (r *recorder) Write(b []byte) (int, error) {
	_, _ = r.body.Write(b)
	return r.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (r *recorder) kept() http.Header {
	out := http.Header{}
	for _, name := range []string{"Content-Type", "Change-Id", "Etag", "Location"} {
		if v := r.Header()[name]; v != nil {
			out[name] = v
		}
	}
	return out
}
