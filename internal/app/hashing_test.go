package app

import (
	"bytes"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/account"
)

var sample = account.Derivation{Password: []byte("ladder sparrow vinegar"), Salt: []byte("0123456789abcdef"), Memory: 64, Passes: 1, Threads: 1, Size: 32}

func TestTheHelperAnswersAsTheServerWould(t *testing.T) {
	var out bytes.Buffer
	in := strings.NewReader(`{"Password":"bGFkZGVyIHNwYXJyb3cgdmluZWdhcg==","Salt":"MDEyMzQ1Njc4OWFiY2RlZg==","Memory":64,"Passes":1,"Threads":1,"Size":32}`)
	if err := HashPasswords(in, &out); err != nil || len(strings.Fields(out.String())) != 1 {
		t.Fatalf("%v %q", err, out.String())
	}
}

// script gives a helper whose program is a shell script.
func script(t *testing.T, text string) *hashHelper {
	path := filepath.Join(t.TempDir(), "helper")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	h := &hashHelper{log: slog.New(slog.NewTextHandler(io.Discard, nil)), program: path}
	t.Cleanup(h.close)
	return h
}

func TestAHelperIsStartedOnceAndEndsWithTheServer(t *testing.T) {
	h := script(t, `while read -r line; do echo '"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="'; done`)
	for range 3 {
		key, err := h.derive(t.Context(), sample)
		if err != nil || !bytes.Equal(key, make([]byte, 32)) {
			t.Fatalf("%x %v", key, err)
		}
	}
	p := h.running
	h.close()
	if p == nil || p.cmd.ProcessState == nil || h.running != nil {
		t.Error("the helper was not started once and ended")
	}
	if _, err := h.derive(t.Context(), sample); err != nil || h.running == p {
		t.Error("no other helper was started")
	}
}

func TestWithoutAHelperTheServerDoesTheWork(t *testing.T) {
	start := time.Now()
	for name, h := range map[string]*hashHelper{
		"none": {}, "missing": {log: slog.New(slog.NewTextHandler(io.Discard, nil)), program: "/nowhere/at/all"},
		"ends": script(t, "exit 3"), "babbles": script(t, "read -r line; echo hello; cat"), "short": script(t, `read -r line; echo '"AAAA"'`),
	} {
		key, err := h.derive(t.Context(), sample)
		if err != nil || !bytes.Equal(key, sample.Key()) {
			t.Errorf("%s: %x %v", name, key, err)
		}
	}
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("it took %s", took)
	}
}
