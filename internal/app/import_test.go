package app

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/config"
	"churchmusic/internal/live"
	"churchmusic/internal/song"
)

// shelf is a data folder with files to take in.
type shelf struct {
	*testing.T
	folder string
	o      Options
	out    bytes.Buffer
}

func newShelf(t *testing.T) *shelf {
	s := &shelf{T: t, folder: t.TempDir()}
	s.o = Options{Config: &config.Config{Data: filepath.Join(s.folder, "data")}, Out: &s.out, Log: slog.New(slog.DiscardHandler)}
	return s
}

func (s *shelf) file(name, text string) string {
	s.Helper()
	path := filepath.Join(s.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
	return path
}

// take imports and gives what was told.
func (s *shelf) take(how song.Import, paths ...string) string {
	s.Helper()
	s.out.Reset()
	if err := Import(s.Context(), s.o, paths, how); err != nil {
		s.Fatal(err, s.out.String())
	}
	return s.out.String()
}

func (s *shelf) songs() []song.Song {
	s.Helper()
	l, err := openLibrary(s.Context(), s.o, live.NewHub())
	if err != nil {
		s.Fatal(err)
	}
	defer l.close()
	ctx := account.With(context.Background(), &account.System)
	page, err := l.songs.List(ctx, song.Filter{})
	if err != nil {
		s.Fatal(err)
	}
	out := make([]song.Song, len(page.Songs))
	for i, each := range page.Songs {
		if out[i], err = l.songs.Get(ctx, each.ID); err != nil {
			s.Fatal(err)
		}
	}
	return out
}

const river = `{title: By the River}
{subtitle: Tune: Slow Water}
{lyricist: Ann Example}
{composer: Ben Example}
{meta: translator Cleo Example}
{key: D}
{capo: 2}
{time: 6/8}
{tempo: 72}
{copyright: Public Domain}
{year: c. 1890}
{meta: ccli 1234567}
{meta: metre 8.8.8.8}
{meta: theme Rest}
{meta: topic Water}
{meta: scripture Ps 23:1, 4; Jn 4:14}
{meta: alias Still Waters}
{meta: language en}

{start_of_verse: Verse 1}
[D]Down by the [G]river I [D]rest
{end_of_verse}
`

func TestAnImportFillsTheFields(t *testing.T) {
	s := newShelf(t)
	told := s.take(song.Import{}, s.file("river.cho", river))
	if !strings.Contains(told, "added    By the River") || !strings.Contains(told, "1 songs read: 1 added") {
		t.Error(told)
	}
	got := s.songs()[0]
	a := got.Arrangements[0]
	if got.Tune != "Slow Water" || got.Byline() != "Ann Example, Ben Example" || len(got.Authors) != 3 || got.Authors[2].Role != song.Translation ||
		got.Year != 1890 || !got.PublicDomain || got.CCLISongNumber != "1234567" || got.Language != "en" || len(got.Tags) != 3 ||
		strings.Join(got.Scripture, "|") != "Ps 23:1, 4|Jn 4:14" || got.Aliases[0] != "Still Waters" || got.Visibility != song.Members {
		t.Errorf("%+v", got.Details)
	}
	if a.ChartText != river || a.Key != "E" || a.KeyWritten != "D" || a.BPM != 72 || a.Meter != "6/8" {
		t.Errorf("%+v", a)
	}
}

func TestWhatIsThereIsSkippedOrUpdated(t *testing.T) {
	s := newShelf(t)
	path := s.file("river.cho", river)
	s.take(song.Import{}, path)
	if told := s.take(song.Import{}, path); !strings.Contains(told, "1 skipped") || !strings.Contains(told, "same ccli") {
		t.Error(told)
	}
	if told := s.take(song.Import{Update: true}, path); !strings.Contains(told, "1 skipped") || !strings.Contains(told, "nothing is new") {
		t.Error(told)
	}
	s.file("river.cho", strings.Replace(river, "rest\n", "rest and sing\n", 1))
	if told := s.take(song.Import{Update: true}, path); !strings.Contains(told, "1 updated") {
		t.Error(told)
	}
	other := strings.NewReplacer("{meta: ccli 1234567}\n", "", "Slow Water", "Fast Water").Replace(river)
	same := strings.NewReplacer("{meta: ccli 1234567}\n", "", "By the River", "BY THE RIVER!", "rest\n", "rest and sing\n").Replace(river)
	told := s.take(song.Import{}, s.file("other.cho", other), s.file("same.cho", same))
	if !strings.Contains(told, "2 songs read: 1 added, 0 updated, 1 skipped") {
		t.Error(told)
	}
	if n := len(s.songs()); n != 2 {
		t.Errorf("%d songs", n)
	}
}

func TestFilesOfAnyEncodingAndBooks(t *testing.T) {
	s := newShelf(t)
	told := s.take(song.Import{},
		s.file("bom.cho", "\ufeff{title: Mit Zeichen}\nGroßer Gott\n"),
		s.file("latin.cho", "{title: Caf\xe9}\nna\xefve \x96 \x93word\x94\n"),
		s.file("untitled_song.cho", "[C]la la\n"),
		s.file("book.cho", "{title: One}\nfirst\n{new_song}\n{title: Two}\nsecond\n"))
	if !strings.Contains(told, "5 songs read: 5 added") {
		t.Error(told)
	}
	var titles []string
	for _, each := range s.songs() {
		titles = append(titles, each.Title)
	}
	if got := strings.Join(titles, "|"); got != "Café|Mit Zeichen|One|Two|untitled song" {
		t.Error(got)
	}
}

func TestWhatCannotBeStoredStopsNothingElse(t *testing.T) {
	s := newShelf(t)
	err := Import(s.Context(), s.o, []string{s.file("bad.cho", "{title: Bad}\n\x00\n"), s.file("good.cho", "{title: Good}\nwords\n")}, song.Import{})
	if err == nil || !strings.Contains(s.out.String(), "2 songs read: 1 added, 0 updated, 0 skipped, 1 refused") || len(s.songs()) != 1 {
		t.Errorf("%v\n%s", err, s.out.String())
	}
	if err := Import(s.Context(), s.o, []string{s.folder + "/nothing"}, song.Import{}); err == nil {
		t.Error("a missing path is no error")
	}
}

func TestAnExportIsTakenInAgainAsItWas(t *testing.T) {
	s := newShelf(t)
	s.take(song.Import{}, s.file("river.cho", river), s.file("b.cho", "{title: Ärger / Haus: 1}\n{meta: default_key Bb}\n[C]words\n"))
	before := s.songs()
	out := filepath.Join(s.folder, "out")
	if err := Export(s.Context(), s.o, out); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "arger-haus-1.cho")); err != nil {
		t.Error(err)
	}
	s.o.Config.Data = filepath.Join(s.folder, "other")
	s.take(song.Import{}, out)
	after := s.songs()
	for i := range before {
		b, a := before[i], after[i]
		b.Arrangements[0].ID, b.Arrangements[0].ChartText = a.Arrangements[0].ID, a.Arrangements[0].ChartText
		if !b.Same(&a) || b.Arrangements[0].Key != a.Arrangements[0].Key {
			t.Errorf("%+v\n%+v", b, a)
		}
	}
}

func TestTheStarterIsLoadedOnce(t *testing.T) {
	s := newShelf(t)
	l, err := openLibrary(t.Context(), s.o, live.NewHub())
	if err != nil {
		t.Fatal(err)
	}
	defer l.close()
	first, err := l.loadStarter(t.Context())
	if err != nil || first < 60 {
		t.Fatalf("%d songs, %v", first, err)
	}
	if again, err := l.loadStarter(t.Context()); err != nil || again != 0 {
		t.Fatalf("%d songs, %v", again, err)
	}
	page, err := l.songs.List(account.With(t.Context(), &account.Anonymous), song.Filter{})
	if err != nil || len(page.Songs) != first {
		t.Fatalf("a visitor sees %d, %v", len(page.Songs), err)
	}
	for _, each := range page.Songs {
		if each.Key == "" || each.BPM == 0 || each.Meter == "" || each.Byline == "" {
			t.Errorf("%+v", each)
		}
	}
}
