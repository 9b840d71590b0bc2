// Package pages makes songs of the text of slides and documents, which know paragraphs and no sections: labels are found in the
// words, numbers in front of paragraphs are verses, and small print becomes facts.
package pages

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/credits"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
)

// Song adds paragraphs to a song. Where it has a title already the text is all words; else the text may begin with one.
func Song(b *format.Builder, paragraphs [][]string) {
	var kept [][]string
	for _, p := range paragraphs {
		if lines := words(b, p); len(lines) > 0 {
			kept = append(kept, numbered(lines))
		}
	}
	var lines []string
	for _, p := range nameRepeated(kept) {
		lines = append(append(lines, p...), "")
	}
	d := overlyrics.Dialect{}
	if b.Facts.Get("title") != "" {
		d.Header = func([]string, *format.Builder) int { return 0 }
	}
	d.Song(lines, b)
}

// words are the lines of a paragraph without small print.
func words(b *format.Builder, paragraph []string) []string {
	kept := make([]string, 0, len(paragraph)+1)
	for _, line := range paragraph {
		line = strings.TrimRight(boxes.Plain(strings.ReplaceAll(line, "\t", "    ")), " ")
		if !credits.Line(b, line, 0) {
			kept = append(kept, line)
		}
	}
	return kept
}

// nameRepeated calls a paragraph that comes again a chorus where others have names: without one it would go on with the verse before.
func nameRepeated(paragraphs [][]string) [][]string {
	count := map[string]int{}
	named := false
	for _, p := range paragraphs {
		if _, _, ok := columns.Label(p[0]); ok {
			named = true
		} else {
			count[strings.Join(p, "\n")]++
		}
	}
	for i, p := range paragraphs {
		if named && len(p) > 1 && count[strings.Join(p, "\n")] > 1 {
			paragraphs[i] = append([]string{"Chorus"}, p...)
		}
	}
	return paragraphs
}

// numbered makes a label of the number in front of a paragraph: "2. Through many dangers" is verse 2.
func numbered(lines []string) []string {
	first := strings.TrimSpace(lines[0])
	end := 0
	for end < len(first) && first[end] >= '0' && first[end] <= '9' {
		end++
	}
	if end == 0 || end > 2 || end >= len(first) && len(lines) == 1 || first[0] == '0' {
		return lines
	}
	rest := first[end:]
	switch {
	case rest == "" || rest == "." || rest == ")":
		return append([]string{"Verse " + first[:end]}, lines[1:]...)
	case strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "):
		return append([]string{"Verse " + first[:end], strings.TrimSpace(rest[1:])}, lines[1:]...)
	}
	return lines
}
