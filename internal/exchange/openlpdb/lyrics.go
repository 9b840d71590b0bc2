package openlpdb

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
)

// types of verses by OpenLP's letters.
var types = map[string]string{"v": "Verse", "c": "Chorus", "b": "Bridge", "p": "Pre-Chorus", "i": "Intro", "e": "Ending", "o": "Other"}

// lyrics reads the XML that OpenLP keeps in one column; very old databases have plain text there.
func lyrics(b *format.Builder, text string) {
	root, _, broken, err := markup.Parse([]byte(text), "utf-8")
	if err != nil || root.Name != "song" {
		plain(b, text)
		return
	}
	if broken != "" {
		b.Losses.Add(0, "The words of this song are damaged; what stands after the damage is lost.")
	}
	for _, v := range root.Child("lyrics").All("verse") {
		kind, label := strings.ToLower(strings.TrimSpace(v.Attr("type"))), strings.ToLower(strings.TrimSpace(v.Attr("label")))
		if len(kind) > 1 {
			kind = kind[:1]
		}
		block := format.Block{Label: types[kind], Name: kind + label}
		if block.Label != "" && label != "" {
			block.Label += " " + label
		}
		if v.Attr("lang") != "" && v.Attr("lang") != root.Attr("lang") {
			b.Losses.Add(0, "Verses in “"+v.Attr("lang")+"” stand beside the others.")
		}
		block.Lines = lines(v.String())
		b.Blocks = append(b.Blocks, block)
	}
}

func plain(b *format.Builder, text string) {
	for _, paragraph := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if words := lines(paragraph); len(words) > 0 {
			b.Blocks = append(b.Blocks, format.Block{Label: "Verse", Lines: words})
		}
	}
}

func lines(text string) []string {
	var kept []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "{br}", "\n"), "\n") {
		line = strings.TrimSpace(withoutTags(boxes.Plain(line)))
		if line == "" || strings.Trim(line, "[-]{}") == "" { // a break of slides: [---]
			continue
		}
		kept = append(kept, format.Inline(line, func(s string) string { return s }))
	}
	return kept
}

// withoutTags takes out the formatting {st}, {/it}, {su}.
func withoutTags(line string) string {
	var b strings.Builder
	for line != "" {
		open := strings.IndexByte(line, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(line[open:min(len(line), open+16)], '}')
		if end < 0 {
			b.WriteString(line[:open+1])
			line = line[open+1:]
			continue
		}
		b.WriteString(line[:open])
		if inner := strings.TrimPrefix(line[open+1:open+end], "/"); !isTag(inner) {
			b.WriteString(line[open : open+end+1])
		}
		line = line[open+end+1:]
	}
	b.WriteString(line)
	return b.String()
}

func isTag(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return false
		}
	}
	return s != "" && len(s) < 12
}
