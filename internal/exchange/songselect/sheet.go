package songselect

import (
	"strings"
	"unicode"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
)

// sheet reads a text or a ChordPro download.
func sheet(text string) *format.Builder {
	b := &format.Builder{}
	lines := splitFooter(strings.Split(text, "\n"), b)
	joined := false
	for i, line := range lines {
		lines[i] = join(line)
		joined = joined || lines[i] != line
	}
	if joined {
		b.Losses.Add(0, "Syllables that were pulled apart for the chords were joined again.")
	}
	labels := labelled(lines)
	label := func(line string) (string, bool) {
		name := strings.TrimSpace(line)
		return name, labels[name]
	}
	overlyrics.Dialect{Header: header, Label: label, Directive: directive}.Song(lines, b)
	return b
}

// header takes the title, and the directives of a ChordPro download.
func header(lines []string, b *format.Builder) int {
	at := 0
	for ; at < len(lines); at++ {
		line := strings.TrimSpace(lines[at])
		if line == "" {
			continue
		}
		d, ok := directive(line, at+1, b)
		switch {
		case ok && (d.Label != "" || d.Keep != ""):
			return at
		case ok:
		case b.Facts.Get("title") == "":
			format.Put(&b.Facts, "title", line)
		default:
			return at
		}
	}
	return at
}

// labelled finds the lines that name sections in any language: short, after a blank line, with words under them, and ending in a
// number or known as a label.
func labelled(lines []string) map[string]bool {
	found := map[string]bool{}
	for i := 1; i+1 < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if line == "" || strings.TrimSpace(lines[i-1]) != "" || strings.TrimSpace(lines[i+1]) == "" || len(line) > 40 {
			continue
		}
		fields := strings.Fields(line)
		_, known := chart.ParseLabel(line)
		last := fields[len(fields)-1]
		if known || len(fields) == 2 && format.Digits(last) == last {
			found[line] = true
		}
	}
	return found
}

var directives = map[string]string{"t": "title", "st": "author", "subtitle": "author", "a": "artist"}

func directive(line string, number int, b *format.Builder) (overlyrics.Directive, bool) {
	line = strings.TrimSpace(line)
	if len(line) < 3 || line[0] != '{' || line[len(line)-1] != '}' {
		return overlyrics.Directive{}, false
	}
	name, text, _ := strings.Cut(line[1:len(line)-1], ":")
	name, text = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(text)
	if long, ok := directives[name]; ok {
		name = long
	}
	environment, starts := strings.CutPrefix(name, "start_of_")
	fact := format.TagName(strings.ReplaceAll(name, "_", " "))
	switch {
	case name == "comment", name == "c", name == "comment_italic", name == "ci", name == "comment_box", name == "cb":
		return comment(text), true
	case starts && text == "":
		return overlyrics.Directive{Label: environment}, true
	case starts:
		return overlyrics.Directive{Label: text}, true
	case strings.HasPrefix(name, "end_of_"):
		return overlyrics.Directive{End: true}, true
	case fact == "notes" || fact == "":
		return overlyrics.Directive{Keep: line}, true
	}
	format.PutTag(&b.Facts, &b.Losses, number, fact, text)
	return overlyrics.Directive{}, true
}

// comment is a label or a remark.
func comment(text string) overlyrics.Directive {
	if _, ok := chart.ParseLabel(text); ok {
		return overlyrics.Directive{Label: text}
	}
	if text == "" {
		return overlyrics.Directive{}
	}
	return overlyrics.Directive{Keep: format.Comment(text)}
}

// join puts syllables together that SongSelect pulls apart under chords: "Sav - [E7]ior's" is one word.
func join(line string) string {
	if !strings.Contains(line, "[") || !strings.Contains(line, "-") {
		return line
	}
	var b strings.Builder
	for {
		at := strings.Index(line, " - ")
		if at < 0 {
			break
		}
		rest := strings.TrimLeft(line[at+3:], " ")
		if endsInLetter(line[:at]) && continues(rest) {
			b.WriteString(strings.TrimRight(line[:at], " "))
		} else {
			b.WriteString(line[:at+3])
		}
		line = rest
	}
	return b.String() + line
}

func endsInLetter(s string) bool {
	s = strings.TrimRight(s, " ")
	if end := strings.LastIndexByte(s, '['); end >= 0 && strings.HasSuffix(s, "]") {
		s = strings.TrimRight(s[:end], " ")
	}
	r := []rune(s[max(0, len(s)-4):])
	return len(r) > 0 && unicode.IsLetter(r[len(r)-1])
}

// continues says whether what follows is the rest of a word: small letters, with or without a chord on them.
func continues(s string) bool {
	for strings.HasPrefix(s, "[") {
		_, after, found := strings.Cut(s, "]")
		if !found {
			return false
		}
		s = after
	}
	for _, r := range s {
		return unicode.IsLower(r) || r == '\'' || r == '’'
	}
	return false
}
