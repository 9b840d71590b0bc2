package profile_test

import (
	"slices"
	"strings"
	"testing"

	"churchmusic/internal/account"
	"churchmusic/internal/fault"
	"churchmusic/internal/profile"
)

func wrongFields(err error) []string {
	names := []string{}
	if f, ok := fault.As(err); ok {
		for _, field := range f.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}

func TestDetailsAreTidied(t *testing.T) {
	d := profile.Details{Name: "  Ana   Whitfield ", Instruments: []string{"Piano", " piano", "", "Violin"}, Notes: " alto\r\n", Colour: " 210 "}
	if err := d.Normalise(); err != nil {
		t.Fatal(err)
	}
	want := profile.Details{Name: "Ana Whitfield", Kind: profile.Singer, Instruments: []string{"Piano", "Violin"}, Notes: "alto", Colour: "210"}
	if !d.Equal(want) {
		t.Fatalf("%+v", d)
	}
}

func TestEveryWrongDetailIsNamedAtOnce(t *testing.T) {
	d := profile.Details{Name: " ", Kind: "drummer", Notes: "a\x00b", Colour: "red", Instruments: []string{strings.Repeat("x", 200)},
		Display: profile.Display{Notation: "runes", Theme: "pink", TextSize: 9, Columns: 7}}
	want := []string{"name", "kind", "notes", "instruments", "colour", "display.notation", "display.theme", "display.text_size", "display.columns"}
	if got := wrongFields(d.Normalise()); !slices.Equal(got, want) {
		t.Fatalf("%v", got)
	}
}

func TestEntriesKeepTheirRules(t *testing.T) {
	for name, c := range map[string]struct {
		entry profile.Entry
		wrong []string
	}{
		"empty":          {profile.Entry{}, nil},
		"whole":          {profile.Entry{PreferredKey: "Bb", Capo: 11, Status: profile.Learning, LastLed: "2026-02-28"}, nil},
		"no key":         {profile.Entry{PreferredKey: "X"}, []string{"preferred_key"}},
		"no such fret":   {profile.Entry{Capo: 12}, []string{"capo"}},
		"no such day":    {profile.Entry{LastLed: "2026-02-30"}, []string{"last_led"}},
		"no such status": {profile.Entry{Status: "asleep"}, []string{"status"}},
		"all wrong":      {profile.Entry{PreferredKey: "?", Capo: -1, Status: "x", LastLed: "x", Notes: "\x01"}, []string{"preferred_key", "capo", "notes", "status", "last_led"}},
	} {
		if got := wrongFields(c.entry.Normalise()); !slices.Equal(got, c.wrong) {
			t.Errorf("%s: %v", name, got)
		}
	}
	e := profile.Entry{PreferredKey: "b♭ minor"}
	if err := e.Normalise(); err != nil || e.PreferredKey != "Bbm" || e.Status != profile.Ready {
		t.Errorf("%+v %v", e, err)
	}
}

func TestWhoMayEditAProfile(t *testing.T) {
	for name, c := range map[string]struct {
		who        account.Principal
		own, other bool
	}{
		"guest":  {account.Anonymous, false, false},
		"member": {account.Principal{UserID: "u", Role: account.Member, ProfileID: "own"}, true, false},
		"leader": {account.Principal{UserID: "u", Role: account.Leader, ProfileID: "own"}, true, false},
		"editor": {account.Principal{UserID: "u", Role: account.Editor}, true, true},
		"admin":  {account.System, true, true},
	} {
		if profile.MayEdit(c.who, "own") != c.own || profile.MayEdit(c.who, "other") != c.other {
			t.Errorf("%s: own %v, other %v", name, profile.MayEdit(c.who, "own"), profile.MayEdit(c.who, "other"))
		}
	}
}
