package propresenter7

import (
	"math"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

func message(parts ...[]byte) []byte {
	var all []byte
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func sub(n protowire.Number, parts ...[]byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(nil, n, protowire.BytesType), message(parts...))
}

func str(n protowire.Number, s string) []byte { return sub(n, []byte(s)) }

func num(n protowire.Number, v int) []byte {
	return protowire.AppendVarint(protowire.AppendTag(nil, n, protowire.VarintType), uint64(v))
}

func double(n protowire.Number, v float64) []byte {
	return protowire.AppendFixed64(protowire.AppendTag(nil, n, protowire.Fixed64Type), math.Float64bits(v))
}

func uuid(last string) string { return "00000000-0000-0000-0000-00000000000" + last }

func chord(at int, name string) []byte {
	return sub(13, sub(1, num(1, at), num(2, at+1)), str(7, name))
}

func element(name string, y float64, words string, chords ...[]byte) []byte {
	return sub(1, sub(1, str(2, name), sub(3, sub(1, double(1, 5), double(2, y))),
		sub(13, sub(3, chords...), str(5, `{\rtf1\ansi\ansicpg1252 `+words+`}`))))
}

func cue(id string, elements ...[]byte) []byte {
	return sub(13, sub(1, str(1, uuid(id))), sub(10, num(9, 4)), sub(10, num(9, slideAction), sub(23, sub(2, sub(1, elements...)))))
}

func group(id, name string, cues ...string) []byte {
	parts := [][]byte{sub(1, sub(1, str(1, uuid(id))), str(2, name))}
	for _, c := range cues {
		parts = append(parts, sub(2, str(1, uuid(c))))
	}
	return sub(12, parts...)
}

func arrangement(id, name string, groups ...string) []byte {
	parts := [][]byte{sub(1, str(1, uuid(id))), str(2, name)}
	for _, g := range groups {
		parts = append(parts, sub(3, str(1, uuid(g))))
	}
	return sub(11, parts...)
}

func song() []byte {
	return message(sub(1, num(1, 1)), sub(2, str(1, uuid("0"))), str(nameField, "Grace (Sunday)"), str(notesField, "slowly"), sub(selectedField, str(1, uuid("8"))),
		arrangement("7", "Short", "1"), arrangement("8", "Sunday", "1", "2", "1"), group("1", "Verse 1", "3", "4"), group("2", "Chorus", "5"),
		cue("3", element("Words", 1, `Amazing gr\'e2ce\par how sweet`, chord(0, "G"), chord(8, "D/F#"), chord(18, "Em"))), cue("4", element("Words", 1, "that saved")),
		cue("5", element("b", 9, "is all"), element("a", 1, "My song")), cue("6", element("Words", 1, "left over")),
		sub(ccliField, str(1, "John Newton"), str(3, "Amazing Grace"), num(5, 1779), num(6, 22025)), sub(musicField, str(1, "G"), str(2, "A")))
}

func TestRead(t *testing.T) {
	result, err := Format{}.Read(format.Input{Name: "a.pro", Data: song()})
	if err != nil {
		t.Fatal(err)
	}
	s := result.Songs[0]
	for _, want := range []string{"{title: Amazing Grace}", "{meta: alias Grace (Sunday)}", "{meta: author John Newton}", "{year: 1779}", "{meta: ccli 22025}", "{key: G}", "{meta: notes slowly}",
		"{start_of_verse: Verse 1}\n[G]Amazing [D/F#]grâce\nhow [Em]sweet\nthat saved\n{end_of_verse}", "{start_of_chorus: Chorus}\nMy song\nis all\n{end_of_chorus}", "left over"} {
		if !strings.Contains(s.ChartText, want) {
			t.Errorf("no %q in\n%s", want, s.ChartText)
		}
	}
	if got := strings.Join(s.Sequence, " "); got != "v1 c1 v1" {
		t.Errorf("order %q", got)
	}
	if len(s.Losses) != 2 {
		t.Errorf("losses %v", s.Losses)
	}
}

func TestEmptyFileIsASong(t *testing.T) {
	result, err := Format{}.Read(format.Input{Name: "New Song.pro"})
	if err != nil || result.Songs[0].Title != "New Song" {
		t.Errorf("%v %v", result, err)
	}
}

func TestBroken(t *testing.T) {
	if _, err := (Format{}).Read(format.Input{Data: []byte("words and nothing else")}); err == nil {
		t.Error("text was read")
	}
	whole := song()
	result, err := Format{}.Read(format.Input{Data: whole[:len(whole)-10]})
	if err != nil || len(result.Songs[0].Losses) == 0 {
		t.Errorf("%v %v", result, err)
	}
}

func TestDetect(t *testing.T) {
	f := Format{}
	if f.Detect("a.pro", string(song())) <= format.Sure || f.Detect("a.pro", "{title: x}\n[G]words") != format.No || f.Detect("a.txt", string(song())) != format.No {
		t.Error("wrong confidence")
	}
	if f.Detect("a.pro", strings.Repeat("-", 60_000)) != format.No {
		t.Error("dashes are no ids")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(song())
	f.Fuzz(func(t *testing.T, data []byte) {
		if result, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			chart.Read(result.Songs[0].ChartText)
		}
		Format{}.Detect("a.pro", string(data))
	})
}
