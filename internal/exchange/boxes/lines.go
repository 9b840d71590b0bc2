package boxes

import (
	"sort"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"churchmusic/internal/exchange/format"
)

// Lines gives a box's text as ChordPro lines, without blank ones.
func Lines(text string, marks []Mark) []string {
	marks = append([]Mark(nil), marks...)
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].At < marks[j].At })
	lines := make([]string, 0, 8)
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		end := at + units(line)
		own := marks
		for len(marks) > 0 && marks[0].At <= end {
			marks = marks[1:]
		}
		if written := place(line, own[:len(own)-len(marks)], at); written != "" {
			lines = append(lines, written)
		}
		at = end + 1
	}
	return withRest(lines, marks)
}

// withRest keeps chords that stand past the end of the text.
func withRest(lines []string, marks []Mark) []string {
	rest := ""
	for _, m := range marks {
		rest += format.Chord(m.Chord)
	}
	if rest == "" {
		return lines
	}
	if len(lines) == 0 {
		return []string{rest}
	}
	lines[len(lines)-1] += rest
	return lines
}

// place sets chords into a line that begins at a position of the text.
func place(line string, marks []Mark, at int) string {
	var b strings.Builder
	for _, m := range marks {
		cut := within(line, m.At-at)
		b.WriteString(Words(line[:cut]))
		b.WriteString(format.Chord(m.Chord))
		at += units(line[:cut])
		line = line[cut:]
	}
	b.WriteString(Words(line))
	return format.Line(strings.TrimSpace(b.String()))
}

// within is the byte at which a number of UTF-16 units end.
func within(line string, wanted int) int {
	n := 0
	for i, r := range line {
		if n >= wanted {
			return i
		}
		n += max(1, utf16.RuneLen(r))
	}
	return len(line)
}

func units(line string) int {
	n := 0
	for _, r := range line {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// Words brings text of a file into the form in which words are kept, safe to stand in a ChordPro line.
func Words(text string) string { return format.Words(Plain(text)) }

// Plain brings text of a file into the form in which all text is kept: composed, with plain blanks and without control characters.
func Plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\t' || r == '\v' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\ufffd' || r == '\u200b':
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(text)
}

const (
	mostFacts = 300
	longList  = 4_000
	mostParts = 1_000
)

// Room says whether a song can take one more fact; hostile files have a hundred thousand of them.
func Room(b *format.Builder) bool {
	if len(b.Facts) < mostFacts {
		return true
	}
	b.Losses.Add(0, "The file says more about the song than can be kept; the rest was left out.")
	return false
}

// List cuts a list of names or themes that no song has.
func List(b *format.Builder, list string) string {
	if len(list) <= longList {
		return list
	}
	b.Losses.Add(0, "A list of names or themes is longer than can be kept; the rest was left out.")
	return strings.ToValidUTF8(list[:longList], "")
}

// Add adds a section; those past a thousand go on with the last one.
func Add(b *format.Builder, block format.Block) {
	n := len(b.Blocks)
	if n < mostParts {
		b.Blocks = append(b.Blocks, block)
		return
	}
	b.Losses.Add(0, "The song has more sections than can be told apart; the rest is one section.")
	b.Blocks[n-1].Lines = append(b.Blocks[n-1].Lines, block.Lines...)
}
