package chart

import "strings"

// Type is the kind of a section. Environments without a meaning here keep their own name.
type Type string

// The types that the rest of the program knows by name.
const (
	None      Type = "none"
	Verse     Type = "verse"
	Chorus    Type = "chorus"
	Bridge    Type = "bridge"
	PreChorus Type = "pre-chorus"
	Tag       Type = "tag"
	Intro     Type = "intro"
	Interlude Type = "interlude"
	Ending    Type = "ending"
	GridType  Type = "grid"
	Tab       Type = "tab"
	TextBlock Type = "textblock"
)

type typeInfo struct {
	letter string // of ids
	short  string // in the order strip
	label  string
}

var typeInfos = map[Type]typeInfo{
	Verse:     {"v", "V", "Verse"},
	Chorus:    {"c", "C", "Chorus"},
	Bridge:    {"b", "B", "Bridge"},
	PreChorus: {"p", "P", "Pre-Chorus"},
	Tag:       {"t", "T", "Tag"},
	Intro:     {"i", "In", "Intro"},
	Interlude: {"l", "Il", "Interlude"},
	Ending:    {"e", "E", "Ending"},
	GridType:  {"g", "G", "Grid"},
	Tab:       {"s", "Tab", "Tab"},
	TextBlock: {"x", "Tx", "Text"},
	None:      {"n", "", ""},
}

func (t Type) info() typeInfo {
	if info, ok := typeInfos[t]; ok {
		return info
	}
	label := titled(strings.NewReplacer("_", " ", "-", " ").Replace(string(t)))
	return typeInfo{letter: slug(string(t)), short: initials(label), label: label}
}

// drawn is false for environments that are kept but have no picture here.
func (t Type) drawn() bool {
	switch t {
	case "abc", "ly", "svg", "musicxml", "html", "strum":
		return false
	}
	return true
}

// literal environments are never read for chords or directives.
func (t Type) literal() bool {
	return t == Tab || t == TextBlock || !t.drawn()
}

func titled(s string) string {
	if s == "" {
		return s
	}
	first := []rune(s)[0]
	return strings.ToUpper(string(first)) + s[len(string(first)):]
}

// slug keeps ASCII letters and ends with a dash, so that a number can follow.
func slug(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r == '_' || r == '-' {
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return "o"
	}
	return b.String() + "-"
}

func initials(label string) string {
	var b strings.Builder
	for _, word := range strings.Fields(label) {
		b.WriteString(strings.ToUpper(string([]rune(word)[:1])))
	}
	return b.String()
}
