// Package chordpro reads and writes ChordPro, which is how the library keeps its charts: reading leaves the text as it is.
package chordpro

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// Format is ChordPro.
type Format struct{}

// Name is "chordpro".
func (Format) Name() string { return "chordpro" }

// Title names the format for people.
func (Format) Title() string { return "ChordPro" }

// Extensions are those of ChordPro; .pro is also ProPresenter's.
func (Format) Extensions() []string {
	return []string{".cho", ".crd", ".chopro", ".chordpro", ".pro"}
}

// Detect looks for directives, and for chords within words.
func (f Format) Detect(name, head string) format.Confidence {
	directives, inline := evidence(head)
	switch {
	case directives > 1, directives == 1 && inline > 0:
		return format.Sure
	case directives == 1, inline > 0 && format.HasExtension(name, f.Extensions()...):
		return format.Likely
	case inline > 0, format.HasExtension(name, f.Extensions()...) && strings.TrimSpace(head) != "" && !strings.Contains(head, "\x00"):
		return format.Possible
	}
	return format.No
}

// evidence counts directives, and lines with a chord in brackets beside words.
func evidence(head string) (directives, inline int) {
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "{") && strings.HasSuffix(line, "}") && len(line) > 2:
			directives++
		case hasInlineChord(line):
			inline++
		}
	}
	return directives, inline
}

func hasInlineChord(line string) bool {
	open := strings.IndexByte(line, '[')
	if open < 0 {
		return false
	}
	inner, rest, found := strings.Cut(line[open+1:], "]")
	return found && inner != "" && len(inner) < 12 && strings.TrimSpace(line[:open]+rest) != "" && !strings.Contains(inner, " ")
}

// Read gives the songs of a file or a book.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestBook)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	result := format.Result{Original: text.Text, Encoding: text.Encoding}
	for _, c := range chart.ReadBook(text.Text) {
		var losses format.Losses
		losses.Decoding(text)
		result.Songs = append(result.Songs, song(c, in, losses))
	}
	return result, nil
}

func song(c *chart.Chart, in format.Input, losses format.Losses) format.Song {
	s := format.Song{Title: c.Meta.Get("title"), ChartText: chart.Write(c)}
	if s.Title == "" {
		if s.Title = in.Stem(); s.Title == "" {
			s.Title = c.FirstLine()
		}
		losses.Add(0, "The file gives no title; it was taken from its name or its first line.")
	}
	steps, _ := c.Sequence(nil)
	for _, step := range steps {
		for range min(step.Repeat, 50) {
			s.Sequence = append(s.Sequence, step.Section)
		}
	}
	s.Losses = losses
	return s
}
