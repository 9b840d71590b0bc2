package songbeamer

import (
	"strings"
	"unicode"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

type reader struct {
	out       format.Builder
	encoding  string
	languages int
	chords    map[int][]chord // by line of the song
	names     columns.Names
	number    int // the line of the song, as the chords count them
	language  int // of the next line, from 0
	second    bool
}

// marks are the names of verses that only SongBeamer has.
var marks = map[string]bool{"misc": true, "part": true, "teil": true, "unbekannt": true, "unknown": true, "unbenannt": true, "pre-bridge": true, "pre-coda": true}

// mark says whether the first line of a verse names it.
func mark(line string) (name, label string, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) > 4 && strings.EqualFold(line[:4], "$$M=") {
		return line[4:], line[4:], true
	}
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 2 || len(words) == 2 && !strings.ContainsAny(words[1][:1], "0123456789") {
		return "", "", false
	}
	first := strings.ToLower(words[0])
	if marks[strings.TrimRightFunc(first, unicode.IsDigit)] {
		return line, line, true
	}
	if _, known := chart.ParseLabel(line); known && len(first) > 3 {
		return line, line, true
	}
	return "", "", false
}

// verse is what stands between two separators.
type verse struct {
	line  int // of the separator in the file
	lines []string
}

func (r *reader) verses(lines []string, from int) {
	var all []verse
	for i := from; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if strings.HasPrefix(line, "---") || len(all) == 0 {
			all = append(all, verse{line: i + 1})
			if strings.HasPrefix(line, "---") {
				continue
			}
		}
		all[len(all)-1].lines = append(all[len(all)-1].lines, strings.TrimRight(lines[i], " \t"))
	}
	r.findNames()
	counted := !everyMarked(all)
	for i, v := range all {
		if i > 0 {
			r.number++
		}
		r.verse(v, counted)
	}
	if r.second {
		r.out.Losses.Add(0, "The song has the words in several languages; those after the first were kept as comments.")
	}
	r.leftChords()
}

// everyMarked says whether SongBeamer itself wrote the names of the verses: then it does not count them as lines.
func everyMarked(all []verse) bool {
	for _, v := range all {
		if len(v.lines) > 0 {
			if _, _, ok := mark(v.lines[0]); !ok {
				return false
			}
		}
	}
	return true
}

// findNames finds out in which language the chords are named.
func (r *reader) findNames() {
	row := make([]string, 0, 64)
	for _, list := range r.chords {
		for _, c := range list {
			row = append(row, c.name)
		}
	}
	if r.names = columns.FindNames([]string{strings.Join(row, "  ")}); r.names.System != nil {
		r.out.Losses.Add(0, "The chords were named in another language; they are kept in English letters, and shown as each person likes.")
	}
}

func (r *reader) verse(v verse, counted bool) {
	block := format.Block{Line: v.line}
	r.language = 0
	for i, line := range v.lines {
		if name, label, ok := mark(line); ok && i == 0 {
			block.Name, block.Label = name, label
			if counted {
				r.number++
			}
			continue
		}
		if strings.TrimSpace(line) == "--" {
			r.number++
			r.language = 0
			continue
		}
		r.line(&block, line)
		r.number++
	}
	if block.Label != "" || block.Has() {
		boxes.Add(&r.out, block)
	}
}

func (r *reader) line(block *format.Block, line string) {
	line, language := r.ofLanguage(line)
	text := r.placed(line)
	switch {
	case text == "":
	case language > 0:
		r.second = true
		block.Lines = append(block.Lines, format.Comment(text))
	default:
		block.Lines = append(block.Lines, text)
	}
}

// ofLanguage says which language a line is in: "##2 words" says so, else the lines take turns.
func (r *reader) ofLanguage(line string) (string, int) {
	if trimmed := strings.TrimSpace(line); len(trimmed) > 2 && strings.HasPrefix(trimmed, "##") && trimmed[2] >= '1' && trimmed[2] <= '4' {
		return strings.TrimPrefix(trimmed[3:], " "), int(trimmed[2] - '1')
	}
	language := r.language
	r.language = (r.language + 1) % r.languages
	return line, language
}

// placed sets the chords of this line into its words.
func (r *reader) placed(line string) string {
	marks := make([]boxes.Mark, 0, 8)
	for _, c := range r.chords[r.number] {
		marks = append(marks, boxes.Mark{At: c.at, Chord: r.names.Spell(c.name)})
	}
	delete(r.chords, r.number)
	return strings.Join(boxes.Lines(withoutTags(line), marks), " ")
}

// tags are those of SongBeamer's formatting; any other <word> is words.
var tags = map[string]bool{"b": true, "i": true, "u": true, "s": true, "p": true, "br": true, "super": true, "sub": true, "wordwrap": true, "strike": true, "h": true,
	"hl": true, "linespacing": true, "c": true, "color": true, "align": true, "valign": true, "font": true, "size": true}

// withoutTags takes SongBeamer's formatting out: <b>, </i>, <align=left>.
func withoutTags(line string) string {
	var b strings.Builder
	for line != "" {
		open := strings.IndexByte(line, '<')
		if open < 0 {
			break
		}
		end := strings.IndexByte(line[open:min(len(line), open+60)], '>')
		inner := ""
		if end > 1 {
			inner = strings.TrimPrefix(line[open+1:open+end], "/")
		}
		name, _, _ := strings.Cut(strings.ToLower(inner), " ")
		if name, _, _ = strings.Cut(name, "="); !tags[strings.TrimSuffix(name, "/")] {
			b.WriteString(line[:open+1])
			line = line[open+1:]
			continue
		}
		b.WriteString(line[:open])
		line = line[open+end+1:]
	}
	b.WriteString(line)
	return b.String()
}

// leftChords says that chords stand where the song has no line.
func (r *reader) leftChords() {
	if len(r.chords) > 0 {
		r.out.Losses.Add(0, "Some chords stand where the song has no line; they were left out.")
	}
}
