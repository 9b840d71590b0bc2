package chart

import "strings"

// shortNames are the abbreviations that ChordPro knows, and other programs' names.
var shortNames = map[string]string{
	"t": "title", "st": "subtitle", "su": "subtitle", "c": "comment", "ci": "comment_italic", "cb": "comment_box",
	"ns": "new_song", "np": "new_page", "npp": "new_physical_page", "col": "columns", "colb": "column_break",
	"g": "grid", "ng": "no_grid", "cf": "chordfont", "cs": "chordsize", "tf": "textfont", "ts": "textsize",
	"soc": "start_of_chorus", "eoc": "end_of_chorus", "sov": "start_of_verse", "eov": "end_of_verse",
	"sob": "start_of_bridge", "eob": "end_of_bridge", "sot": "start_of_tab", "eot": "end_of_tab",
	"sog": "start_of_grid", "eog": "end_of_grid", "defined": "define",
}

var metaNames = names("title", "sorttitle", "subtitle", "artist", "sortartist", "composer", "lyricist", "arranger",
	"translator", "copyright", "album", "year", "key", "time", "tempo", "bpm", "duration", "capo", "tag", "tags", "topic",
	"ccli", "ccli_license", "ccli_licence", "number", "book", "songbook", "notes", "footer", "flow", "sequence", "tune",
	"metre", "meter", "language", "scripture", "keywords", "author", "publisher", "source", "link", "theme", "alias")

var quietNames = names("define", "chord", "diagrams", "grid", "no_grid", "titles", "columns", "column_break", "new_page",
	"new_physical_page", "pagetype", "image", "transpose", "highlight", "new_song", "repeat",
	"comment", "comment_italic", "comment_box", "meta", "chorus")

var styleWords = []string{"font", "size", "colour", "color"}

func names(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, name := range list {
		set[name] = true
	}
	return set
}

// parseDirective reads a line that holds a directive and nothing else.
func parseDirective(line string) (Command, bool) {
	line = strings.TrimSpace(line)
	if len(line) < 3 || line[0] != '{' || line[len(line)-1] != '}' {
		return Command{}, false
	}
	inner := strings.TrimSpace(line[1 : len(line)-1])
	end := strings.IndexAny(inner, ": \t")
	if end < 0 {
		end = len(inner)
	}
	name, value := inner[:end], strings.TrimSpace(inner[end:])
	if name == "" || strings.ContainsAny(name, "{}[]") {
		return Command{}, false
	}
	value = strings.TrimSpace(strings.TrimPrefix(value, ":"))
	return newCommand(strings.ToLower(name), value), true
}

func newCommand(name, value string) Command {
	c := Command{Name: name, Value: decode(value)}
	if dash := strings.LastIndexByte(name, '-'); dash > 0 && !strings.HasPrefix(name, "x_") {
		c.Name, c.Selector = name[:dash], name[dash+1:]
	}
	if long, ok := shortNames[c.Name]; ok {
		c.Name = long
	}
	return c
}

// environment is the NAME of start_of_NAME or end_of_NAME.
func (c Command) environment() (name string, start, end bool) {
	if name, ok := strings.CutPrefix(c.Name, "start_of_"); ok && name != "" {
		return name, true, false
	}
	if name, ok := strings.CutPrefix(c.Name, "end_of_"); ok && name != "" {
		return name, false, true
	}
	return "", false, false
}

func (c Command) isKnown() bool {
	if metaNames[c.Name] || quietNames[c.Name] || strings.HasPrefix(c.Name, "x_") || strings.HasPrefix(c.Name, "+") {
		return true
	}
	for _, word := range styleWords {
		if strings.HasSuffix(c.Name, word) {
			return true
		}
	}
	return false
}

// applies says whether a directive with this selector counts for the chosen ones.
func applies(selector string, chosen []string) bool {
	want := true
	if rest, ok := strings.CutPrefix(selector, "!"); ok {
		want, selector = false, rest
	} else if rest, ok := strings.CutSuffix(selector, "!"); ok {
		want, selector = false, rest
	}
	if selector == "" {
		return true
	}
	for _, c := range chosen {
		if strings.EqualFold(c, selector) {
			return want
		}
	}
	return !want
}

// attribute reads name="value" (or a bare or single-quoted value) out of a
// directive's value.
func attribute(value, name string) (string, bool) {
	for rest := value; rest != ""; {
		var key, val string
		key, val, rest = nextAttribute(rest)
		if strings.EqualFold(key, name) {
			return val, true
		}
	}
	return "", false
}

// nextAttribute cuts one attribute or one bare word (key "") off the front.
func nextAttribute(s string) (key, value, rest string) {
	s = strings.TrimLeft(s, " \t")
	end := strings.IndexAny(s, " \t=")
	if end < 0 {
		return "", s, ""
	}
	if s[end] != '=' || end == 0 {
		return "", s[:end], s[end+1:]
	}
	key, s = s[:end], s[end+1:]
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if closing := strings.IndexByte(s[1:], s[0]); closing >= 0 {
			return key, s[1 : 1+closing], s[closing+2:]
		}
	}
	value, rest, _ = strings.Cut(s, " ")
	return key, value, rest
}

func hasAttributes(value string) bool {
	key, _, _ := nextAttribute(value)
	return key != "" && isName(key)
}

func isName(s string) bool {
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-') {
			return false
		}
	}
	return s != ""
}
