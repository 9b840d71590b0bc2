// Package songpro reads two formats of one name: the text with @title= and # Verse 1 that musicians write, and the export of the
// SongPro program, where #T stands over the title and #1 over the first verse.
package songpro

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// Format is SongPro, of both kinds.
type Format struct{}

// Name is "songpro".
func (Format) Name() string { return "songpro" }

// Title names the format for people.
func (Format) Title() string { return "SongPro" }

// Extensions of either kind; .sng is SongBeamer's too.
func (Format) Extensions() []string { return []string{".sng", ".songpro", ".txt"} }

// Detect looks for attributes of the one kind or the tags of the other.
func (Format) Detect(_, head string) format.Confidence {
	attributes, sections, tags := 0, 0, 0
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimRight(line, " \t")
		switch {
		case isAttribute(line):
			attributes++
		case len(line) == 2 && line[0] == '#' && strings.IndexByte("TABCDEGMNOR1234567", line[1]) >= 0:
			tags++
		case strings.HasPrefix(line, "# "):
			sections++
		}
	}
	switch {
	case tags > 2 && strings.Contains("\n"+head, "\n#T"), attributes > 0 && sections > 0:
		return format.Sure
	case attributes > 1:
		return format.Likely
	}
	return format.No
}

// isAttribute says whether a line is "@title=…".
func isAttribute(line string) bool {
	if !strings.HasPrefix(line, "@") {
		return false
	}
	name, _, found := strings.Cut(line[1:], "=")
	return found && name != "" && len(name) < 30 && !strings.Contains(name, " ")
}

// Read gives the songs of a file.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestBook)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	result := format.Result{Original: text.Text, Encoding: text.Encoding}
	for _, b := range builders(text.Text, in.Encoding) {
		b.Losses.Decoding(text)
		result.Songs = append(result.Songs, b.Song(in))
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}

func builders(text, encoding string) []*format.Builder {
	if strings.HasPrefix(text, "#T\n") || strings.Contains(text, "\n#T\n") {
		return exported(text, encoding)
	}
	r := &reader{}
	for i, line := range strings.Split(text, "\n") {
		r.line(strings.TrimRight(line, " \t"), i+1)
	}
	return []*format.Builder{&r.out}
}
