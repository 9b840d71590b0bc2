package overlyrics

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

// header reads the facts at the top: a title, who made it, and tags such as "Key: G". A first paragraph that is words of the
// song stays.
func (r *reader) header() {
	for r.at < len(r.lines) && strings.TrimSpace(r.lines[r.at]) == "" {
		r.at++
	}
	if r.isTitle() {
		format.Put(&r.out.Facts, "title", strings.TrimSpace(r.lines[r.at]))
		r.at++
		r.byline()
	}
	for blanks := 0; r.at < len(r.lines) && blanks < 2; r.at++ {
		line := strings.TrimSpace(r.lines[r.at])
		if line == "" {
			blanks++
			continue
		}
		if !r.tag(line) {
			return
		}
	}
}

// isTitle says whether the first line is a title: no tag, label or chords, and not the first of several lines of words.
func (r *reader) isTitle() bool {
	if r.at >= len(r.lines) || !r.plain(r.at) || len(r.lines[r.at]) > 200 {
		return false
	}
	next := r.at + 1
	if next >= len(r.lines) || strings.TrimSpace(r.lines[next]) == "" {
		return r.moreFollows(next)
	}
	if r.plain(next) && !byLike(r.lines[next]) {
		return isName(r.lines[next]) && r.endsHeader(next+1) && r.moreFollows(next+1)
	}
	return r.names.Look(r.lines[next]) == columns.Words
}

func (r *reader) moreFollows(at int) bool {
	for ; at < len(r.lines); at++ {
		if strings.TrimSpace(r.lines[at]) != "" {
			return true
		}
	}
	return false
}

// endsHeader says whether the line at a place ends a header: it is blank, or a tag.
func (r *reader) endsHeader(at int) bool {
	return at >= len(r.lines) || strings.TrimSpace(r.lines[at]) == "" || isTag(r.lines[at])
}

// plain says whether a line may be a title or a name.
func (r *reader) plain(at int) bool {
	line := r.lines[at]
	_, _, isLabel := columns.Label(line)
	kind := r.names.Look(line)
	return !isLabel && !isTag(line) && !isFooter(line) && (kind == columns.Words || kind == columns.Perhaps) && !strings.Contains(line, "[")
}

// byline takes the line under the title as names, when it stands there like one.
func (r *reader) byline() {
	if r.at >= len(r.lines) || strings.TrimSpace(r.lines[r.at]) == "" || !r.plain(r.at) {
		return
	}
	line := strings.TrimSpace(r.lines[r.at])
	if rest, found := cutBy(line); found {
		format.PutPeople(&r.out.Facts, "author", rest)
	} else if isName(line) && r.endsHeader(r.at+1) {
		format.PutPeople(&r.out.Facts, "author", line)
	} else {
		return
	}
	r.at++
}

// isName says whether a line may name people: all its words but particles begin with capitals, and it does not end like a
// sentence.
func isName(line string) bool {
	line = strings.TrimSpace(line)
	if strings.ContainsAny(line[len(line)-1:], ",;:!?") {
		return false
	}
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" ,;/|&.()-0123456789", r) }) {
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLower(r) && !particles[word] {
			return false
		}
	}
	return true
}

var particles = map[string]bool{"and": true, "und": true, "et": true, "y": true, "e": true, "of": true, "von": true, "van": true, "de": true, "der": true,
	"da": true, "di": true, "la": true, "du": true, "den": true, "zu": true, "arr": true}

func byLike(line string) bool {
	_, found := cutBy(strings.TrimSpace(line))
	return found
}

func cutBy(line string) (string, bool) {
	for _, by := range []string{"by ", "von ", "por ", "par "} {
		if len(line) > len(by) && strings.EqualFold(line[:len(by)], by) {
			return line[len(by):], true
		}
	}
	return line, false
}

// tag takes "Key: G", "Capo 2" and a footer that stands on top.
func (r *reader) tag(line string) bool {
	if isFooter(line) {
		return r.footer(line)
	}
	if !isTag(line) {
		return false
	}
	for _, part := range strings.Split(line, " | ") {
		fact, value := splitTag(part)
		if fact == "flow" {
			r.out.Order = strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ';' })
			continue
		}
		if fact == "key" {
			value, _, _ = strings.Cut(value, "(")
		}
		format.PutTag(&r.out.Facts, &r.out.Losses, r.at+1, fact, value)
	}
	return true
}

func isTag(line string) bool {
	fact, _ := splitTag(strings.TrimSpace(line))
	return fact != ""
}

// splitTag parts "Key: G" into the fact and its value; "Capo 2" needs no colon.
func splitTag(line string) (fact, value string) {
	if name, value, found := strings.Cut(line, ":"); found && len(name) < 40 {
		return format.TagName(name), strings.TrimSpace(value)
	}
	for _, word := range []string{"capo ", "kapo "} {
		if len(line) > len(word) && strings.EqualFold(line[:len(word)], word) && strings.ContainsAny(line, "123456789") {
			return "capo", line[len(word):]
		}
	}
	return "", ""
}

// isFooter finds copyright and licence lines, which may stand anywhere.
func isFooter(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	for _, start := range []string{"ccli", "©", "(c) 1", "(c) 2", "copyright", "used by permission", "for use solely with", "all rights reserved"} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

func (r *reader) footer(line string) bool {
	if !isFooter(line) {
		return false
	}
	line = strings.TrimSpace(line)
	lower := strings.ToLower(line)
	switch {
	case strings.HasPrefix(lower, "ccli") && (strings.Contains(lower, "licen") || strings.Contains(lower, "lizenz")):
		format.PutTag(&r.out.Facts, &r.out.Losses, r.at+1, "ccli_license", line)
	case strings.HasPrefix(lower, "ccli"):
		format.PutTag(&r.out.Facts, &r.out.Losses, r.at+1, "ccli", line)
	case strings.HasPrefix(lower, "©"), strings.HasPrefix(lower, "(c)"), strings.HasPrefix(lower, "copyright"):
		line = strings.TrimPrefix(line, "Copyright:")
		format.Put(&r.out.Facts, "copyright", line)
	default:
		r.out.Losses.Add(r.at+1, "A line about rights was left out: “"+line[:min(len(line), 60)]+"”")
	}
	return true
}
