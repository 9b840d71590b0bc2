package app

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/config"
	"churchmusic/internal/live"
)

// benchAPI is the whole API over a database on disk, asked by an editor.
func benchAPI(b *testing.B) func(method, path, body string) int {
	c, err := config.Load(config.Sources{Flags: map[string]string{"data": b.TempDir()}})
	if err != nil {
		b.Fatal(err)
	}
	l, err := openLibrary(b.Context(), Options{Config: c}, live.NewHub())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.close() })
	h, err := l.handler()
	if err != nil {
		b.Fatal(err)
	}
	p := &account.Principal{UserID: "u", Role: account.Editor}
	return func(method, path, body string) int {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r.WithContext(account.With(r.Context(), p)))
		return w.Code
	}
}

// BenchmarkCreateSong is durable, with its revision, and searchable at once; sixteen people save at the same time.
func BenchmarkCreateSong(b *testing.B) {
	ask := benchAPI(b)
	verse := strings.Repeat("[G]Amazing grace! How [C]sweet the [G]sound that saved a wretch like me\n", 4)
	chart := ""
	for i := range 6 {
		chart += fmt.Sprintf("{start_of_verse: Verse %d}\n%s{end_of_verse}\n\n", i+1, verse)
	}
	var n atomic.Int64
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			body := fmt.Sprintf(`{"title":"New Song %d","authors":[{"name":"Choir","role":"both"}],"tags":[{"group":"","name":"new"}],"arrangements":[{"name":"A","default":true,"default_key":"G","bpm":72,"chart_text":%q}]}`,
				n.Add(1), chart)
			if code := ask(http.MethodPost, "/api/songs", body); code != http.StatusCreated {
				b.Fatalf("status %d", code)
			}
		}
	})
}
