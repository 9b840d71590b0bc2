package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"net/http"
	"strings"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/store"
)

// rememberTime bounds the keeping of an answer, which goes on when the client has gone: that one will ask again.
const rememberTime = 5 * time.Second

// once answers a POST with an Idempotency-Key: the first time it runs, later it is given the same answer. The key is stored
// in the transaction of the change itself, so a crash between the two cannot make a second change. Of requests that run at the
// same time one makes the change; whatever stops the others, the key most of all, they are given its answer too.
func (a *API) once(c *call, r *http.Request, p account.Principal, key string, next http.HandlerFunc) {
	if !plainKey(key) {
		a.refuse(c.w, r, fault.At("Idempotency-Key", "An Idempotency-Key has at most %d letters, digits and signs.", longestKey))
		return
	}
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
	w := c.w
	rec := &recorder{ResponseWriter: w, header: w.Header().Clone(), status: http.StatusOK}
	c.w = rec
	next(rec, r)
	c.w = w
	if rec.status >= 300 && a.replay(c, r, o) {
		return
	}
	a.remember(c, r, o, rec)
	rec.send()
}

func (a *API) remember(c *call, r *http.Request, o audit.Once, rec *recorder) {
	if rec.status >= 300 || !c.act.Begun {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), rememberTime)
	defer cancel()
	if err := a.core.Repeats.Remember(ctx, o, store.Repeat{Status: rec.status, Header: rec.kept(), Body: rec.body.Bytes()}); err != nil {
		a.core.Log.ErrorContext(ctx, "idempotent answer not kept", "error", err)
	}
}

const longestKey = 255

// plainKey says whether both engines can store a key: visible ASCII, not longer than an index takes.
func plainKey(key string) bool {
	return len(key) <= longestKey && strings.IndexFunc(key, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
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

// recorder holds an answer back until it is known that it is the one to send.
type recorder struct {
	http.ResponseWriter
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (r *recorder) Header() http.Header { return r.header }

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) { r.status = status }

// Write implements http.ResponseWriter.
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }

func (r *recorder) send() {
	maps.Copy(r.ResponseWriter.Header(), r.header)
	r.ResponseWriter.WriteHeader(r.status)
	_, _ = r.ResponseWriter.Write(r.body.Bytes())
}

func (r *recorder) kept() http.Header {
	out := http.Header{}
	for _, name := range []string{"Content-Type", "Change-Id", "Etag", "Location"} {
		if v := r.header[name]; v != nil {
			out[name] = v
		}
	}
	return out
}
