package overlyrics

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// nameParagraphs makes verses of a text without any label; a paragraph that comes again is its chorus.
func (r *reader) nameParagraphs() {
	if len(r.out.Blocks) > format.MostBlocks {
		return
	}
	count := map[string]int{}
	prints := make([]string, len(r.out.Blocks))
	for i := range r.out.Blocks {
		if b := &r.out.Blocks[i]; b.Label == "" && !b.Tab {
			prints[i] = wordsOf(b)
			count[prints[i]]++
		}
	}
	delete(count, "")
	for i, words := range prints {
		switch {
		case words == "":
		case count[words] > 1:
			r.out.Blocks[i].Label = "Chorus"
		default:
			r.out.Blocks[i].Label = "Verse"
		}
	}
	if len(count) > 0 {
		r.out.Losses.Add(0, "The text names no sections, or not all: paragraphs without a name became verses, and what comes again the chorus.")
	}
}

// wordsOf is the words of a block without chords and remarks, by which the same words are known again; "" for a block that is
// only played.
func wordsOf(b *format.Block) string {
	var words strings.Builder
	for _, line := range b.Lines {
		if strings.HasPrefix(line, "{comment") {
			continue
		}
		for line != "" {
			text, rest, _ := strings.Cut(line, "[")
			words.WriteString(text)
			_, line, _ = strings.Cut(rest, "]")
		}
		words.WriteByte('\n')
	}
	if !strings.ContainsFunc(words.String(), func(r rune) bool { return r > ' ' && r != '|' && r != '/' }) {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(words.String()), " "))
}
