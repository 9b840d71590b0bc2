package overlyrics

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/music"
)

type reader struct {
	Dialect
	lines    []string
	names    columns.Names
	out      *format.Builder
	at       int
	rows     bool // the text has lines that can only be chords
	labelled bool // the current block stands under a label
	blank    bool // the line before was blank
	verses   bool // the text labels its verses
}

func (r *reader) read() {
	for _, line := range r.lines {
		r.rows = r.rows || r.names.Look(line) == columns.Row
		if label, _, ok := columns.Label(line); ok {
			known, _ := chart.ParseLabel(label)
			r.verses = r.verses || known.Type == chart.Verse
		}
	}
	if r.Header != nil {
		r.at = r.Header(r.lines, r.out)
	} else {
		r.header()
	}
	for r.blank = true; r.at < len(r.lines); r.at++ {
		r.line(r.lines[r.at])
	}
	r.nameParagraphs()
}

func (r *reader) line(line string) {
	if strings.TrimSpace(line) == "" {
		r.blank = true
		return
	}
	if r.footer(line) || r.directive(line) {
		return
	}
	if label, rest, ok := r.label(r.at); ok {
		r.begin(label)
		if rest != "" {
			r.labelled, r.blank = true, false
			r.words(rest)
		}
		return
	}
	r.words(line)
}

// label says whether a line names a section, and what follows the name.
func (r *reader) label(at int) (name, rest string, ok bool) {
	line := r.lines[at]
	if name, rest, ok = columns.Label(line); ok {
		return name, rest, ok
	}
	if at > 0 && strings.TrimSpace(r.lines[at-1]) != "" {
		return "", "", false
	}
	if r.bareLabel(at) || r.Label == nil {
		return strings.TrimSpace(line), "", r.bareLabel(at)
	}
	name, ok = r.Label(line)
	return name, "", ok
}

// bareLabel takes a word such as "Solo" or "Puente" that stands first in its paragraph and has something under it.
func (r *reader) bareLabel(at int) bool {
	line := strings.TrimSpace(r.lines[at])
	if line == "" || at+1 >= len(r.lines) || strings.TrimSpace(r.lines[at+1]) == "" || r.names.Look(line) != columns.Words {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	_, known := chart.ParseLabel(line)
	return known && unicode.IsUpper(first) && len(strings.Fields(line)) < 3 && !strings.ContainsAny(line, ".,;!?")
}

func (r *reader) directive(line string) bool {
	if r.Directive == nil {
		return false
	}
	d, ok := r.Directive(line, r.at+1, r.out)
	if d.Keep != "" {
		r.put(d.Keep)
	}
	if d.Label != "" {
		r.begin(d.Label)
	}
	if d.End {
		r.labelled, r.blank = false, true
	}
	return ok
}

// begin opens a block under a label.
func (r *reader) begin(label string) {
	r.out.Blocks = append(r.out.Blocks, format.Block{Label: label, Line: r.at + 1})
	r.labelled, r.blank = true, false
}

// block is where the next line goes. A blank line ends a paragraph without a label; under a label it parts stanzas, unless the
// text labels only its chorus: then what follows is the next verse.
func (r *reader) block() *format.Block {
	n := len(r.out.Blocks)
	switch {
	case n == 0 || r.blank && !r.labelled, r.blank && !r.verses && r.out.Blocks[n-1].Has():
		r.out.Blocks = append(r.out.Blocks, format.Block{Line: r.at + 1})
		r.labelled = false
	case r.out.Blocks[n-1].Tab:
		r.out.Blocks = append(r.out.Blocks, format.Block{Label: r.out.Blocks[n-1].Label, Line: r.at + 1})
	case r.blank && len(r.out.Blocks[n-1].Lines) > 0:
		r.out.Blocks[n-1].Lines = append(r.out.Blocks[n-1].Lines, "")
	}
	r.blank = false
	return &r.out.Blocks[len(r.out.Blocks)-1]
}

func (r *reader) words(line string) {
	switch kind := r.names.Look(line); {
	case isRemark(line):
		r.put(format.Comment(strings.Trim(strings.TrimSpace(line), "[]")))
	case kind == columns.Tab:
		r.tab(line)
	case kind == columns.Bars && (columns.Beats(line) || !r.wordsFollow()):
		r.put(r.names.Instrumental(line))
	case kind == columns.Row, kind == columns.Bars, kind == columns.Perhaps && r.isRow(line):
		r.row(line)
	default:
		r.put(format.Inline(columns.Expand(line), r.names.Spell))
	}
}

// isRemark takes a whole line in brackets that is no chord: "[softly]".
func isRemark(line string) bool {
	line = strings.TrimSpace(line)
	inner, found := strings.CutPrefix(strings.TrimSuffix(line, "]"), "[")
	if !found || !strings.HasSuffix(line, "]") || strings.ContainsAny(inner, "[]") || strings.HasPrefix(inner, "*") {
		return false
	}
	_, isChord := music.ParseChord(strings.TrimSpace(inner))
	return !isChord && strings.TrimSpace(inner) != ""
}

func (r *reader) put(line string) {
	b := r.block()
	b.Lines = append(b.Lines, line)
}

// isRow decides on a line such as "A": it is a row where the text has rows and words stand under it.
func (r *reader) isRow(line string) bool {
	return r.rows && columns.Chords(line) && r.wordsFollow()
}

// wordsFollow says whether the next line has words to put chords into.
func (r *reader) wordsFollow() bool {
	if r.at+1 >= len(r.lines) {
		return false
	}
	next := r.lines[r.at+1]
	if strings.TrimSpace(next) == "" {
		return false
	}
	if _, _, isLabel := r.label(r.at + 1); isLabel || isFooter(next) {
		return false
	}
	kind := r.names.Look(next)
	return kind == columns.Words || kind == columns.Perhaps
}

// row sets a row of chords into the words under it.
func (r *reader) row(line string) {
	if !r.wordsFollow() {
		r.put(r.names.Instrumental(line))
		return
	}
	marks := columns.WithoutBars(r.names.Marks(line))
	r.at++
	r.put(columns.Place(marks, r.lines[r.at]))
}

// tab keeps a stave as it is, in a section of its own.
func (r *reader) tab(line string) {
	n := len(r.out.Blocks)
	if n == 0 || !r.out.Blocks[n-1].Tab || r.blank {
		label := ""
		if n > 0 && r.labelled {
			label = r.out.Blocks[n-1].Label
			if !r.out.Blocks[n-1].Has() {
				r.out.Blocks = r.out.Blocks[:n-1]
			}
		}
		r.out.Blocks = append(r.out.Blocks, format.Block{Label: label, Line: r.at + 1, Tab: true})
		r.blank = false
	}
	b := &r.out.Blocks[len(r.out.Blocks)-1]
	b.Lines = append(b.Lines, strings.TrimRight(columns.Expand(line), " "))
}
