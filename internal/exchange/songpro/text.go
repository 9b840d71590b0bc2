package songpro

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
)

// reader reads the format of musicians.
type reader struct {
	out format.Builder
}

func (r *reader) line(line string, number int) {
	switch {
	case line == "":
	case (isAttribute(line) || strings.HasPrefix(line, "!") && strings.Contains(line, "=")) && !boxes.Room(&r.out):
	case isAttribute(line):
		name, value, _ := strings.Cut(line[1:], "=")
		r.attribute(strings.ToLower(name), strings.TrimSpace(value), number)
	case strings.HasPrefix(line, "!") && strings.Contains(line, "="):
		name, value, _ := strings.Cut(line[1:], "=")
		format.Put(&r.out.Facts, "notes", strings.TrimSpace(name)+": "+strings.TrimSpace(value))
	case strings.HasPrefix(line, "#"):
		r.begin(strings.TrimSpace(strings.TrimLeft(line, "#")), number, false)
	case strings.HasPrefix(line, ">"):
		r.put(format.Comment(strings.TrimSpace(line[1:])), number)
	case strings.HasPrefix(line, "|-"):
		r.tab(line, number)
	case strings.HasPrefix(line, "|"):
		r.put(measures(line), number)
	default:
		r.put(format.Inline(line, func(s string) string { return s }), number)
	}
}

func (r *reader) attribute(name, value string, line int) {
	switch name {
	case "title", "artist", "key", "tempo", "year", "capo", "album", "time":
		format.PutTag(&r.out.Facts, &r.out.Losses, line, name, spelled(boxes.List(&r.out, value)))
	case "tuning":
		format.Put(&r.out.Facts, "notes", "Tuning: "+value)
	default:
		if fact := format.TagName(name); fact != "" {
			format.PutTag(&r.out.Facts, &r.out.Losses, line, fact, boxes.List(&r.out, value))
			return
		}
		format.Put(&r.out.Facts, name, value)
	}
}

// spelled takes "C# Minor" for "C#m".
func spelled(value string) string {
	for _, mode := range []struct{ word, sign string }{{" minor", "m"}, {" major", ""}} {
		if head, found := strings.CutSuffix(strings.ToLower(value), mode.word); found {
			return value[:len(head)] + mode.sign
		}
	}
	return value
}

// measures makes a line of chords of "| [A] [B] | [C] |".
func measures(line string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(line, func(c rune) bool { return c == '[' || c == ']' || c == ' ' }) {
		if part == "|" || strings.Trim(part, "|") == "" {
			b.WriteString(format.Annotation("|"))
		} else {
			b.WriteString(format.Chord(strings.Trim(part, "|")))
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

func (r *reader) begin(label string, line int, tab bool) {
	boxes.Add(&r.out, format.Block{Label: label, Line: line, Tab: tab})
}

func (r *reader) put(text string, line int) {
	n := len(r.out.Blocks)
	if n == 0 || r.out.Blocks[n-1].Tab {
		r.begin("", line, false) // of too many sections the last goes on, stave or not
		n = len(r.out.Blocks)
	}
	r.out.Blocks[n-1].Lines = append(r.out.Blocks[n-1].Lines, text)
}

// tab keeps a stave as it is; a section that has only staves is a stave as a whole.
func (r *reader) tab(text string, line int) {
	n := len(r.out.Blocks)
	switch {
	case n > 0 && !r.out.Blocks[n-1].Tab && len(r.out.Blocks[n-1].Lines) == 0:
		r.out.Blocks[n-1].Tab = true
	case n == 0 || !r.out.Blocks[n-1].Tab:
		r.begin("", line, true)
	}
	last := &r.out.Blocks[len(r.out.Blocks)-1]
	last.Lines = append(last.Lines, text)
}
