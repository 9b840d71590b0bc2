package openlyrics

import (
	"strings"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
)

type reader struct {
	out   format.Builder
	names columns.Names
	old   bool // before 0.8: a line is an element
	tags  bool
	count map[byte]int      // of each letter: its verse names
	lang  map[string]string // of each verse name: the language that came first
}

func (r *reader) lyrics(lyrics *markup.Node) {
	if lyrics == nil {
		return
	}
	r.lang = map[string]string{}
	r.count = map[byte]int{}
	for _, n := range append(lyrics.All("verse"), lyrics.All("instrument")...) {
		if name := n.Attr("name"); name != "" {
			r.count[name[0]|0x20]++
		}
	}
	var chords []string
	collect(lyrics, &chords)
	if r.names = columns.FindNames(chords); r.names.System != nil {
		r.out.Losses.Add(0, "The chords were named in another language; they are kept in English letters, and shown as each person likes.")
	}
	for _, n := range lyrics.Children {
		if n.Name == "verse" || n.Name == "instrument" {
			r.verse(n)
		}
	}
	if r.tags {
		r.out.Losses.Add(0, "The formatting of words (colours and the like) was left out.")
	}
}

// collect gathers the names of chords, one a line.
func collect(n *markup.Node, chords *[]string) {
	if n.Name == "chord" && n.Attr("name") != "" {
		*chords = append(*chords, n.Attr("name"))
	}
	for _, c := range n.Children {
		collect(c, chords)
	}
}

// letters of verse names, as labels.
var labels = map[byte]string{'v': "Verse", 'c': "Chorus", 'p': "Pre-Chorus", 'b': "Bridge", 'e': "Ending", 'i': "Intro", 't': "Tag",
	's': "Solo", 'm': "Interlude", 'o': "Other"}

// labelOf writes a verse name in full: "v1a" is Verse 1a.
func labelOf(name string) string {
	if name == "" {
		return "Verse"
	}
	rest := strings.ToLower(name[1:])
	if word, ok := labels[name[0]|0x20]; ok && (rest == "" || len(rest) == 1 || rest[0] >= '0' && rest[0] <= '9') {
		return strings.TrimSpace(word + " " + rest)
	}
	return format.Spaced(name)
}

func (r *reader) verse(n *markup.Node) {
	name, lang := n.Attr("name"), n.Attr("lang")
	block := format.Block{Name: name, Label: labelOf(name), Line: n.Line}
	if strings.HasSuffix(name, "1") && len(name) == 2 && name[0] != 'v' && r.count[name[0]|0x20] == 1 {
		block.Label = labelOf(name[:1])
	}
	first, again := r.lang[name]
	switch {
	case !again:
		r.lang[name] = lang
	case first != lang || n.Attr("translit") != "":
		mark := strings.TrimSpace(lang + " " + n.Attr("translit"))
		block.Name, block.Label = "", block.Label+" ("+mark+")"
		r.out.Losses.Add(n.Line, "“"+labelOf(name)+"” comes in another language ("+mark+"); it is a section of its own.")
	}
	parts := n.All("lines")
	for _, lines := range parts {
		if n := len(block.Lines); n > 0 && len(parts) > 1 && parts[0].Attr("break") == "" {
			block.Lines = append(block.Lines, "")
		}
		r.lines(lines, &block, len(parts) == 1)
	}
	r.out.Blocks = append(r.out.Blocks, block)
}

func (r *reader) lines(lines *markup.Node, block *format.Block, only bool) {
	if part := lines.Attr("part"); part != "" {
		block.Lines = append(block.Lines, format.Comment(part))
	}
	if times := format.Digits(lines.Attr("repeat")); len(times) == 1 && times > "1" {
		if only {
			block.Repeat = int(times[0] - '0')
		} else {
			block.Lines = append(block.Lines, format.Comment("× "+times))
		}
	}
	l := line{reader: r, block: block}
	if r.old && lines.Child("line") != nil {
		for _, n := range lines.All("line") {
			l.children(n)
			l.end()
		}
		return
	}
	l.children(lines)
	l.end()
}

// line collects one line of words with its chords.
type line struct {
	reader *reader
	block  *format.Block
	b      strings.Builder
	filled bool // something came since the last end
}

func (l *line) children(n *markup.Node) {
	for _, c := range n.Children {
		l.node(c)
	}
}

func (l *line) node(n *markup.Node) {
	switch n.Name {
	case "":
		l.text(n.Text)
	case "br":
		l.filled = true
		l.end()
	case "chord":
		l.b.WriteString(l.reader.chord(n))
		l.children(n)
	case "comment":
		if text := strings.TrimSpace(n.String()); text != "" {
			l.block.Lines = append(l.block.Lines, format.Comment(text))
		}
	case "tag":
		l.reader.tags = true
		l.children(n)
	case "beat":
		l.children(n)
		l.text(" ")
	default:
		l.children(n)
	}
}

// text adds words. A raw line feed is a blank, and so is a run of them.
func (l *line) text(s string) {
	if strings.TrimSpace(s) == "" {
		s = " "
	}
	words := strings.Join(strings.Fields(s), " ")
	if strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.HasPrefix(s, "\t") {
		words = " " + words
	}
	if last := s[len(s)-1]; words != " " && (last == ' ' || last == '\n' || last == '\t') {
		words += " "
	}
	l.b.WriteString(format.Words(words))
}

// end finishes a line; an empty one parts stanzas, but a comment or the end of the lines makes none.
func (l *line) end() {
	text := strings.TrimSpace(l.b.String())
	l.b.Reset()
	lines := l.block.Lines
	comment := len(lines) > 0 && strings.HasPrefix(lines[len(lines)-1], "{comment")
	if text != "" {
		l.block.Lines = append(lines, format.Line(squeezed(text)))
	} else if l.filled && !comment && len(lines) > 0 && lines[len(lines)-1] != "" {
		l.block.Lines = append(lines, "")
	}
	l.filled = false
}

func squeezed(s string) string {
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// chord is a chord in brackets: by its name, or by root, structure and bass as 0.9 has it.
func (r *reader) chord(n *markup.Node) string {
	if name := n.Attr("name"); name != "" {
		return format.Chord(r.names.Spell(plainSigns.Replace(name)))
	}
	root := n.Attr("root")
	if root == "" {
		return ""
	}
	name := root + structure(n.Attr("structure"))
	if bass := n.Attr("bass"); bass != "" {
		name += "/" + bass
	}
	return format.Chord(name)
}

// plainSigns are signs that fonts lack.
var plainSigns = strings.NewReplacer("ⵔ", "°", "ⵁ", "ø")
