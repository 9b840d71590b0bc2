package chart

import "strings"

// ReadBook reads a file that may hold several songs, parted by {new_song}. The texts
// of the charts, joined, are the file again. A file without songs gives one empty chart.
func ReadBook(text string) []*Chart {
	starts := songStarts(text)
	charts := make([]*Chart, 0, len(starts))
	for i, from := range starts {
		to := len(text)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		charts = append(charts, Read(text[from:to]))
	}
	return charts
}

// songStarts are the offsets at which songs begin; what stands before the first
// {new_song} is a song of its own only when it has any content.
func songStarts(text string) []int {
	starts := []int{0}
	lines := scanner{rest: text}
	filled := false
	offset := 0
	for {
		line, ok := lines.next()
		if !ok {
			return starts
		}
		trimmed := strings.TrimSpace(line.text)
		command, isDirective := parseDirective(trimmed)
		switch {
		case isDirective && command.Name == "new_song":
			if filled {
				starts = append(starts, offset)
			}
			filled = true
		case trimmed != "" && trimmed[0] != '#':
			filled = true
		}
		offset += len(line.source)
	}
}
