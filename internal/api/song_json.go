package api

import (
	"strconv"
	"time"
	"unicode/utf8"

	"churchmusic/internal/song"
)

// encodeSummaries writes a list of songs as JSON by hand: with ten thousand songs it is the largest answer and the one that
// is made anew after every change. A test compares it with encoding/json.
func encodeSummaries(songs []song.Summary) []byte {
	b := make([]byte, 0, 2+len(songs)*320)
	b = append(b, '[')
	for i := range songs {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendSummary(b, &songs[i])
	}
	return append(b, ']')
}

func appendSummary(b []byte, s *song.Summary) []byte {
	b = appendString(append(b, `{"id":`...), s.ID)
	b = strconv.AppendInt(append(b, `,"version":`...), s.Version, 10)
	b = appendString(append(b, `,"title":`...), s.Title)
	b = appendUnlessEmpty(b, `,"byline":`, s.Byline)
	b = appendUnlessEmpty(b, `,"tune":`, s.Tune)
	b = appendUnlessEmpty(b, `,"key":`, s.Key)
	if s.BPM != 0 {
		b = strconv.AppendInt(append(b, `,"bpm":`...), int64(s.BPM), 10)
	}
	b = appendUnlessEmpty(b, `,"meter":`, s.Meter)
	b = append(b, `,"tags":`...)
	if s.Tags == "" {
		b = append(b, "[]"...)
	}
	b = append(b, s.Tags...)
	b = appendUnlessEmpty(b, `,"language":`, s.Language)
	if s.Public {
		b = append(b, `,"public":true`...)
	}
	b = appendUnlessEmpty(b, `,"first_line":`, s.FirstLine)
	b = append(b, `,"updated_at":"`...)
	b = time.UnixMilli(s.UpdatedAt).UTC().AppendFormat(b, time.RFC3339Nano)
	b = append(b, '"')
	if s.Match != nil {
		b = appendMatch(b, s.Match)
	}
	return append(b, '}')
}

func appendMatch(b []byte, m *song.Match) []byte {
	b = appendString(append(b, `,"match":{"field":`...), m.Field)
	b = append(b, `,"parts":[`...)
	for i, p := range m.Parts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"text":`...), p.Text)
		if p.Hit {
			b = append(b, `,"hit":true`...)
		}
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

func appendUnlessEmpty(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	return appendString(append(b, name...), value)
}

// appendString writes a text as encoding/json does, < > & and the line separators escaped.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' {
				i++
				continue
			}
			b = appendEscape(append(b, s[from:i]...), c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			b = append(b, s[from:i]...)
			b = append(b, `\u`...)
			b = append(b, hexOf(r)...)
			from = i + size
		}
		i += size
	}
	return append(append(b, s[from:]...), '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	}
	return append(append(b, `\u`...), hexOf(rune(c))...)
}

func hexOf(r rune) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}
