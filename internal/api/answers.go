package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"churchmusic/internal/account"
	"churchmusic/internal/negotiate"
	"churchmusic/internal/store"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/sync/singleflight"
)

type scope = store.Scope

func typeOf[O any]() reflect.Type { return reflect.TypeFor[O]() }

// answer is a JSON body ready to be sent, in every encoding that was asked for so far.
type answer struct {
	body        []byte
	etag        []string
	length      []string
	total, link []string
	contentType []string
	coded       [len(encodings)]variant
}

type variant struct {
	once   sync.Once
	body   []byte
	length []string
}

type encoding struct {
	name   string
	header []string
	encode func([]byte) []byte
}

// encodings in the order in which they are preferred.
var encodings = [...]encoding{
	{"zstd", []string{"zstd"}, func(b []byte) []byte {
		w, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
		return w.EncodeAll(b, nil)
	}},
	{"br", []string{"br"}, func(b []byte) []byte {
		var out bytes.Buffer
		w := brotli.NewWriterLevel(&out, 5)
		_, _ = w.Write(b)
		_ = w.Close()
		return out.Bytes()
	}},
	{"gzip", []string{"gzip"}, func(b []byte) []byte {
		var out bytes.Buffer
		w, _ := gzip.NewWriterLevel(&out, 6)
		_, _ = w.Write(b)
		_ = w.Close()
		return out.Bytes()
	}},
}

// worthCoding is the size from which a body is compressed: less would not fill one packet.
const worthCoding = 1200

func newAnswer(body []byte, version int64) *answer {
	sum := sha256.Sum256(body)
	tag := base64.RawURLEncoding.EncodeToString(sum[:9])
	if version > 0 {
		tag = strconv.FormatInt(version, 10) + "-" + tag
	}
	return &answer{body: body, etag: []string{`"` + tag + `"`}, length: []string{strconv.Itoa(len(body))}, contentType: jsonType}
}

var jsonType = []string{"application/json"}

// send writes the answer, or 304 when the asker has it.
func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h["Etag"] = a.etag
	if m := r.Header["If-None-Match"]; len(m) > 0 && holds(m, a.etag[0]) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h["Content-Type"] = a.contentType
	if a.total != nil {
		h["X-Total-Count"] = a.total
	}
	if a.link != nil {
		h["Link"] = a.link
	}
	body := a.choose(h, r)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}

func (a *answer) choose(h http.Header, r *http.Request) []byte {
	if len(a.body) >= worthCoding {
		if i := preferred(r.Header["Accept-Encoding"]); i >= 0 {
			v := &a.coded[i]
			v.once.Do(func() {
				v.body = encodings[i].encode(a.body)
				v.length = []string{strconv.Itoa(len(v.body))}
			})
			h["Content-Encoding"], h["Content-Length"] = encodings[i].header, v.length
			return v.body
		}
	}
	h["Content-Length"] = a.length
	return a.body
}

// holds says whether If-None-Match names the tag (RFC 9110, 13.1.2: weak comparison).
func holds(values []string, tag string) bool {
	if len(values) == 1 && values[0] == tag {
		return true
	}
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
			if part == tag || part == "*" {
				return true
			}
		}
	}
	return false
}

// preferred gives the index of the encoding to send, or -1 for the body as it is.
func preferred(accept []string) int {
	if len(accept) == 0 {
		return -1
	}
	name := negotiate.Encoding(strings.Join(accept, ","), encodings[0].name, encodings[1].name, encodings[2].name)
	return slices.IndexFunc(encodings[:], func(e encoding) bool { return e.name == name })
}

// produceTime bounds the making of one answer.
const produceTime = 8 * time.Second

// keptBytes bounds what is kept ready, over all scopes, before compression. An entry counts with its address, which strangers
// make as long and as many as they like.
const (
	keptBytes  = 48 << 20
	entryBytes = 512 // of an entry beside its body and its address
)

// answers keeps answers by what the database's state was when they were made. No timer: a new state makes all of them old.
type answers struct {
	mu      sync.RWMutex
	shelves map[scope]*shelf
	bytes   int // on all shelves
	asked   atomic.Uint64
	flight  singleflight.Group
}

type shelf struct {
	state   uint64
	asked   uint64 // when its state was asked for, in the order of all asking
	entries map[string]*answer
	bytes   int
}

func newAnswers() *answers { return &answers{shelves: map[scope]*shelf{}} }

func (s *answers) find(sc scope, state uint64, key string) *answer {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if f := s.shelves[sc]; f != nil && f.state == state {
		return f.entries[key]
	}
	return nil
}

// put keeps an answer of a state. One that was long in the making must not clear away what is kept of a newer state.
func (s *answers) put(sc scope, state, asked uint64, key string, a *answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.shelves[sc]; f != nil && f.state != state && f.asked > asked {
		return
	}
	cost := len(key) + len(a.body) + entryBytes
	f := s.shelf(sc, state, asked)
	if s.bytes+cost > keptBytes {
		clear(s.shelves)
		s.bytes = 0
		f = s.shelf(sc, state, asked)
	}
	f.entries[key] = a
	f.bytes += cost
	s.bytes += cost
}

// shelf gives the shelf of a scope, emptied when it held answers of another state.
func (s *answers) shelf(sc scope, state, asked uint64) *shelf {
	f := s.shelves[sc]
	if f != nil && f.state == state {
		return f
	}
	if f != nil {
		s.bytes -= f.bytes
	}
	f = &shelf{state: state, asked: asked, entries: map[string]*answer{}}
	s.shelves[sc] = f
	return f
}

func keyOf(r *http.Request, op *operation, p account.Principal) string {
	return op.keep.sharer(p) + " " + r.URL.RequestURI()
}

// sendKept answers from what is kept; it says whether it did.
func (a *API) sendKept(w http.ResponseWriter, r *http.Request, op *operation, p account.Principal) bool {
	state, err := a.core.States.State(r.Context(), op.keep.scope)
	if err != nil {
		return false // the operation itself will meet the error and say it
	}
	if ready := a.answers.find(op.keep.scope, state, keyOf(r, op, p)); ready != nil {
		ready.send(w, r)
		return true
	}
	return false
}

// produce makes an answer, once for all who ask for it at the same time, and keeps it. The state is read before the data,
// so an answer can be newer than its state says but never older.
func (s *answers) produce(ctx context.Context, a *API, op *operation, r *http.Request, load func(context.Context) (*answer, error)) (*answer, error) {
	if op.keep.scope == 0 {
		return load(ctx)
	}
	asked := s.asked.Add(1)
	state, err := a.core.States.State(ctx, op.keep.scope)
	if err != nil {
		return nil, err
	}
	key := keyOf(r, op, account.From(ctx))
	made, err, _ := s.flight.Do(strconv.FormatUint(state, 36)+" "+key, func() (any, error) {
		if ready := s.find(op.keep.scope, state, key); ready != nil {
			return ready, nil
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), produceTime) // who asked first may go; others wait
		defer cancel()
		ready, err := load(ctx)
		if err == nil {
			s.put(op.keep.scope, state, asked, key, ready)
		}
		return ready, err
	})
	if err != nil {
		return nil, err
	}
	return made.(*answer), nil
}
