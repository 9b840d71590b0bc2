package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// lockName is the file in the data folder that a running program holds.
const lockName = "churchmusic.lock"

// lock takes the data folder for this process alone. The system frees it when the process ends, however it ends.
func lock(folder string) (release func(), err error) {
	f, err := os.OpenFile(filepath.Join(folder, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the data folder cannot be used: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		defer f.Close()
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("the data folder cannot be locked: %w", err)
		}
		return nil, fmt.Errorf("the data folder %s is in use by %s: stop that one first, or choose another folder with --data", folder, holder(f))
	}
	if err := sign(f); err != nil {
		_ = f.Close()
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}

func sign(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	text := fmt.Sprintf("process %d, started %s\n", os.Getpid(), time.Now().Format("2006-01-02 15:04:05"))
	_, err := f.WriteAt([]byte(text), 0)
	return err
}

func holder(f *os.File) string {
	text, err := io.ReadAll(io.LimitReader(f, 200))
	if who := strings.TrimSpace(string(text)); err == nil && who != "" {
		return who
	}
	return "another process"
}
