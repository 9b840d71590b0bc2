package chart

import "strings"

// LyricLines are the words line by line, without chords, labels and comments, blanks
// joined to one: what a search looks through.
func (c *Chart) LyricLines() []string {
	lines := make([]string, 0, 32)
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.Hidden || s.Type.literal() {
			continue
		}
		for j := range s.Lines {
			if text := s.Lines[j].words(); text != "" {
				lines = append(lines, text)
			}
		}
	}
	return lines
}

// FirstLine is the first line of words, or "".
func (c *Chart) FirstLine() string {
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.Hidden || s.Type.literal() {
			continue
		}
		for j := range s.Lines {
			if text := s.Lines[j].words(); text != "" {
				return text
			}
		}
	}
	return ""
}

func (l *Line) words() string {
	if l.Kind != Lyrics || isBarLine(l.Parts) {
		return ""
	}
	return strings.Join(strings.Fields(words(l.Parts)), " ")
}
