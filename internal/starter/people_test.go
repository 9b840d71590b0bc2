package starter

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Everybody credited died before this year, so that the library is free where
// copyright lasts seventy years after death.
const diedBefore = 1954

func TestEverybodyCreditedDiedBefore1954(t *testing.T) {
	died := people(t)
	credited := map[string]bool{}
	roles := []string{"lyricist", "composer", "arranger", "meta translator"}
	for _, song := range library(t) {
		for _, f := range header(t, song) {
			if !slices.Contains(roles, f.name) || nobody(f.value) {
				continue
			}
			credited[f.value] = true
			if year, known := died[f.value]; !known || year >= diedBefore {
				t.Errorf("%s: %s is not known to have died before %d", song.Name, f.value, diedBefore)
			}
		}
	}
	for name := range died {
		if !credited[name] {
			t.Errorf("people.tsv lists %s, whom no song credits", name)
		}
	}
}

// nobody says whether a credit names no person: "Anonymous", "Traditional Irish".
func nobody(credit string) bool {
	return credit == "Anonymous" || credit == "Traditional" || strings.HasPrefix(credit, "Traditional ")
}

// people reads the year in which each credited person died.
func people(t *testing.T) map[string]int {
	t.Helper()
	table, err := os.ReadFile("testdata/people.tsv")
	if err != nil {
		t.Fatal(err)
	}
	died := map[string]int{}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	for _, row := range rows[1:] {
		name, year, _ := strings.Cut(row, "\t")
		n, err := strconv.Atoi(year)
		if err != nil {
			t.Fatalf("people.tsv: %q: %v", row, err)
		}
		if _, twice := died[name]; twice {
			t.Errorf("people.tsv lists %s twice", name)
		}
		died[name] = n
	}
	return died
}
