package credits

import (
	"testing"

	"churchmusic/internal/exchange/format"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ line, fact, value string }{
		{"CCLI Song # 22025", "ccli", "22025"}, {"CCLI-Liednummer 22025", "ccli", "22025"}, {"© 1779 Somebody", "copyright", "© 1779 Somebody"},
		{"Text: Ignaz Franz", "lyricist", "Ignaz Franz"}, {"Words and Music by John Newton", "author", "John Newton"}, {"Public Domain", "copyright", "Public Domain"},
		{"Musik: Peter Ritter", "composer", "Peter Ritter"},
	} {
		b := &format.Builder{}
		if !Line(b, c.line, 1) || b.Facts.Get(c.fact) != c.value {
			t.Errorf("%q gave %v", c.line, b.Facts)
		}
	}
}

func TestWordsAreNoCredits(t *testing.T) {
	for _, line := range []string{"", "Saved by grace", "Lord: hear us", "Song of songs: sing", "CCLI", "This is amazing grace"} {
		b := &format.Builder{}
		if Line(b, line, 1) {
			t.Errorf("%q was taken: %v", line, b.Facts)
		}
	}
}

func TestLicenceNumberIsNotTheSongs(t *testing.T) {
	b := &format.Builder{}
	if !Line(b, "CCLI License # 1234", 1) || b.Facts.Get("ccli") != "" || len(b.Losses) != 1 {
		t.Errorf("%v %v", b.Facts, b.Losses)
	}
}
