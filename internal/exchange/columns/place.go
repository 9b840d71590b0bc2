package columns

import (
	"slices"
	"strings"

	"churchmusic/internal/exchange/format"
)

// Marks are the chords and signs of a row, each where it stands.
func (n Names) Marks(row string) []Mark {
	list := remarks(tokens(Expand(row)))
	marks := make([]Mark, 0, len(list))
	for _, t := range list {
		text := strings.Trim(t.text, ",;")
		switch n.class(t.text) {
		case isChord, isDouble:
			marks = append(marks, n.split(text, t.column)...)
		case isSign, isBar:
			if isRepeat(text) || strings.Trim(text, "|‖:/%.") == "" && text != "" {
				marks = append(marks, Mark{t.column, text, true})
			}
		case isNear:
			marks = append(marks, remark(text, t.column))
		default:
			marks = append(marks, Mark{t.column, text, true})
		}
	}
	return marks
}

// remark is what stands in parentheses, or a chord with a slip of the pen.
func remark(text string, column int) Mark {
	if inner, ok := strings.CutPrefix(text, "("); ok {
		return Mark{column, strings.TrimSuffix(inner, ")"), true}
	}
	return Mark{Column: column, Text: text}
}

// split parts "G-D" into its chords.
func (n Names) split(text string, column int) []Mark {
	if n.chord(text) || doubles[text] {
		return []Mark{{Column: column, Text: n.Spell(text)}}
	}
	marks := make([]Mark, 0, 2)
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-–,~", r) }) {
		marks = append(marks, Mark{Column: column, Text: n.Spell(part)})
		column += Width(part) + 1
	}
	return marks
}

func (m Mark) bracket() string {
	if m.Note {
		return format.Annotation(m.Text)
	}
	return format.Chord(m.Text)
}

// Place sets the marks of a row into the words under it and gives a ChordPro line. A mark stands before the letter over whose
// column it begins; what stands past the end is appended at its distance. Blanks and strokes that only stretch the words, so
// that the chords have room, go. Columns follow the order of the letters, also where the words run from right to left.
func Place(marks []Mark, words string) string {
	words = strings.TrimRight(Expand(words), " \t")
	var pieces []piece
	column, next, from := 0, 0, 0
	for i, r := range words {
		w := width(r)
		if w == 0 {
			continue
		}
		for next < len(marks) && marks[next].Column < column+w {
			pieces = append(pieces, piece{words[from:i], marks[next].bracket()})
			from = i
			next++
		}
		column += w
	}
	pieces = append(pieces, piece{text: words[from:]})
	line := join(pieces)
	return format.Line(line + past(marks[next:], column))
}

type piece struct {
	text string
	then string // the chord after it
}

// join writes the pieces without what stretches them.
func join(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		text := strings.ReplaceAll(p.text, "_", "")
		if i == 0 {
			text = strings.TrimLeft(text, " ")
		}
		b.WriteString(format.Words(squeezed(text)))
		b.WriteString(p.then)
	}
	return b.String()
}

// squeezed makes runs of blanks one blank.
func squeezed(s string) string {
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// past appends the marks behind the words.
func past(marks []Mark, column int) string {
	var b strings.Builder
	for _, m := range marks {
		if m.Column > column {
			b.WriteByte(' ')
		}
		b.WriteString(m.bracket())
		column = m.Column + Width(m.Text)
	}
	return b.String()
}

// Beats says whether a row counts beats, "| G / / / |", and so stands for itself.
func Beats(row string) bool {
	return strings.ContainsAny(row, "%.") || strings.Contains(row, " /")
}

// WithoutBars drops bar lines from marks that go over words.
func WithoutBars(marks []Mark) []Mark {
	return slices.DeleteFunc(marks, func(m Mark) bool { return m.Note && strings.Trim(m.Text, "|‖:") == "" })
}

// Instrumental is a row without words, as a ChordPro line. Bars and rests stay between the chords.
func (n Names) Instrumental(row string) string {
	var b strings.Builder
	for i, m := range n.Marks(row) {
		if i > 0 {
			b.WriteByte(' ')
		}
		if m.Note && strings.Trim(m.Text, "|‖:/%.") == "" {
			b.WriteString(strings.ReplaceAll(m.Text, "‖", "||"))
			continue
		}
		b.WriteString(m.bracket())
	}
	return format.Line(b.String())
}
