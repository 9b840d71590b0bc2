// Package opensong reads and writes OpenSong's XML, in which the first character of a line says what the line is.
package opensong

import (
	"strings"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/sounding"
	"churchmusic/internal/fault"
)

// Format is OpenSong.
type Format struct{}

// Name is "opensong".
func (Format) Name() string { return "opensong" }

// Title names the format for people.
func (Format) Title() string { return "OpenSong" }

// Extensions of OpenSong's files; most have none at all.
func (Format) Extensions() []string { return []string{".xml", ".opensong"} }

// Detect looks at the root element and for OpenSong's lyrics, which are text.
func (Format) Detect(_, head string) format.Confidence {
	if markup.Root(head) != "song" || strings.Contains(head, "openlyrics") || strings.Contains(head, "<properties") {
		return format.No
	}
	if strings.Contains(head, "<lyrics") || strings.Contains(head, "<presentation") {
		return format.Sure
	}
	return format.Possible
}

// Read gives the one song of a file.
func (Format) Read(in format.Input) (format.Result, error) {
	if len(in.Data) > format.LongestSong {
		return format.Result{}, fault.New(fault.Invalid, "This file has more than %d bytes, which no song has.", format.LongestSong)
	}
	root, name, broken, err := markup.Parse(in.Data, in.Encoding)
	if err != nil {
		return format.Result{}, err
	}
	if root.Name != "song" {
		return format.Result{}, fault.New(fault.Invalid, "This is no OpenSong song: it begins with <%s>.", root.Name)
	}
	r := &reader{}
	if broken != "" {
		r.out.Losses.Add(0, broken)
	}
	r.facts(root)
	r.lyrics(root.Child("lyrics"))
	song := r.out.Song(in)
	sounding.Capo(&song, "OpenSong")
	text, _ := in.Text(format.LongestSong)
	return format.Result{Songs: []format.Song{song}, Original: text.Text, Encoding: name}, nil
}

var elements = map[string]string{
	"title": "title", "aka": "alias", "author": "author", "copyright": "copyright", "ccli": "ccli", "hymn_number": "number", "key": "key",
	"tempo": "tempo", "timesig": "time", "time_sig": "time", "user1": "notes", "user2": "notes", "user3": "notes", "key_line": "notes",
	"theme": "theme", "alttheme": "theme", "capo": "capo",
}

// silent are elements that only tell OpenSong how to show the song.
var silent = map[string]bool{"lyrics": true, "presentation": true, "style": true, "backgrounds": true, "": true, "capo_print": true, "preferchordformat": true}

func (r *reader) facts(root *markup.Node) {
	for _, n := range root.Children {
		text := strings.TrimSpace(n.String())
		fact := elements[n.Name]
		switch {
		case text == "":
		case n.Name == "presentation":
			r.out.Order = strings.Fields(text)
		case fact == "theme":
			format.PutAll(&r.out.Facts, "theme", text, ";")
		case fact != "":
			format.PutTag(&r.out.Facts, &r.out.Losses, n.Line, fact, text)
		case !silent[n.Name]:
			r.out.Losses.Add(n.Line, "OpenSong’s <"+n.Name+"> has no place here; it was left out.")
		}
	}
}

type reader struct {
	out   format.Builder
	names columns.Names
	first int    // line of the lyrics in the file
	at    int    // the line read now
	label string // of the section, as in the file: "V", "C1"
	row   string // the chords that wait for words
	has   bool   // there is such a row
	given map[byte]bool
	slide bool
}

func (r *reader) lyrics(n *markup.Node) {
	if n == nil {
		return
	}
	r.first = n.Line
	lines := strings.Split(n.String(), "\n")
	rows := make([]string, 0, len(lines))
	for _, line := range lines {
		if strings.HasPrefix(line, ".") {
			rows = append(rows, line[1:])
		}
	}
	if r.names = columns.FindNames(rows); r.names.System != nil {
		r.out.Losses.Add(0, "The chords were named in another language; they are kept in English letters, and shown as each person likes.")
	}
	for i, line := range lines {
		r.at = r.first + i
		r.line(strings.TrimRight(columns.Expand(line), " "), line)
	}
	r.flush()
	if r.slide {
		r.out.Losses.Add(0, "OpenSong’s slide breaks (||) were left out.")
	}
}

