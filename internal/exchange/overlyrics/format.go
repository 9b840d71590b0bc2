// Package overlyrics reads and writes chords over lyrics and plain words, as people type and paste them.
package overlyrics

import (
	"strings"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/sounding"
)

// Text is chords over lyrics; Words are lyrics without chords.
type (
	Text  struct{}
	Words struct{}
)

// Name is "text".
func (Text) Name() string { return "text" }

// Title names the format for people.
func (Text) Title() string { return "Chords over lyrics" }

// Extensions are those of plain text.
func (Text) Extensions() []string { return []string{".txt", ".text"} }

// Detect takes any text; rows of chords make it likely.
func (Text) Detect(name, head string) format.Confidence {
	if !readable(head) {
		return format.No
	}
	lines := strings.Split(head, "\n")
	names := columns.FindNames(lines)
	for _, line := range lines {
		if kind := names.Look(line); kind == columns.Row || kind == columns.Bars {
			return format.Likely
		}
		if inner, rest, found := strings.Cut(line, "]"); found && strings.Contains(inner, "[") && strings.TrimSpace(rest) != "" {
			return format.Likely
		}
	}
	return format.Possible
}

func readable(head string) bool {
	return strings.TrimSpace(head) != "" && !strings.HasPrefix(strings.TrimSpace(head), "<") && strings.Count(head, "\uFFFD") < len(head)/20+1
}

// Read gives the one song of a text.
func (Text) Read(in format.Input) (format.Result, error) { return read(in) }

// Name is "words".
func (Words) Name() string { return "words" }

// Title names the format for people.
func (Words) Title() string { return "Plain words" }

// Extensions are those of plain text.
func (Words) Extensions() []string { return []string{".txt"} }

// Detect leaves texts to Text, which reads words too.
func (Words) Detect(string, string) format.Confidence { return format.No }

// Read gives the one song of a text.
func (Words) Read(in format.Input) (format.Result, error) { return read(in) }

func read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestSong)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	b := format.Builder{}
	b.Losses.Decoding(text)
	Dialect{}.Song(strings.Split(text.Text, "\n"), &b)
	if len(b.Blocks) == 0 {
		return format.Result{}, format.Empty()
	}
	song := b.Song(in)
	sounding.Evident(&song, "The text")
	return format.Result{Songs: []format.Song{song}, Original: text.Text, Encoding: text.Encoding}, nil
}

// Dialect is what other formats change in the reading of such texts. What is nil is read as people write it.
type Dialect struct {
	// Header reads the facts on top and gives how many lines they took.
	Header func(lines []string, b *format.Builder) int
	// Label says whether a line that is no known label names a section, where it stands first in its paragraph.
	Label func(line string) (label string, ok bool)
	// Directive takes lines that are neither words nor labels.
	Directive func(line string, number int, b *format.Builder) (Directive, bool)
}

// Directive is what came of a line that is neither words nor a label.
type Directive struct {
	Keep  string // a ChordPro line to keep
	Label string // of a section that begins here
	End   bool   // the section ends here
}

// Song reads a text into facts and blocks.
func (d Dialect) Song(lines []string, b *format.Builder) {
	r := &reader{Dialect: d, lines: lines, out: b, names: columns.FindNames(lines)}
	if r.names.System != nil {
		b.Losses.Add(0, "The chords were named in another language; they are kept in English letters, and shown as each person likes.")
	}
	r.read()
}
