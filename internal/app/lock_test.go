package app

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestOneProcessHoldsTheDataFolder(t *testing.T) {
	folder := t.TempDir()
	release, err := lock(folder)
	if err != nil {
		t.Fatal(err)
	}
	_, err = lock(folder)
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("process %d, started 2", os.Getpid())) {
		t.Fatalf("the second one got %v", err)
	}
	release()
	again, err := lock(folder)
	if err != nil {
		t.Fatal(err)
	}
	again()
}

func TestLockNeedsAFolder(t *testing.T) {
	if _, err := lock(t.TempDir() + "/missing"); err == nil {
		t.Fatal("locked a folder that is not there")
	}
}
