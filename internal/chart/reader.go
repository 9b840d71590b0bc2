package chart

import (
	"fmt"
	"strings"

	"churchmusic/internal/music"
)

// Options tune the reading of a chart.
type Options struct {
	// Selectors that count as true in conditional directives: an instrument, a person.
	Selectors []string
}

// Read parses ChordPro text. It accepts anything and never fails.
func Read(text string) *Chart {
	return ReadWith(text, Options{})
}

// ReadWith is Read with options.
func ReadWith(text string, options Options) *Chart {
	r := newReader(options)
	r.text = text
	lines := scanner{rest: text}
	for {
		line, ok := lines.next()
		if !ok {
			break
		}
		r.offset += len(line.source)
		r.line(line)
	}
	r.finish()
	return r.chart
}

type reader struct {
	text      string
	offset    int // in text, after the current line
	blankFrom int // in text, where the current run of blank lines begins
	chart     *Chart
	options   Options
	open      bool // inside start_of_NAME
	started   int  // line of the open start_of_NAME
	closed    bool // the next line begins a section of its own
	seen      bool // something to sing or play has come

	byName  map[sectionName]int
	byLabel map[string]int
	latest  map[Type]int
}

func newReader(options Options) *reader {
	return &reader{
		chart:   &Chart{chords: map[string]symbol{}, defined: map[string]bool{}, names: music.Letters},
		options: options,
		byName:  map[sectionName]int{},
		byLabel: map[string]int{},
		latest:  map[Type]int{},
	}
}

func (r *reader) line(p physical) {
	line := Line{Number: p.number, source: p.source}
	section := r.current()
	if r.open && section.Type.literal() {
		r.literalLine(p, line)
		return
	}
	switch {
	case strings.TrimSpace(p.text) == "":
		r.blank(line)
	case p.text[0] == '#':
		line.Kind, line.Text = Remark, decode(p.text)
		r.add(line)
	default:
		r.content(p, line)
	}
}

func (r *reader) content(p physical, line Line) {
	if command, ok := parseDirective(p.text); ok {
		line.Kind, line.Directive = Directive, command
		r.directive(line)
		return
	}
	r.seen = true
	if r.open && r.current().Type == GridType {
		line.Kind, line.Cells = Grid, parseGrid(p.text)
		r.add(line)
		return
	}
	if !r.open && r.heading(p.text, line) {
		return
	}
	line.Kind, line.Parts = Lyrics, parseParts(p.text)
	r.add(line)
}

func (r *reader) literalLine(p physical, line Line) {
	if command, ok := parseDirective(p.text); ok {
		if name, _, end := command.environment(); end && sameEnvironment(name, r.current().Environment) {
			line.Kind, line.Directive = End, command
			r.end(line, name)
			return
		}
	}
	line.Kind, line.Text = Literal, decode(p.text)
	r.add(line)
}

// current is the section that lines go to; words outside any section get their own.
func (r *reader) current() *Section {
	if len(r.chart.Sections) == 0 || r.closed {
		r.begin(Section{Type: None})
	}
	return &r.chart.Sections[len(r.chart.Sections)-1]
}

func (r *reader) begin(s Section) *Section {
	s.Repeat = max(1, s.Repeat)
	r.closed = false
	r.chart.Sections = append(r.chart.Sections, s)
	return &r.chart.Sections[len(r.chart.Sections)-1]
}

func (r *reader) add(line Line) {
	s := r.current()
	s.Lines = append(s.Lines, line)
	if !s.content && line.isContent() && !s.Hidden {
		s.content = true
		at := len(r.chart.Sections) - 1
		r.byName[s.name()], r.latest[s.Type] = at, at
		r.byLabel[strings.ToLower(s.Label)] = at
	}
}

// isContent tells what is played or sung from what is only said about it.
func (l *Line) isContent() bool {
	return l.Kind == Lyrics || l.Kind == Grid || l.Kind == Literal
}

func (r *reader) problem(line, column int, fix, format string, args ...any) {
	r.chart.problem(line, column, fix, format, args...)
}

const mostProblems = 500

func (c *Chart) problem(line, column int, fix, format string, args ...any) {
	if len(c.Problems) < mostProblems {
		c.Problems = append(c.Problems, Problem{line, column, fmt.Sprintf(format, args...), fix})
	}
}
