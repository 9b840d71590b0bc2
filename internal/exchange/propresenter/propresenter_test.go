package propresenter

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

func rich(text string) string {
	return base64.StdEncoding.EncodeToString([]byte(`{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fnil Arial;}\f0 ` + strings.ReplaceAll(text, "|", `\par `) + "}"))
}

func box6(y int, text string) string {
	return fmt.Sprintf(`<RVTextElement displayName="Default"><RVRect3D rvXMLIvarName="position">{20 %d 0 10 10}</RVRect3D><NSString rvXMLIvarName="PlainText">eA==</NSString>`+
		`<NSString rvXMLIvarName="RTFData">%s</NSString></RVTextElement>`, y, rich(text))
}

func group6(name, id string, boxes ...string) string {
	return `<RVSlideGrouping name="` + name + `" uuid="` + id + `"><array rvXMLIvarName="slides"><RVDisplaySlide enabled="true" label="" notes=""><array rvXMLIvarName="displayElements">` +
		strings.Join(boxes, "") + `</array></RVDisplaySlide></array></RVSlideGrouping>`
}

var six = `<?xml version="1.0" encoding="utf-8"?>
<RVPresentationDocument versionNumber="600" selectedArrangementID="X2" category="Hymns" notes="slowly" CCLISongTitle="Amazing Grace" CCLIAuthor="John Newton" CCLICopyrightYear="1779" CCLISongNumber="22025">
<array rvXMLIvarName="groups">` + group6("Blank", "B") + group6("Verse 1", "V", box6(500, "how sweet the sound"), box6(20, `Amazing gr\'e2ce`)) + group6("Chorus", "C", box6(1, "My chains are gone|I\\u8217?ve been set free")) + `</array>
<array rvXMLIvarName="arrangements"><RVSongArrangement name="Short" uuid="X1"><array rvXMLIvarName="groupIDs"><NSString>C</NSString></array></RVSongArrangement>
<RVSongArrangement name="Sunday" uuid="X2"><array rvXMLIvarName="groupIDs"><NSString>v</NSString><NSString>C</NSString><NSString>C</NSString><NSString>V</NSString><NSString>B</NSString><NSString>Z</NSString></array></RVSongArrangement></array>
</RVPresentationDocument>`

var five = `<RVPresentationDocument versionNumber="500" author="Thomas Ken" CCLISongTitle="Doxology" CCLICopyrightInfo="Public Domain" CCLILicenseNumber="56204">
<groups containerClass="NSMutableArray"><RVSlideGrouping name="Verse" uuid="V"><slides containerClass="NSMutableArray"><RVDisplaySlide label=""><displayElements>
<RVTextElement displayName="Default" RTFData="` + rich("Praise God|from whom") + `"><_-RVRect3D-_position x="0" y="0"/></RVTextElement></displayElements></RVDisplaySlide></slides></RVSlideGrouping>
<RVSlideGrouping name="" uuid="W"><slides><RVDisplaySlide label=""><displayElements><RVTextElement RTFData="` + rich("Ending|Amen") + `"/></displayElements></RVDisplaySlide></slides></RVSlideGrouping></groups>
<arrangements><RVSongArrangement name="A" uuid="1"><groupIDs><NSMutableString serialization-native-value="V"/><NSMutableString serialization-native-value="V"/><NSMutableString serialization-native-value="W"/></groupIDs></RVSongArrangement></arrangements>
</RVPresentationDocument>`

var four = `<RVPresentationDocument versionNumber="400" CCLISongTitle="Four"><slides><RVDisplaySlide label="Verse 1"><displayElements><RVTextElement RTFData="` + rich("one") + `"/></displayElements></RVDisplaySlide>
<RVDisplaySlide label=""><displayElements><RVTextElement RTFData="` + rich("two") + `"/></displayElements></RVDisplaySlide><RVDisplaySlide label="Chorus 1"><displayElements><RVTextElement RTFData="%%%"/></displayElements></RVDisplaySlide></slides></RVPresentationDocument>`

func read(t *testing.T, data string) format.Song {
	t.Helper()
	result, err := Format{}.Read(format.Input{Name: "x.pro6", Data: []byte(data)})
	if err != nil || len(result.Songs) != 1 {
		t.Fatalf("%v, %d songs", err, len(result.Songs))
	}
	return result.Songs[0]
}

func TestSix(t *testing.T) {
	song := read(t, six)
	for _, want := range []string{"{title: Amazing Grace}", "{meta: author John Newton}", "{year: 1779}", "{meta: ccli 22025}", "{meta: tag Hymns}", "{meta: notes slowly}",
		"{start_of_verse: Verse 1}\nAmazing grâce\nhow sweet the sound\n{end_of_verse}", "{start_of_chorus: Chorus}\nMy chains are gone\nI’ve been set free\n{end_of_chorus}"} {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s", want, song.ChartText)
		}
	}
	if got := strings.Join(song.Sequence, " "); got != "v1 c1 c1 v1" {
		t.Errorf("order %q", got)
	}
	if len(song.Losses) != 2 {
		t.Errorf("losses %v", song.Losses)
	}
}

func TestFive(t *testing.T) {
	song := read(t, five)
	for _, want := range []string{"{meta: ccli 56204}", "{copyright: Public Domain}", "Praise God\nfrom whom\n", "{start_of_ending: Ending}\nAmen\n"} {
		if !strings.Contains(song.ChartText, want) {
			t.Errorf("no %q in\n%s", want, song.ChartText)
		}
	}
	if len(song.Sequence) != 3 {
		t.Errorf("order %q", song.Sequence)
	}
}

func TestFour(t *testing.T) {
	song := read(t, four)
	if !strings.Contains(song.ChartText, "{start_of_verse: Verse 1}\none\ntwo\n{end_of_verse}") || len(song.Losses) != 1 {
		t.Errorf("got\n%s\n%v", song.ChartText, song.Losses)
	}
}

func TestDetect(t *testing.T) {
	if (Format{}).Detect("a.pro6", "\ufeff"+six) != format.Sure || (Format{}).Detect("a.xml", "<song/>") != format.No {
		t.Error("wrong confidence")
	}
}

func TestOther(t *testing.T) {
	for _, data := range []string{"", "<song/>", "words", "<RVPresentationDocument/>"} {
		if _, err := (Format{}).Read(format.Input{Data: []byte(data)}); err == nil {
			t.Errorf("%q was read", data)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(six))
	f.Add([]byte(five))
	f.Add([]byte(four))
	f.Fuzz(func(t *testing.T, data []byte) {
		result, err := Format{}.Read(format.Input{Data: data})
		if err == nil {
			for _, s := range result.Songs {
				chart.Read(s.ChartText)
			}
		}
	})
}
