package powerpraise

import (
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

const sample = `<?xml version="1.0" encoding="ISO-8859-1"?>
<ppl version="3.0"><general><title>Gro` + "\xdf" + `er Gott</title><category>Lob</category><language>Deutsch</language></general>
<songtext><part caption="Teil 1"><slide mainsize="42" backgroundnr="0"><line>Gro` + "\xdf" + `er [D]Gott, wir loben dich</line><translation>Holy God</translation></slide><slide><line>Herr, wir preisen</line></slide></part>
<part caption="Refrain"><slide><line>deine St` + "\xe4" + `rke</line></slide></part><part caption="Leer"/></songtext>
<order><item>Refrain</item><item>Teil 1</item><item>Refrain</item></order>
<information><copyright><position>lastslide</position><text><line>Text: Ignaz Franz</line><line>Public Domain</line></text></copyright><source><position>firstslide</position><text><line>Gotteslob 380</line></text></source></information>
<formatting/></ppl>`

func TestRead(t *testing.T) {
	result, err := Format{}.Read(format.Input{Data: []byte(sample)})
	if err != nil {
		t.Fatal(err)
	}
	song := result.Songs[0]
	for _, want := range []string{"{title: Großer Gott}", "{lyricist: Ignaz Franz}", "{copyright: Public Domain}", "songbook Gotteslob 380", "tag Lob",
		"{start_of_verse: Verse 1}\nGroßer [D]Gott, wir loben dich\n{comment_italic: Holy God}\nHerr, wir preisen\n{end_of_verse}", "deine Stärke"} {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s", want, song.ChartText)
		}
	}
	if got := strings.Join(song.Sequence, " "); got != "c1 v1 c1" {
		t.Errorf("order %q", got)
	}
}

func TestOther(t *testing.T) {
	if _, err := (Format{}).Read(format.Input{Data: []byte("<song/>")}); err == nil {
		t.Error("a song of another program was read")
	}
	if (Format{}).Detect("x", sample) != format.Sure {
		t.Error("not detected")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Fuzz(func(t *testing.T, data []byte) {
		if result, err := (Format{}).Read(format.Input{Data: data}); err == nil {
			chart.Read(result.Songs[0].ChartText)
		}
	})
}
