package httpd

import (
	"crypto/sha256"
	"encoding/base64"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"

	"churchmusic/internal/negotiate"
)

// encodings are the precompressed forms of a page that the build leaves beside it, the best first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"zstd", ".zst"}, {"gzip", ".gz"}}

var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
	".ico": "image/x-icon", ".webp": "image/webp", ".jpg": "image/jpeg", ".woff2": "font/woff2", ".ttf": "font/ttf",
	".txt": "text/plain; charset=utf-8", ".map": "application/json", ".wasm": "application/wasm",
}

var (
	immutable  = []string{"public, max-age=31536000, immutable"}
	revalidate = []string{"no-cache"}
	byEncoding = []string{"Accept-Encoding"}
)

// page is one file of the build with the forms it can be sent in.
type page struct {
	contentType []string
	cache       []string
	offered     []string               // encodings that exist, the best first
	forms       map[string]func() form // by encoding, "" as it is; read at the first request
}

type form struct {
	body     []byte
	etag     []string
	length   []string
	encoding []string
	err      error
}

// pages answers with the built files, and with index.html where a person navigates inside the application.
type pages struct {
	files map[string]*page // by URL path
	index *page
}

func (s *Server) newPages(built fs.FS) http.Handler {
	p := &pages{files: map[string]*page{}}
	if built != nil {
		if err := fs.WalkDir(built, ".", p.add(built)); err != nil {
			s.log.Error("the pages cannot be read", "error", err)
		}
	}
	p.index = p.files["/index.html"]
	p.files["/"] = p.index
	return p
}

func (p *pages) add(built fs.FS) fs.WalkDirFunc {
	return func(name string, d fs.DirEntry, err error) error {
		kind, known := contentTypes[path.Ext(name)]
		if err != nil || d.IsDir() || !known {
			return err
		}
		p.files["/"+name] = newPage(built, name, kind)
		return nil
	}
}

func newPage(built fs.FS, name, kind string) *page {
	p := &page{contentType: []string{kind}, cache: revalidate, forms: map[string]func() form{}}
	if strings.HasPrefix(name, "assets/") {
		p.cache = immutable // the build puts a hash of the content into these names
	}
	p.forms[""] = sync.OnceValue(func() form { return readForm(built, name, "") })
	for _, e := range encodings {
		file := name + e.suffix
		if _, err := fs.Stat(built, file); err == nil {
			p.offered = append(p.offered, e.name)
			p.forms[e.name] = sync.OnceValue(func() form { return readForm(built, file, e.name) })
		}
	}
	return p
}

func readForm(built fs.FS, file, encoding string) form {
	body, err := fs.ReadFile(built, file)
	if err != nil {
		return form{err: err}
	}
	sum := sha256.Sum256(body)
	f := form{
		body:   body,
		etag:   []string{`"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`},
		length: []string{strconv.Itoa(len(body))},
	}
	if encoding != "" {
		f.encoding = []string{encoding}
	}
	return f
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	routed(w, "page")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		problem(w, http.StatusMethodNotAllowed, "", "")
		return
	}
	if p.index == nil {
		later(w, 60, "The web pages were not built into this program. Build it with: make build")
		return
	}
	found := p.files[r.URL.Path]
	if found == nil && navigates(r) {
		found = p.index
	}
	if found == nil {
		problem(w, http.StatusNotFound, "not_found", "There is no such page or file.")
		return
	}
	found.send(w, r)
}

// navigates says whether a person goes to a screen: a missing script or picture must be a 404, not a page.
func navigates(r *http.Request) bool {
	if _, file := contentTypes[path.Ext(r.URL.Path)]; file || strings.HasPrefix(r.URL.Path, "/assets/") {
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" || strings.Contains(r.Header.Get("Accept"), "text/html")
}

func (p *page) send(w http.ResponseWriter, r *http.Request) {
	f := p.forms[negotiate.Encoding(strings.Join(r.Header["Accept-Encoding"], ","), p.offered...)]()
	if f.err != nil {
		problem(w, http.StatusInternalServerError, "", "")
		return
	}
	h := w.Header()
	h["Cache-Control"], h["Etag"], h["Vary"] = p.cache, f.etag, byEncoding
	if matches(r.Header["If-None-Match"], f.etag[0]) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h["Content-Type"], h["Content-Length"] = p.contentType, f.length
	if f.encoding != nil {
		h["Content-Encoding"] = f.encoding
	}
	if r.Method != http.MethodHead {
		_, _ = w.Write(f.body)
	}
}

func matches(given []string, etag string) bool {
	for _, line := range given {
		for rest := line; rest != ""; {
			var one string
			one, rest, _ = strings.Cut(rest, ",")
			one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
			if one == etag || one == "*" {
				return true
			}
		}
	}
	return false
}
