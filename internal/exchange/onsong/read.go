// Package onsong reads and writes OnSong's text files.
package onsong

import (
	"strings"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/overlyrics"
	"churchmusic/internal/exchange/sounding"
)

// Format is OnSong.
type Format struct{}

// Name is "onsong".
func (Format) Name() string { return "onsong" }

// Title names the format for people.
func (Format) Title() string { return "OnSong" }

// Extensions of OnSong's text files.
func (Format) Extensions() []string { return []string{".onsong"} }

// Detect looks for tags on top and sections that end with a colon, with chords in brackets.
func (f Format) Detect(name, head string) format.Confidence {
	if strings.TrimSpace(head) == "" || strings.HasPrefix(strings.TrimSpace(head), "<") {
		return format.No
	}
	tags, sections, others, inline, directives := count(head)
	switch {
	case isChordPro(head):
		return format.No
	case format.HasExtension(name, f.Extensions()...), tags > 0 && sections > 0 && inline > 0 && others == 0:
		return format.Certain
	case directives > 0, others > 0:
		return format.No
	case sections > 0 && inline > 0, tags > 1 && inline > 0:
		return format.Likely
	}
	return format.No
}

// isChordPro finds the directives that a ChordPro file has and an OnSong file does not need.
func isChordPro(head string) bool {
	for _, start := range []string{"{t:", "{title", "{start_of", "{soc", "{sov", "{key", "{artist"} {
		if strings.Contains(head, start) {
			return true
		}
	}
	return false
}

// count finds tags on top, sections with a colon, labels of another style, lines with brackets, and directives.
func count(head string) (tags, sections, others, inline, directives int) {
	for i, line := range strings.Split(head, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "{") && strings.HasSuffix(line, "}"):
			directives++
		case strings.HasSuffix(line, ":") && isKnown(line):
			sections++
		case isKnown(line) && !strings.Contains(line, ":"):
			others++
		case i < 20 && isTag(line):
			tags++
		case strings.Contains(line, "[") && strings.Contains(line, "]"):
			inline++
		}
	}
	return tags, sections, others, inline, directives
}

func isKnown(line string) bool {
	_, _, ok := columns.Label(line)
	return ok
}

// Read gives the one song of a file.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestSong)
	if err != nil {
		return format.Result{}, err
	}
	if strings.TrimSpace(text.Text) == "" {
		return format.Result{}, format.Empty()
	}
	b := format.Builder{}
	b.Losses.Decoding(text)
	overlyrics.Dialect{Header: header, Label: label, Directive: directive}.Song(strings.Split(text.Text, "\n"), &b)
	song := b.Song(in)
	sounding.Capo(&song, "OnSong")
	return format.Result{Songs: []format.Song{song}, Original: text.Text, Encoding: text.Encoding}, nil
}

// label takes any short line that ends with a colon: OnSong lets people name sections as they like.
func label(line string) (string, bool) {
	name, found := strings.CutSuffix(strings.TrimSpace(line), ":")
	return name, found && len(name) > 1 && len(strings.Fields(name)) < 4 && !strings.ContainsAny(name, "[]{}.,:")
}

// header reads title, artist and tags up to the first blank line, or to the first line that is none of these.
func header(lines []string, b *format.Builder) int {
	at := 0
	for at < len(lines) && strings.TrimSpace(lines[at]) == "" {
		at++
	}
	for free := 0; at < len(lines); at++ {
		line := strings.TrimSpace(lines[at])
		switch {
		case line == "":
			return at
		case isTag(line):
			tag(line, at+1, b)
		case strings.HasPrefix(line, "{"):
			if _, ok := directive(line, at+1, b); !ok {
				return at
			}
		case free == 0 && b.Facts.Get("title") == "" && !starts(lines[at:]):
			format.Put(&b.Facts, "title", line)
			free++
		case free == 1 && !starts(lines[at:]):
			format.PutPeople(&b.Facts, "author", line)
			free++
		default:
			return at
		}
	}
	return at
}

// starts says whether the words of the song begin here.
func starts(lines []string) bool {
	_, isLabel := label(lines[0])
	kind := columns.FindNames(lines[:1]).Look(lines[0])
	return isLabel || isKnown(lines[0]) || kind == columns.Row || kind == columns.Bars || strings.Contains(lines[0], "[")
}

func isTag(line string) bool {
	name, _, found := strings.Cut(line, ":")
	return found && len(name) < 40 && (format.TagName(name) != "" || own[strings.ToLower(name)])
}

// own are OnSong's tags that tell only OnSong something.
var own = map[string]bool{"pitch": true, "midi": true, "midi-index": true, "keyboard": true, "restrictions": true, "number": true, "transposedkey": true,
	"in": true, "display": true, "style": true, "tuning": true, "footer": true, "background": true}

func tag(line string, number int, b *format.Builder) {
	name, text, _ := strings.Cut(line, ":")
	name, text = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(text)
	fact := format.TagName(name)
	switch {
	case fact == "flow":
		b.Order = strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '>' })
		for i := range b.Order {
			b.Order[i] = strings.TrimSpace(b.Order[i])
		}
	case fact == "scripture":
		format.PutAll(&b.Facts, fact, text, ";")
	case fact != "" && name != "tuning":
		format.PutTag(&b.Facts, &b.Losses, number, fact, text)
	case name == "transposedkey" || name == "in":
		b.Losses.Add(number, "OnSong shows this song in "+text+"; the chart keeps its own key. Set "+text+" as the key of the arrangement if it is wanted.")
	default:
		b.Losses.Add(number, "OnSong’s “"+name+"” has no place here; it was kept as a note.")
		format.Put(&b.Facts, "notes", line)
	}
}
