package format

import (
	"slices"
	"strings"

	"churchmusic/internal/chart"
)

// write puts a section into the ChordPro text.
func (b *Builder) write(block *Block) {
	name := block.environment()
	lines := trimBlank(block.Lines)
	if name == "" {
		b.paragraph(lines)
		return
	}
	b.body.WriteString("{start_of_" + name)
	if text := block.label.Text; text != "" {
		b.body.WriteString(": " + capital(value(short(text))))
		if block.label.Repeat > 1 {
			b.body.WriteString(" x" + number(block.label.Repeat))
		}
	}
	b.body.WriteString("}\n")
	for _, line := range lines {
		b.body.WriteString(guarded(line) + "\n")
	}
	b.body.WriteString("{end_of_" + name + "}\n\n")
}

// guarded keeps a line of the words from closing its section.
func guarded(line string) string {
	if strings.HasPrefix(line, "{end_of_") || strings.HasPrefix(line, "{eo") {
		return Line(line)
	}
	return line
}

// paragraph writes words under no label; a blank line would make two sections of them.
func (b *Builder) paragraph(lines []string) {
	for _, line := range lines {
		if line != "" {
			b.body.WriteString(line + "\n")
		}
	}
	b.body.WriteString("\n")
}

func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// capital writes "VERSE 1" and "verse 1" as people would.
func capital(label string) string {
	if label == strings.ToUpper(label) && len(label) > 3 {
		label = strings.ToLower(label)
	}
	r := []rune(label)
	if len(r) == 0 {
		return label
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// sequence is the order in sections: the file's own, else that of the text.
func (b *Builder) sequence() []int {
	order := make([]int, 0, len(b.Order))
	for _, entry := range b.Order {
		if at, ok := b.entry(entry); ok {
			order = append(order, at...)
		} else {
			b.Losses.Add(0, "The order of the song names “"+short(entry)+"”, which the song does not have; it was left out.")
		}
	}
	if len(order) == 0 {
		order = b.played
	}
	if len(order) > longestSequence {
		b.Losses.Add(0, "The order of the song has more than "+number(longestSequence)+" entries; the rest was left out.")
		order = order[:longestSequence]
	}
	return order
}

// entry finds the sections that a name in the order means: the file's own name, else a label; one name may stand for several
// blocks, which are then played one after the other.
func (b *Builder) entry(entry string) ([]int, bool) {
	found := make([]int, 0, 1)
	for i := range b.Blocks {
		block := &b.Blocks[i]
		if block.Name != "" && strings.EqualFold(block.Name, entry) && block.at >= 0 && !slices.Contains(found, block.at) {
			found = append(found, slices.Repeat([]int{block.at}, max(1, min(block.Repeat, 20)))...)
		}
	}
	if len(found) > 0 {
		return found, true
	}
	wanted := Block{Label: entry}
	wanted.prepare()
	at, ok := b.before(&wanted)
	if !ok && wanted.known && wanted.label.Number <= 1 {
		wanted.label.Number = 1 - wanted.label.Number
		at, ok = b.before(&wanted)
	}
	if !ok {
		return nil, false
	}
	return slices.Repeat([]int{at}, wanted.label.Repeat), true
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// ordered joins facts and sections, and adds a flow where the text alone would play something else.
func (b *Builder) ordered(order []int) (string, []string) {
	text := b.text("")
	c := chart.Read(text)
	ids := shownIDs(c)
	if len(ids) != len(b.sections) {
		return text, stepIDs(c)
	}
	wanted := make([]string, len(order))
	for i, at := range order {
		wanted[i] = ids[slices.Index(b.sections, at)]
	}
	if len(wanted) == 0 || slices.Equal(stepIDs(c), wanted) {
		return text, stepIDs(c)
	}
	for _, names := range [][]string{shortNames(c, wanted), wanted} {
		text = b.text(strings.Join(names, " "))
		if slices.Equal(stepIDs(chart.Read(text)), wanted) {
			break
		}
	}
	return text, wanted
}

// text is the ChordPro with a flow, "" for none.
func (b *Builder) text(flow string) string {
	facts := Facts{{Name: "title", Value: value(b.Facts.Get("title"))}}
	for _, f := range b.Facts {
		if f.Name != "title" {
			facts.Add(f.Name, value(f.Value))
		}
	}
	if flow != "" {
		facts.Add("flow", flow)
	}
	header := chart.Write(&chart.Chart{Meta: facts})
	body := strings.TrimRight(b.body.String(), "\n")
	if body == "" {
		return header
	}
	return header + "\n" + body + "\n"
}

// shownIDs are the ids of the sections with something to sing or play.
func shownIDs(c *chart.Chart) []string {
	ids := make([]string, 0, len(c.Sections))
	for i := range c.Sections {
		if s := &c.Sections[i]; s.ID != "" && hasContent(s) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func hasContent(s *chart.Section) bool {
	return slices.ContainsFunc(s.Lines, func(l chart.Line) bool {
		return l.Kind == chart.Lyrics || l.Kind == chart.Grid || l.Kind == chart.Literal
	})
}

// stepIDs is the order that a chart has by itself, repeats written out.
func stepIDs(c *chart.Chart) []string {
	steps, _ := c.Sequence(nil)
	ids := make([]string, 0, len(steps))
	for _, s := range steps {
		ids = append(ids, slices.Repeat([]string{s.Section}, min(s.Repeat, longestSequence))...)
	}
	return ids[:min(len(ids), longestSequence)]
}

// shortNames are what people call the sections: "V1 C V2 C".
func shortNames(c *chart.Chart, ids []string) []string {
	byID := map[string]string{}
	for i := range c.Sections {
		if s := &c.Sections[i]; s.ID != "" && s.Short != "" && !strings.Contains(s.Short, " ") {
			byID[s.ID] = s.Short
		}
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		if name, ok := byID[id]; ok {
			names[i] = name
		}
	}
	return names
}
