// Package songselect reads the files that CCLI's SongSelect gives out: words as .txt and .usr, chords as ChordPro.
package songselect

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// Format is SongSelect.
type Format struct{}

// Name is "songselect".
func (Format) Name() string { return "songselect" }

// Title names the format for people.
func (Format) Title() string { return "SongSelect" }

// Extensions of SongSelect's files; .bin is what it calls .usr in some years.
func (Format) Extensions() []string { return []string{".usr", ".bin", ".txt"} }

// Detect looks for SongSelect's own lines: the type of a .usr file, or a footer with the song's CCLI number.
func (Format) Detect(_, head string) format.Confidence {
	if isUsr(head) {
		return format.Sure
	}
	if strings.HasPrefix(strings.TrimSpace(head), "<") {
		return format.No
	}
	number, church, terms := false, false, false
	for line := range strings.SplitSeq(head, "\n") {
		kind, _ := footer(line)
		number = number || kind == songNumber
		church = church || kind == licence
		terms = terms || kind == rights
	}
	switch {
	case number && terms:
		return format.Certain
	case number && church:
		return format.Possible
	}
	return format.No
}

func isUsr(text string) bool {
	return strings.Contains(text, "Type=SongSelect") || strings.Contains(text, "\n[S ") && strings.Contains(text, "\nWords=")
}

// Read gives the songs of a file: one, but a .usr file may hold several.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestBook)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	result := format.Result{Original: text.Text, Encoding: text.Encoding}
	var builders []*format.Builder
	switch {
	case isUsr(text.Text):
		builders = usr(text.Text)
	default:
		builders = []*format.Builder{sheet(text.Text)}
	}
	for _, b := range builders {
		b.Losses.Decoding(text)
		result.Songs = append(result.Songs, b.Song(in))
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}
