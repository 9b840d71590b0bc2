// Command precompress puts the brotli, zstd and gzip forms of every page file beside it, as small as they get, so that the
// server never compresses a page.
package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var worth = []string{".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".txt", ".map", ".wasm", ".ttf"}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: precompress FOLDER")
		os.Exit(2)
	}
	if err := filepath.WalkDir(os.Args[1], visit); err != nil {
		fmt.Fprintln(os.Stderr, "precompress:", err)
		os.Exit(1)
	}
}

func visit(name string, d fs.DirEntry, err error) error {
	if err != nil || d.IsDir() || !slices.Contains(worth, filepath.Ext(name)) {
		return err
	}
	plain, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for suffix, open := range map[string]func(io.Writer) (io.WriteCloser, error){".br": openBrotli, ".zst": openZstd, ".gz": openGzip} {
		small, err := compress(plain, open)
		if err != nil {
			return fmt.Errorf("%s%s: %w", name, suffix, err)
		}
		if len(small) >= len(plain)*9/10 {
			continue
		}
		if err := os.WriteFile(name+suffix, small, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func compress(plain []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func openBrotli(w io.Writer) (io.WriteCloser, error) {
	return brotli.NewWriterLevel(w, brotli.BestCompression), nil
}

func openZstd(w io.Writer) (io.WriteCloser, error) {
	return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
}

func openGzip(w io.Writer) (io.WriteCloser, error) {
	return gzip.NewWriterLevel(w, gzip.BestCompression)
}
