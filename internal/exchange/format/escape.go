package format

import (
	"strings"

	"churchmusic/internal/chart"
)

// Words makes a text safe to stand as words in a ChordPro line: brackets that would be read as a chord, and markup and escapes
// that would be decoded, keep their own meaning.
func Words(s string) string {
	if !strings.ContainsAny(s, "[]<&\\\t\n\r{#") {
		return s
	}
	return escapes.Replace(s)
}

var escapes = strings.NewReplacer(
	"[", `\u005B`, "]", `\u005D`, `\u`, `\u005Cu`, "\t", " ", "\n", " ", "\r", " ",
	"&amp;", "&amp;amp;", "&lt;", "&amp;lt;", "&gt;", "&amp;gt;", "&quot;", "&amp;quot;", "&apos;", "&amp;apos;",
	"<", "&lt;",
)

// Line guards a whole ChordPro line, made of Words and chords, against being taken for a directive, a comment or half a line.
func Line(s string) string {
	s = strings.TrimRight(s, " \t")
	trimmed := strings.TrimLeft(s, " \t")
	switch {
	case strings.HasPrefix(s, "#"):
		s = `\u0023` + s[1:]
	case strings.HasPrefix(trimmed, "{") && strings.HasSuffix(s, "}"):
		s = s[:len(s)-len(trimmed)] + `\u007B` + trimmed[1:]
	}
	if strings.HasSuffix(s, `\`) {
		s = s[:len(s)-1] + `\u005C`
	}
	return s
}

// Chord is a chord in brackets, "" for none.
func Chord(name string) string {
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '[' || r == ']' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }), " ")
	if name == "" {
		return ""
	}
	return "[" + name + "]"
}

// Annotation is a remark above the words.
func Annotation(text string) string {
	text = strings.TrimSpace(strings.NewReplacer("[", "(", "]", ")", "\n", " ", "\r", " ").Replace(text))
	if text == "" {
		return ""
	}
	return "[*" + text + "]"
}

// Comment is a line that players see and nobody sings. One that only names a section would label what follows it.
func Comment(text string) string {
	if _, isLabel := chart.ParseLabel(text); isLabel {
		text = "Note: " + text
	}
	return "{comment_italic: " + value(text) + "}"
}

// value is text that may stand in a directive.
func value(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, `\u`, `\u005Cu`)), " ")
}
