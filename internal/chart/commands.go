package chart

import "strings"

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

func shortened(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}
