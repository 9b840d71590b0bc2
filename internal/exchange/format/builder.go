package format

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
)

// Builder makes one song of the facts and blocks that a reader found.
type Builder struct {
	Facts  Facts
	Blocks []Block
	Order  []string // as the file gives it: names or labels; nil when the text is the order
	Losses Losses

	sections []int          // blocks that became sections, in order
	played   []int          // sections in the order of the text
	firsts   map[string]int // by kind and words: the block that has these words first
	named    map[string]int // by type and number: the section
	latest   map[string]int // by kind: the latest section
	body     strings.Builder
}

// MostBlocks is how many sections a song has at most; what comes after is one section.
const (
	longestSequence = 300
	MostBlocks      = 300
)

// Song writes the ChordPro and finds the order.
func (b *Builder) Song(in Input) Song {
	b.mergeUnlabelled()
	b.firsts, b.named, b.latest = map[string]int{}, map[string]int{}, map[string]int{}
	for i := range b.Blocks {
		b.Blocks[i].prepare()
	}
	for i := range b.Blocks {
		b.place(i)
	}
	b.resolveLater()
	b.title(in)
	text, sequence := b.ordered(b.sequence())
	return Song{Title: b.Facts.Get("title"), ChartText: text, Sequence: sequence, Losses: b.Losses}
}

// mergeUnlabelled bounds the number of sections: hostile text has a hundred thousand of them.
func (b *Builder) mergeUnlabelled() {
	if len(b.Blocks) <= MostBlocks {
		return
	}
	b.Losses.Add(b.Blocks[MostBlocks].Line, "There are more than "+strconv.Itoa(MostBlocks)+" sections; the rest of the text is one section.")
	last := &b.Blocks[MostBlocks-1]
	for _, more := range b.Blocks[MostBlocks:] {
		last.Lines = append(last.Lines, "")
		if more.Label != "" {
			last.Lines = append(last.Lines, Comment(more.Label))
		}
		last.Lines = append(last.Lines, more.Lines...)
	}
	b.Blocks = b.Blocks[:MostBlocks]
}

// place writes a block, or files it as a repeat of an earlier one.
func (b *Builder) place(i int) {
	block := &b.Blocks[i]
	if !block.Has() {
		b.bare(i)
		return
	}
	key := block.kind() + "\x00" + block.words
	if first, ok := b.firsts[key]; ok && b.Blocks[first].same(block) {
		b.recall(i, first)
		return
	} else if !ok {
		b.firsts[key] = i
	}
	block.at = i
	b.sections = append(b.sections, i)
	for range block.label.Repeat {
		b.played = append(b.played, i)
	}
	if _, taken := b.named[block.name()]; !taken {
		b.named[block.name()] = i
	}
	b.latest[block.kind()] = i
	b.write(block)
}

// bare files a label without words: "as before".
func (b *Builder) bare(i int) {
	block := &b.Blocks[i]
	target, ok := b.before(block)
	if block.Label != "" && ok {
		b.recall(i, target)
		return
	}
	if block.Label == "" {
		b.note(block)
		return
	}
	b.note(block)
	b.played = append(b.played, -1-i) // perhaps its words come later
}

func (b *Builder) before(block *Block) (int, bool) {
	if at, ok := b.named[block.name()]; ok {
		return at, true
	}
	if block.known && block.label.Number == 0 && block.label.Type != chart.Verse {
		at, ok := b.latest[block.kind()]
		return at, ok
	}
	return 0, false
}

// note keeps the comments of a block without words.
func (b *Builder) note(block *Block) {
	for _, line := range block.Lines {
		if line != "" {
			b.body.WriteString(line + "\n\n")
		}
	}
}

// recall plays an earlier block again. Only a chorus can be recalled within ChordPro; the others stand in the flow.
func (b *Builder) recall(i, target int) {
	block := &b.Blocks[i]
	block.at = b.Blocks[target].at
	if _, taken := b.named[block.name()]; !taken {
		b.named[block.name()] = block.at
	}
	for range block.label.Repeat {
		b.played = append(b.played, block.at)
	}
	b.note(&Block{Lines: comments(block.Lines)})
	if block.kind() == string(chart.Chorus) && b.latest[block.kind()] == block.at {
		b.body.WriteString(strings.Repeat("{chorus}\n\n", block.label.Repeat))
	}
}

func comments(lines []string) []string {
	kept := make([]string, 0, 2)
	for _, line := range lines {
		if isComment(line) {
			kept = append(kept, line)
		}
	}
	return kept
}

// resolveLater gives labels without words the section that came after them.
func (b *Builder) resolveLater() {
	kept := b.played[:0]
	for _, at := range b.played {
		if at < 0 {
			block := &b.Blocks[-1-at]
			target, ok := b.before(block)
			if !ok {
				b.Losses.Add(block.Line, "“"+block.Label+"” has no words here and none elsewhere; it was left out.")
				continue
			}
			block.at, at = target, target
		}
		kept = append(kept, at)
	}
	b.played = kept
}

// title makes sure that there is one.
func (b *Builder) title(in Input) {
	if b.Facts.Get("title") != "" {
		return
	}
	title, from := in.Stem(), "the name of the file"
	if title == "" {
		title, from = b.firstLine(), "its first line"
	}
	if title == "" {
		title = "Untitled"
	}
	b.Losses.Add(0, "The file gives no title; it was taken from "+from+".")
	b.Facts = append(Facts{{Name: "title", Value: title}}, b.Facts...)
}

func (b *Builder) firstLine() string {
	for i := range b.Blocks {
		for _, line := range b.Blocks[i].Lines {
			if text := strings.TrimSpace(withoutChords(line)); text != "" && !isComment(line) {
				return strings.TrimRight(text, ".,;:!?")
			}
		}
	}
	return ""
}

func number(n int) string { return strconv.Itoa(n) }
