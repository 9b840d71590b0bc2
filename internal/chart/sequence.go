package chart

import (
	"strconv"
	"strings"
)

// Step is one entry of a sequence: a section and how often it is played.
type Step struct {
	Section string `json:"section"`
	Repeat  int    `json:"repeat"`
}

// Sequence is the order in which a chart is played: the given entries (ids such as
// "v1", also "c1x2", short names and labels), else the chart's own flow directive,
// else the order of the text with its recalls. Entries that name no section are
// left out and reported.
func (c *Chart) Sequence(entries []string) ([]Step, []Problem) {
	return c.steps(entries, nil)
}

func (c *Chart) steps(entries []string, copies map[int]map[int]string) ([]Step, []Problem) {
	problems := make([]Problem, 0)
	if len(entries) == 0 {
		if steps, ok := c.flow(); ok {
			return steps, problems
		}
		return c.textOrder(copies), problems
	}
	byName := c.sectionNames(copies)
	steps := make([]Step, 0, len(entries))
	for _, entry := range entries {
		name, repeat := cutTimes(entry)
		id, ok := byName[strings.ToLower(name)]
		if !ok {
			if len(problems) < mostProblems {
				problems = append(problems, Problem{1, 1, "The sequence names " + strconv.Quote(shortened(entry)) + ", which the chart does not have",
					"Take it out of the sequence, or add the section"})
			}
			continue
		}
		steps = appendStep(steps, id, repeat)
	}
	return steps, problems
}

// appendStep adds a section, or counts up when it is the one before.
func appendStep(steps []Step, id string, repeat int) []Step {
	if last := len(steps) - 1; last >= 0 && steps[last].Section == id {
		steps[last].Repeat += repeat
		return steps
	}
	return append(steps, Step{id, repeat})
}

// cutTimes splits "c1x2" into "c1" and 2.
func cutTimes(entry string) (string, int) {
	entry = strings.TrimSpace(entry)
	at := strings.LastIndexAny(entry, "xX*")
	if at <= 0 {
		return entry, 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(entry[at+1:]))
	if err != nil || n < 1 || n > 50 {
		return entry, 1
	}
	return strings.TrimSpace(entry[:at]), n
}

// sectionNames maps ids, short names and labels to ids, ids winning.
func (c *Chart) sectionNames(copies map[int]map[int]string) map[string]string {
	byName := make(map[string]string, 3*len(c.Sections))
	add := func(name, id string) {
		if _, taken := byName[name]; !taken && name != "" && id != "" {
			byName[name] = id
		}
	}
	for i := range c.Sections {
		add(strings.ToLower(c.Sections[i].ID), c.Sections[i].ID)
	}
	for _, byRegion := range copies {
		for _, id := range byRegion {
			add(id, id)
		}
	}
	for i := range c.Sections {
		add(strings.ToLower(c.Sections[i].Short), c.Sections[i].ID)
		add(strings.ToLower(c.Sections[i].Label), c.Sections[i].ID)
	}
	return byName
}

// flow reads {flow: V1 C V2 C}, as church files carry it; every entry must be known.
func (c *Chart) flow() ([]Step, bool) {
	text := c.Meta.first("flow", "sequence")
	if text == "" {
		return nil, false
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	if len(fields) == 1 {
		fields = strings.Fields(text)
	}
	byName := c.sectionNames(nil)
	steps := make([]Step, 0, len(fields))
	for _, field := range fields {
		name, repeat := cutTimes(field)
		id, ok := byName[strings.ToLower(name)]
		if !ok {
			return nil, false
		}
		steps = appendStep(steps, id, repeat)
	}
	return steps, len(steps) > 0
}

func (c *Chart) textOrder(copies map[int]map[int]string) []Step {
	steps := make([]Step, 0, len(c.Sections))
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.Hidden {
			continue
		}
		if s.content && s.ID != "" {
			steps = appendStep(steps, s.ID, s.Repeat)
		}
		for j := range s.Lines {
			line := &s.Lines[j]
			if line.Kind != Recall || line.Hidden || line.Target < 0 {
				continue
			}
			id := c.Sections[line.Target].ID
			if other, ok := copies[line.Target][line.region]; ok {
				id = other
			}
			steps = appendStep(steps, id, 1)
		}
	}
	return steps
}
