// Package songbeamer reads and writes SongBeamer's .sng files: properties on top, verses parted by ---, and the chords of the whole
// song as places in lines.
package songbeamer

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// Format is SongBeamer.
type Format struct{}

// Name is "songbeamer".
func (Format) Name() string { return "songbeamer" }

// Title names the format for people.
func (Format) Title() string { return "SongBeamer" }

// Extensions are SongBeamer's.
func (Format) Extensions() []string { return []string{".sng"} }

// Detect looks for SongBeamer's properties and its separators.
func (f Format) Detect(name, head string) format.Confidence {
	properties, separators := 0, 0
	for line := range strings.SplitSeq(head, "\n") {
		if key, _, ok := property(line); ok && usual[key] {
			properties++
		}
		if strings.HasPrefix(strings.TrimSpace(line), "---") {
			separators++
		}
	}
	switch {
	case properties > 1 && separators > 0:
		return format.Sure
	case properties > 0 && format.HasExtension(name, f.Extensions()...):
		return format.Likely
	}
	return format.No
}

var usual = map[string]bool{"langcount": true, "title": true, "editor": true, "version": true, "author": true, "melody": true, "(c)": true, "ccli": true,
	"verseorder": true, "songbook": true, "titleformat": true, "format": true}

// property parts "#Title=Nearer" into its name in lower case and its value.
func property(line string) (key, value string, ok bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "#") || strings.HasPrefix(line, "##") {
		return "", "", false
	}
	key, value, ok = strings.Cut(line[1:], "=")
	if !ok || len(key) > 40 || strings.Contains(key, " ") {
		return "", "", false
	}
	return strings.ToLower(key), strings.TrimSpace(value), true
}

// Read gives the one song of a file.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestSong)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	r := &reader{encoding: text.Encoding, languages: 1}
	r.out.Losses.Decoding(text)
	lines := strings.Split(text.Text, "\n")
	body := r.header(lines)
	r.out.Facts = bothInOne(r.out.Facts)
	r.verses(lines, body)
	return format.Result{Songs: []format.Song{r.out.Song(in)}, Original: text.Text, Encoding: text.Encoding}, nil
}
