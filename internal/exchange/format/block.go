package format

import (
	"strings"

	"churchmusic/internal/chart"
)

// Block is a section as a file has it.
type Block struct {
	Label  string   // as written: "Verse 1", "(Chorus x2)"; "" for words under no label
	Name   string   // how the file's own order calls it, "" when that is the label
	Line   int      // of the label in the file
	Lines  []string // ChordPro lines, "" for a blank one
	Tab    bool     // Lines are literal
	Repeat int      // times to play, where the label does not say it

	label chart.Label
	known bool
	words string // folded, to find the same text again
	full  string // words and chords
	at    int    // which section it became or repeats, -1 for none
}

// Has says whether there is anything to sing or play.
func (b *Block) Has() bool {
	for _, line := range b.Lines {
		if line != "" && !isComment(line) {
			return true
		}
	}
	return false
}

func isComment(line string) bool {
	return strings.HasPrefix(line, "{comment")
}

// prepare reads the label and makes the prints by which the same text is known again.
func (b *Block) prepare() {
	b.at = -1
	if b.label, b.known = chart.ParseLabel(b.Label); !b.known {
		b.label = chart.Label{Text: strings.TrimSpace(strings.TrimRight(strings.Trim(strings.TrimSpace(b.Label), "[]()<>"), ":"))}
	}
	b.label.Repeat = max(1, b.label.Repeat, min(b.Repeat, 20))
	b.full = strings.Join(strings.Fields(strings.ToLower(strings.Join(b.Lines, " / "))), " ")
	b.words = strings.Join(strings.Fields(withoutChords(b.full)), " ")
}

func withoutChords(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ']')
		if end < 0 {
			break
		}
		b.WriteString(s[:open])
		s = s[open+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// same says whether a later block only repeats this one: the same words, and the same chords or none.
func (b *Block) same(later *Block) bool {
	if b.Tab != later.Tab || b.words != later.words || b.words == "" {
		return false
	}
	return b.full == later.full || later.full == later.words
}

// kind says whether two labels name the same kind of section; repeats are looked for within a kind.
func (b *Block) kind() string {
	switch {
	case b.known:
		return string(b.label.Type)
	case b.Label == "":
		return ""
	}
	return strings.ToLower(b.label.Text)
}

// name is what a label calls its section, for labels without words: type and number.
func (b *Block) name() string {
	if !b.known {
		return strings.ToLower(b.label.Text)
	}
	return string(b.label.Type) + " " + number(b.label.Number) + b.label.Suffix
}

// environment is NAME of start_of_NAME, "" for words under no label.
func (b *Block) environment() string {
	switch {
	case b.Tab:
		return "tab"
	case b.known:
		return strings.ReplaceAll(string(b.label.Type), "-", "_")
	case b.Label == "":
		return ""
	}
	return ownEnvironment(b.label.Text)
}

// ownEnvironment names a kind of section that only this file knows: "Rap 2" becomes start_of_rap. Words that are no plain name
// are verses with a label of their own.
func ownEnvironment(label string) string {
	word, _, _ := strings.Cut(strings.ToLower(label), " ")
	if len(word) < 2 || len(word) > 20 || reserved[word] {
		return "verse"
	}
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return "verse"
		}
	}
	return word
}

// reserved names of environments whose text is not sung, and words that are no kind of section.
var reserved = map[string]bool{"abc": true, "ly": true, "svg": true, "musicxml": true, "html": true, "strum": true, "tab": true,
	"grid": true, "textblock": true, "the": true, "none": true}
