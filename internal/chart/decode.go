package chart

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns \uXXXX into its character (pairs of surrogates too), and makes the
// text valid UTF-8.
func decode(s string) string {
	if strings.Contains(s, "\\u") {
		s = decodeEscapes(s)
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}

func decodeEscapes(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.Index(s, "\\u")
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		r, size := escape(s[at:])
		if size == 0 {
			b.WriteString("\\u")
			s = s[at+2:]
			continue
		}
		b.WriteRune(r)
		s = s[at+size:]
	}
	b.WriteString(s)
	return b.String()
}

// escape reads \uXXXX or \u{X…} and says how many bytes it took, 0 for none.
func escape(s string) (r rune, size int) {
	if strings.HasPrefix(s, "\\u{") {
		end := strings.IndexByte(s[:min(len(s), 12)], '}')
		if end < 0 {
			return 0, 0
		}
		return hex(s[3:end]), sizeIfHex(s[3:end], end+1)
	}
	if len(s) < 6 || sizeIfHex(s[2:6], 6) == 0 {
		return 0, 0
	}
	r = hex(s[2:6])
	if utf16.IsSurrogate(r) && len(s) >= 12 && s[6:8] == "\\u" && sizeIfHex(s[8:12], 12) != 0 {
		if pair := utf16.DecodeRune(r, hex(s[8:12])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return r, 6
}

func sizeIfHex(digits string, size int) int {
	if _, err := strconv.ParseUint(digits, 16, 32); err != nil {
		return 0
	}
	return size
}

func hex(digits string) rune {
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || n > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(n)
}

var entities = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'")

// plain takes markup off a text: <b>, <i>, <span …> and their kind go, a bare < or &
// stays. Tabs become one blank.
func plain(s string) string {
	if strings.IndexByte(s, '\t') >= 0 {
		s = strings.ReplaceAll(s, "\t", " ")
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = stripTags(s)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = entities.Replace(s)
	}
	return s
}

var markup = names("b", "i", "u", "s", "em", "strong", "big", "small", "sub", "sup", "tt", "span", "img", "sym", "strut", "a")

const longestTag = 400

func stripTags(s string) string {
	var b strings.Builder
	for s != "" {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		b.WriteString(s[:open])
		s = s[open:]
		if size := tagSize(s); size > 0 {
			s = s[size:]
			continue
		}
		b.WriteByte('<')
		s = s[1:]
	}
	b.WriteString(s)
	return b.String()
}

// tagSize is the length of the known markup tag at the start of s, 0 when there is none.
func tagSize(s string) int {
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 0 {
		return 0
	}
	name := strings.Trim(s[1:end], "/ ")
	if blank := strings.IndexAny(name, " \t"); blank >= 0 {
		name = name[:blank]
	}
	if !markup[strings.ToLower(name)] {
		return 0
	}
	return end + 1
}
