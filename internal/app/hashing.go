package app

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
	"time"

	"churchmusic/internal/account"
)

// HashCommand is the hidden subcommand that a server starts to hash passwords.
const HashCommand = "hash-passwords"

const (
	hashIdle     = 2 * time.Second // after which the helper ends and gives its memory back
	hashPatience = 5 * time.Second // for one answer, many times what it takes
	hashNice     = 5               // how far the helper stands behind the server when both want a core
)

// hashHelper hashes passwords in a process of its own, which runs behind the server on one core. In the server itself the
// 46 MiB of each hash would double its memory and stop its other work to collect them. The helper is started when
// it is needed; where that is impossible, the server does the work.
type hashHelper struct {
	log     *slog.Logger
	program string

	mu      sync.Mutex
	running *hashProcess
	rest    *time.Timer
}

type hashProcess struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out io.ReadCloser
}

// OwnProgram names this very program, also after an upgrade replaced its file.
func OwnProgram() string {
	if _, err := os.Stat("/proc/self/exe"); err == nil {
		return "/proc/self/exe"
	}
	path, err := os.Executable()
	if err != nil {
		return os.Args[0]
	}
	return path
}

// derive is an account.Deriver. Without a program it does the work here.
func (h *hashHelper) derive(_ context.Context, d account.Derivation) ([]byte, error) {
	if h.program == "" {
		return d.Key(), nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	key, err := h.ask(d)
	if err == nil {
		return key, nil
	}
	h.end()
	h.log.Warn("the helper that hashes passwords failed; the server does it", "error", err)
	return d.Key(), nil
}

func (h *hashHelper) ask(d account.Derivation) (key []byte, err error) {
	if h.running == nil {
		p, err := h.start()
		if err != nil {
			return nil, err
		}
		h.running, h.rest = p, time.AfterFunc(hashIdle, h.close)
	}
	h.rest.Reset(hashIdle)
	p := h.running
	stuck := time.AfterFunc(hashPatience, func() { _ = p.cmd.Process.Kill() })
	defer stuck.Stop()
	if err := json.NewEncoder(p.in).Encode(d); err != nil {
		return nil, err
	}
	if err := json.NewDecoder(p.out).Decode(&key); err != nil {
		return nil, err
	}
	if len(key) != int(d.Size) {
		return nil, fmt.Errorf("the helper answered %d bytes instead of %d", len(key), d.Size)
	}
	return key, nil
}

func (h *hashHelper) start() (*hashProcess, error) {
	p := &hashProcess{cmd: exec.Command(h.program, HashCommand)}
	p.cmd.Env = []string{"GOMAXPROCS=1"}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl+C is for the server, which ends its helper
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if p.out, err = p.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return p, p.cmd.Start()
}

// close ends the helper. The next hash starts another.
func (h *hashHelper) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.end()
}

func (h *hashHelper) end() {
	p := h.running
	if p == nil {
		return
	}
	h.running = nil
	h.rest.Stop()
	_ = p.in.Close()
	late := time.AfterFunc(time.Second, func() { _ = p.cmd.Process.Kill() })
	_ = p.cmd.Wait()
	late.Stop()
}

// HashPasswords is the helper: it answers each derivation that it reads with its key, until there is no more to read.
func HashPasswords(in io.Reader, out io.Writer) error {
	_ = syscall.Setpriority(syscall.PRIO_PGRP, 0, hashNice) // all threads; without it everything works, only less politely
	requests, answers := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var d account.Derivation
		if err := requests.Decode(&d); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := answers.Encode(d.Key()); err != nil {
			return err
		}
		runtime.GC() // the next hash takes the memory of this one
	}
}
