package onsong

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
)

var short = map[string]string{"t": "title", "st": "subtitle", "c": "comment", "ci": "comment", "cb": "comment", "comment_italic": "comment",
	"soc": "Chorus", "start_of_chorus": "Chorus", "sov": "Verse", "start_of_verse": "Verse", "sob": "Bridge", "start_of_bridge": "Bridge", "sop": "Pre-Chorus"}

// directive takes the ChordPro directives that OnSong understands within its own files, and its styles for whole lines.
func directive(line string, number int, b *format.Builder) (overlyrics.Directive, bool) {
	none := overlyrics.Directive{}
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "{") || !strings.HasSuffix(line, "}") {
		return none, false
	}
	name, text, _ := strings.Cut(strings.Trim(line, "{}"), ":")
	name, text = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(text)
	if long, ok := short[name]; ok {
		name = long
	}
	switch {
	case name == "comment" && text != "":
		return overlyrics.Directive{Keep: format.Comment(text)}, true
	case name == "Chorus", name == "Verse", name == "Bridge", name == "Pre-Chorus":
		if text == "" {
			text = name
		}
		return overlyrics.Directive{Label: text}, true
	case strings.HasPrefix(name, "eo"), strings.HasPrefix(name, "end_of"):
		return overlyrics.Directive{End: true}, true
	}
	if fact := format.TagName(strings.ReplaceAll(name, "_", " ")); fact != "" {
		format.PutTag(&b.Facts, &b.Losses, number, fact, text)
		return none, true
	}
	return overlyrics.Directive{Keep: line}, true
}
