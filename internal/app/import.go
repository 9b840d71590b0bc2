package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/chart"
	"churchmusic/internal/live"
	"churchmusic/internal/song"
	"churchmusic/internal/starter"
)

// chordProFiles are the endings of ChordPro files; a file that is named itself may have any.
var chordProFiles = []string{".cho", ".crd", ".chopro", ".chord", ".chordpro", ".pro"}

// largestFile bounds a file of songs, in bytes.
const largestFile = 50 << 20

// Import takes ChordPro files, and those in folders, into the library as one change and tells what became of each song.
func Import(ctx context.Context, o Options, paths []string, how song.Import) error {
	files, err := songFiles(paths)
	if err != nil {
		return err
	}
	sources, failed := readSources(files)
	l, err := openLibrary(ctx, o, live.NewHub())
	if err != nil {
		return err
	}
	ctx = account.With(ctx, &account.System)
	outcomes, _, err := l.songs.Import(ctx, sources, how)
	if err = errors.Join(err, l.close()); err != nil {
		return err
	}
	return report(o, append(failed, outcomes...))
}

// songFiles gives the files that paths name, folders with everything below them.
func songFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		err = filepath.WalkDir(path, func(each string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() && slices.Contains(chordProFiles, strings.ToLower(filepath.Ext(each))) {
				files = append(files, each)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no song files there: they end in %s", strings.Join(chordProFiles, " "))
	}
	return files, nil
}

func readSources(files []string) (sources []song.Source, failed []song.Outcome) {
	for _, file := range files {
		text, err := readText(file)
		if err != nil {
			failed = append(failed, song.Outcome{Name: file, Result: song.Refused, Why: err.Error()})
			continue
		}
		for _, c := range chart.ReadBook(text) {
			sources = append(sources, song.Source{Name: file, Song: song.FromChordPro(chart.Write(c))})
		}
	}
	return sources, failed
}

func readText(file string) (string, error) {
	info, err := os.Stat(file)
	if err != nil {
		return "", err
	}
	if info.Size() > largestFile {
		return "", fmt.Errorf("larger than %d MiB", largestFile>>20)
	}
	b, err := os.ReadFile(file)
	return decoded(b), err
}

// decoded takes UTF-8, with or without its mark, for what it is, and everything else for Windows-1252.
func decoded(b []byte) string {
	text := strings.TrimPrefix(string(b), "\ufeff")
	if utf8.ValidString(text) {
		return text
	}
	text, _ = charmap.Windows1252.NewDecoder().String(text) // it has a letter for every byte
	return text
}

func report(o Options, outcomes []song.Outcome) error {
	counts := map[song.Result]int{}
	for _, each := range outcomes {
		counts[each.Result]++
		line := fmt.Sprintf("%-8s %s", each.Result, each.Title)
		if each.Title == "" {
			line = fmt.Sprintf("%-8s %s", each.Result, each.Name)
		}
		if each.Why != "" {
			line += ": " + each.Why + " (" + filepath.Base(each.Name) + ")"
		}
		if _, err := fmt.Fprintln(o.Out, line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(o.Out, "\n%d songs read: %d added, %d updated, %d skipped, %d refused\n", len(outcomes),
		counts[song.Added], counts[song.Updated], counts[song.Skipped], counts[song.Refused])
	if err == nil && counts[song.Refused] > 0 {
		err = fmt.Errorf("%d songs were not taken in", counts[song.Refused])
	}
	return err
}

// Export writes every arrangement of every song as a ChordPro file into a folder.
func Export(ctx context.Context, o Options, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	l, err := openLibrary(ctx, o, live.NewHub())
	if err != nil {
		return err
	}
	n, err := l.export(account.With(ctx, &account.System), folder)
	if err = errors.Join(err, l.close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(o.Out, "%d files written to %s\n", n, folder)
	return err
}

func (l *library) export(ctx context.Context, folder string) (int, error) {
	page, err := l.songs.List(ctx, song.Filter{})
	if err != nil {
		return 0, err
	}
	taken := map[string]bool{}
	for _, each := range page.Songs {
		s, err := l.songs.Get(ctx, each.ID)
		if err != nil {
			return 0, err
		}
		for i := range s.Arrangements {
			name := fileName(&s, &s.Arrangements[i], taken)
			if err := os.WriteFile(filepath.Join(folder, name), []byte(song.ToChordPro(&s, &s.Arrangements[i])), 0o644); err != nil {
				return 0, err
			}
		}
	}
	return len(taken), nil
}

// loadStarter fills a library that has never had a song with the starter songs, for everybody to see.
func (l *library) loadStarter(ctx context.Context) (int, error) {
	ctx = audit.With(account.With(ctx, &account.System), &audit.Act{ChangeID: l.ids.Next(), Actor: audit.Actor{}})
	return l.songs.Start(ctx, func() ([]song.Song, error) {
		files, err := starter.Songs()
		songs := make([]song.Song, len(files))
		for i, f := range files {
			songs[i] = song.FromChordPro(f.Text)
			songs[i].Visibility = song.Public
		}
		return songs, err
	})
}
