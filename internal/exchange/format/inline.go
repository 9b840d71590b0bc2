package format

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// Inline is a line of words that may hold chords in brackets, as ChordPro: brackets around anything but a chord, a remark or a
// direction are words.
func Inline(line string, spell func(string) string) string {
	var b strings.Builder
	for line != "" {
		open := strings.IndexByte(line, '[')
		if open < 0 {
			break
		}
		inner, rest, found := strings.Cut(line[open+1:], "]")
		if !found {
			break
		}
		b.WriteString(Words(line[:open]))
		b.WriteString(bracket(inner, spell))
		line = rest
	}
	b.WriteString(Words(line))
	return Line(b.String())
}

// bracket says what one bracket is.
func bracket(inner string, spell func(string) string) string {
	text := strings.TrimSpace(inner)
	if note, ok := strings.CutPrefix(text, "*"); ok {
		return Annotation(note)
	}
	if spelled := spell(text); spelled != text {
		return Chord(spelled)
	}
	if _, ok := music.ParseChord(text); ok {
		return Chord(text)
	}
	if _, ok := chart.ParseLabel(text); ok {
		return Annotation(text)
	}
	if note, rest, ok := music.ParseNote(text); ok && !strings.Contains(rest, " ") && (note.Alter != 0 || len(rest) < 8) {
		return Chord(text)
	}
	if text == "" {
		return ""
	}
	return Words("[" + inner + "]")
}
