package format

import (
	"strings"

	"churchmusic/internal/music"
)

// Inline is a line of words that may hold chords in brackets, as ChordPro: what is no chord is a remark,
// which nobody sings.
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

// longestRemark is how much a bracket may hold and still be a remark; more is words.
const longestRemark = 60

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
	if note, rest, ok := music.ParseNote(text); ok && !strings.Contains(rest, " ") && (note.Alter != 0 || len(rest) < 8) {
		return Chord(text)
	}
	if len(text) > longestRemark {
		return Words("[" + inner + "]")
	}
	return Annotation(text)
}