func (r *reader) line(line, raw string) {
	switch {
	case line == "":
		r.blank(raw)
	case line[0] == '[':
		r.flush()
		name, _, _ := strings.Cut(line[1:], "]")
		r.begin(strings.TrimSpace(name), "")
	case line[0] == '.':
		r.flush()
		r.row, r.has, r.given = line[1:], true, map[byte]bool{}
	case line[0] == ';':
		r.put("", format.Comment(line[1:]))
	case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "-!!"):
	case line[0] >= '1' && line[0] <= '9':
		r.words(string(line[0]), line[1:])
	default:
		r.words("", strings.TrimPrefix(line, " "))
	}
}

func (r *reader) blank(raw string) {
	r.flush()
	if n := len(r.out.Blocks); n > 0 && len(r.out.Blocks[n-1].Lines) > 0 && raw != "" {
		r.out.Blocks[n-1].Lines = append(r.out.Blocks[n-1].Lines, "")
	}
}

// flush writes a row of chords that found no words.
func (r *reader) flush() {
	if r.has && len(r.given) == 0 && strings.TrimSpace(r.row) != "" {
		r.put("", r.names.Instrumental(r.row))
	}
	r.has, r.row = false, ""
}

// words sets the waiting chords into a line. Under one row stand the same line of several verses, each with its digit.
func (r *reader) words(digit, words string) {
	verse := byte(0)
	if digit != "" {
		verse = digit[0]
	}
	line := format.Line(format.Words(strings.ReplaceAll(strings.TrimSpace(words), "_", "")))
	if r.has && !r.given[verse] {
		line = columns.Place(columns.WithoutBars(r.names.Marks(r.row)), words)
		r.given[verse] = true
	}
	if digit == "" {
		r.has = r.has && len(r.given) == 0
	}
	r.slide = r.slide || strings.Contains(line, "||")
	for _, part := range strings.FieldsFunc(line, func(c rune) bool { return c == '|' }) {
		if part = strings.TrimSpace(part); part != "" {
			r.put(digit, part)
		}
	}
}

// begin opens a section, or goes on with one of the file.
func (r *reader) begin(label, digit string) int {
	if digit == "" {
		r.label = label
	}
	name := label + digit
	r.out.Blocks = append(r.out.Blocks, format.Block{Label: long(name), Name: name, Line: r.at})
	return len(r.out.Blocks) - 1
}

// long writes OpenSong's names in full; its letters may be small.
func long(name string) string {
	if len(name) <= 3 {
		name = strings.ToUpper(name)
	}
	return format.Spaced(name)
}

func (r *reader) put(digit, line string) {
	at := len(r.out.Blocks) - 1
	if digit != "" {
		at = r.grouped(digit)
	} else if at < 0 {
		at = r.begin("V", "")
	}
	r.out.Blocks[at].Lines = append(r.out.Blocks[at].Lines, line)
}

// grouped finds the verse of a digit among the blocks of the label that is open: those from the label on.
func (r *reader) grouped(digit string) int {
	label := strings.TrimRight(r.label, "0123456789")
	if label == "" {
		label = "V"
	}
	for i := len(r.out.Blocks) - 1; i >= 0; i-- {
		b := &r.out.Blocks[i]
		if b.Name == label+digit {
			return i
		}
		if b.Name == r.label && !b.Has() {
			*b = format.Block{Label: long(label + digit), Name: label + digit, Line: r.at, Lines: b.Lines}
			return i
		}
	}
	return r.begin(label, digit)
}
