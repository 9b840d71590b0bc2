package chart

import "strings"

func (r *reader) start(line Line, name string) {
	line.Kind = Start
	if r.open {
		r.problem(line.Number, 1, "Put {end_of_"+r.current().Environment+"} before this line",
			"A section begins inside another that is not closed")
	}
	section := newSection(name, line.Directive.Value)
	section.Hidden = !applies(line.Directive.Selector, r.options.Selectors)
	r.begin(section)
	r.add(line)
	r.open, r.started = true, line.Number
}

var environmentTypes = map[string]Type{
	"verse": Verse, "chorus": Chorus, "refrain": Chorus, "bridge": Bridge, "prechorus": PreChorus, "pre_chorus": PreChorus,
	"pre-chorus": PreChorus, "tag": Tag, "intro": Intro, "interlude": Interlude, "instrumental": Interlude, "ending": Ending,
	"outro": Ending, "coda": Ending, "grid": GridType, "tab": Tab, "textblock": TextBlock,
}

// newSection types a section by its environment, and a verse by its label too,
// since many files mark everything as a verse.
func newSection(name, value string) Section {
	kind, ok := environmentTypes[name]
	if !ok {
		kind = Type(name)
	}
	section := Section{Type: kind, Environment: name, Refrain: kind == Chorus}
	text := labelText(kind, value)
	if text == "" {
		return section
	}
	section.Label = text
	if label, ok := ParseLabel(text); ok {
		section.adopt(label, kind == Verse)
	}
	return section
}

// adopt takes over what a label says.
func (s *Section) adopt(label Label, typeToo bool) {
	if typeToo {
		s.Type = label.Type
		s.Refrain = label.Type == Chorus
	}
	s.Label, s.Repeat = titled(label.Text), label.Repeat
	if label.Type == s.Type {
		s.Number, s.suffix = label.Number, label.Suffix
	}
}

func labelText(kind Type, value string) string {
	text, found := attribute(value, "label")
	if !found {
		if hasAttributes(value) || kind == GridType && startsWithDigit(value) {
			return ""
		}
		text = value
	}
	return strings.Join(strings.Fields(strings.TrimLeft(plain(text), ": ")), " ")
}

func startsWithDigit(s string) bool { return s != "" && isDigit(s[0]) }

func (r *reader) end(line Line, name string) {
	line.Kind = End
	switch {
	case !r.open:
		line.Kind = Directive
		r.problem(line.Number, 1, "Remove it, or put {start_of_"+name+"} where the section begins",
			"{end_of_%s} closes a section that was never opened", name)
	case !sameEnvironment(name, r.current().Environment):
		r.problem(line.Number, 1, "Write {end_of_"+r.current().Environment+"}",
			"{end_of_%s} closes a section that began as %s", name, r.current().Environment)
	}
	r.add(line)
	r.closed = r.closed || r.open
	r.open = false
}

func sameEnvironment(a, b string) bool {
	return a == b || environmentTypes[a] != "" && environmentTypes[a] == environmentTypes[b]
}
