package chart

import "strings"

// physical is one line of the source with its end; logical lines may hold several.
type physical struct {
	source string
	text   string
	number int
}

const byteOrderMark = "\uFEFF"

// scanner yields logical lines: LF, CRLF and lone CR end a line, a backslash before
// the end joins it to the next one.
type scanner struct {
	rest   string
	number int
}

func (s *scanner) next() (physical, bool) {
	if s.rest == "" {
		return physical{}, false
	}
	line := s.physical()
	if s.number == 1 {
		line.text = strings.TrimPrefix(line.text, byteOrderMark)
	}
	if !strings.HasSuffix(line.text, "\\") || s.rest == "" || strings.HasPrefix(line.text, "#") {
		return line, true
	}
	return s.joined(line), true
}

func (s *scanner) physical() physical {
	s.number++
	end := strings.IndexAny(s.rest, "\r\n")
	if end < 0 {
		line := physical{s.rest, s.rest, s.number}
		s.rest = ""
		return line
	}
	after := end + 1
	if s.rest[end] == '\r' && after < len(s.rest) && s.rest[after] == '\n' {
		after++
	}
	line := physical{s.rest[:after], s.rest[:end], s.number}
	s.rest = s.rest[after:]
	return line
}

func (s *scanner) joined(first physical) physical {
	var source, text strings.Builder
	line := first
	for {
		source.WriteString(line.source)
		more := strings.HasSuffix(line.text, "\\") && s.rest != ""
		if !more {
			text.WriteString(line.text)
			break
		}
		text.WriteString(strings.TrimSuffix(line.text, "\\"))
		line = s.physical()
		line.text = strings.TrimLeft(line.text, " \t")
	}
	return physical{source.String(), text.String(), first.number}
}
