package chart

import (
	"strings"

	"churchmusic/internal/music"
)

// directive files one directive line by what it means.
func (r *reader) directive(line Line) {
	c := line.Directive
	if name, start, end := c.environment(); start {
		r.start(line, name)
		return
	} else if end {
		r.end(line, name)
		return
	}
	if c.Selector != "" && !applies(c.Selector, r.options.Selectors) {
		line.Hidden = true
		r.add(line)
		return
	}
	r.command(line)
}

func (r *reader) command(line Line) {
	c := line.Directive
	switch c.Name {
	case "comment", "comment_italic", "comment_box", "highlight":
		r.comment(line)
	case "chorus", "repeat":
		r.recall(line)
	case "meta":
		r.meta(line)
	case "define", "chord":
		name, _, _ := strings.Cut(c.Value, " ")
		r.chart.defined[strings.TrimSuffix(name, ":")] = true
		r.add(line)
	case "+settings.notenames":
		r.chart.singles = r.chart.singles || c.Value != "0" && c.Value != "false"
		r.add(line)
	case "new_song":
		if r.seen {
			r.problem(line.Number, 1, "Import this text as a book to get several songs", "A second song begins here")
		}
		r.add(line)
	default:
		r.other(line)
	}
}

// other keeps metadata and everything that nothing here understands.
func (r *reader) other(line Line) {
	c := line.Directive
	if metaNames[c.Name] {
		r.field(c.Name, c.Value, line.Number)
	}
	if !c.isKnown() {
		r.problem(line.Number, 1, "", "The directive %q is not known; it is kept as it is", shortened(c.Name))
	}
	r.add(line)
}

func (r *reader) field(name, value string, line int) {
	if value == "" || len(r.chart.Sections) > 0 && r.current().Hidden {
		return
	}
	if name == "capo" && r.chart.Meta.Get("capo") != "" {
		r.problem(line, 1, "Keep one of them", "A second capo is given; the first one counts")
	}
	r.chart.Meta = append(r.chart.Meta, Field{name, value, line})
}

// meta reads {meta: name value} and {meta: name=value name="value"}.
func (r *reader) meta(line Line) {
	value := line.Directive.Value
	if hasAttributes(value) {
		for value != "" {
			var name, v string
			name, v, value = nextAttribute(value)
			r.field(metaName(name), v, line.Number)
		}
	} else {
		name, v, _ := strings.Cut(value, " ")
		r.field(metaName(strings.TrimSuffix(name, ":")), strings.TrimSpace(v), line.Number)
	}
	r.add(line)
}

func metaName(name string) string {
	name = strings.ToLower(name)
	if long, ok := shortNames[name]; ok && metaNames[long] {
		return long
	}
	return name
}

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

// recall files {chorus}, which plays the latest chorus again, and {repeat: Name}.
func (r *reader) recall(line Line) {
	line.Kind, line.Text = Recall, labelText(None, line.Directive.Value)
	line.Target = r.target(line)
	if s := r.current(); !r.open && !s.content && s.Type != None {
		s.before = ofRecall
	}
	if line.Target < 0 {
		r.problem(line.Number, 1, "Write the section above this line", "There is no section yet to play again")
	}
	r.add(line)
	r.closed = !r.open
}

// ofRecall marks a label that only announces the recall under it.
const ofRecall = -2

func (r *reader) target(line Line) int {
	if line.Directive.Name == "chorus" {
		if at, ok := r.latest[Chorus]; ok {
			return at
		}
		return -1
	}
	if at, ok := r.byLabel[strings.ToLower(line.Text)]; ok && line.Text != "" {
		return at
	}
	label, ok := ParseLabel(line.Text)
	if !ok {
		return -1
	}
	return r.namesake(&Section{Type: label.Type, Number: label.Number, suffix: label.Suffix})
}

var commentStyles = map[string]string{"comment_italic": "italic", "comment_box": "box"}

// comment files a comment; one that names a section labels what follows.
func (r *reader) comment(line Line) {
	text := strings.TrimSpace(plain(line.Directive.Value))
	if label, ok := ParseLabel(text); ok && line.Directive.Selector == "" && r.labels(label, line) {
		return
	}
	line.Kind, line.Text, line.Style = Comment, text, "plain"
	if style := commentStyles[line.Directive.Name]; style != "" {
		line.Style = style
	}
	r.add(line)
}

// labels lets a comment or a line of text name the section that it stands above.
func (r *reader) labels(label Label, line Line) bool {
	line.Kind, line.Text = Heading, label.Text
	if !r.open {
		section := Section{Type: None}
		section.adopt(label, true)
		section.before = r.namesake(&section)
		r.begin(section)
		r.add(line)
		return true
	}
	s := r.current()
	if s.Label != "" || s.content {
		return false
	}
	s.adopt(label, s.Type == Verse)
	r.add(line)
	return true
}

// heading takes lines such as "[Verse 1]", "Chorus:" and "Verse 2".
func (r *reader) heading(text string, line Line) bool {
	text = strings.TrimSpace(text)
	label, ok := ParseLabel(text)
	if !ok || !looksLikeLabel(text, label) {
		return false
	}
	return r.labels(label, line)
}

func looksLikeLabel(text string, label Label) bool {
	if inner, ok := strings.CutPrefix(text, "["); ok {
		_, isChord := music.ParseChord(strings.TrimSuffix(inner, "]"))
		return !isChord && strings.HasSuffix(inner, "]")
	}
	if strings.HasSuffix(text, ":") && len([]rune(label.Text)) > 2 {
		return true
	}
	return plainLabels[strings.ToLower(strings.Fields(label.Text)[0])] && label.Text[0] >= 'A' && label.Text[0] <= 'Z'
}

// plainLabels are words that name a section even without a sign around them.
var plainLabels = names("verse", "chorus", "refrain", "bridge", "pre-chorus", "prechorus", "intro", "outro", "interlude", "strophe", "coro", "estrofa", "couplet")

func shortened(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}
