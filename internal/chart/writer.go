package chart

import "strings"

// Write gives the chart as ChordPro. Lines that were read and not changed come back
// byte for byte; what was made in memory is written with a blank line after each
// section, which other programs need.
func Write(c *Chart) string {
	var b strings.Builder
	for _, f := range c.Meta {
		if f.Line == 0 {
			writeField(&b, f)
		}
	}
	for i := range c.Sections {
		writeSection(&b, &c.Sections[i])
	}
	return b.String()
}

// standardMeta are names that may stand as a directive; all others go into {meta}.
var standardMeta = names("title", "sorttitle", "subtitle", "artist", "composer", "lyricist", "arranger", "copyright", "album",
	"year", "key", "time", "tempo", "duration", "capo")

func writeField(b *strings.Builder, f Field) {
	if standardMeta[f.Name] {
		writeDirective(b, f.Name, f.Value)
		return
	}
	writeDirective(b, "meta", f.Name+" "+f.Value)
}

func writeDirective(b *strings.Builder, name, value string) {
	b.WriteByte('{')
	b.WriteString(name)
	if value != "" {
		b.WriteString(": ")
		b.WriteString(oneLine(value))
	}
	b.WriteString("}\n")
}

func oneLine(s string) string {
	return strings.NewReplacer("\r", " ", "\n", " ").Replace(s)
}

func writeSection(b *strings.Builder, s *Section) {
	made := s.Type != None && (len(s.Lines) == 0 || s.Lines[0].Kind != Start && s.Lines[0].Kind != Heading)
	name := s.environmentName()
	if made {
		startLine(b)
		writeDirective(b, "start_of_"+name, s.Label)
	}
	for i := range s.Lines {
		writeLine(b, &s.Lines[i])
	}
	if made {
		writeDirective(b, "end_of_"+name, "")
		b.WriteByte('\n')
	}
}

// startLine makes sure that what was written so far ends with a line end and, when
// it is metadata, with a blank line.
func startLine(b *strings.Builder) {
	text := b.String()
	if text == "" || strings.HasSuffix(text, "\n\n") {
		return
	}
	if !strings.HasSuffix(text, "\n") {
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

func (s *Section) environmentName() string {
	if s.Environment != "" {
		return s.Environment
	}
	return strings.ReplaceAll(string(s.Type), "-", "_")
}

func writeLine(b *strings.Builder, line *Line) {
	if line.source != "" {
		b.WriteString(line.source)
		return
	}
	switch line.Kind {
	case Lyrics:
		writeParts(b, line.Parts)
	case Grid:
		writeCells(b, line.Cells)
	case Comment:
		writeDirective(b, commentName(line.Style), line.Text)
		return
	case Heading:
		writeDirective(b, "comment", line.Text)
		return
	case Recall:
		writeDirective(b, "chorus", line.Text)
		return
	case Directive, Start, End:
		writeDirective(b, line.Directive.text(), line.Directive.Value)
		return
	case Literal, Remark:
		b.WriteString(oneLine(line.Text))
	}
	b.WriteByte('\n')
}

func (c Command) text() string {
	if c.Selector != "" {
		return c.Name + "-" + c.Selector
	}
	return c.Name
}

func commentName(style string) string {
	for name, s := range commentStyles {
		if s == style {
			return name
		}
	}
	return "comment"
}

func writeParts(b *strings.Builder, parts []Part) {
	for _, p := range parts {
		switch {
		case p.Annotation != "":
			b.WriteString("[*" + oneLine(p.Annotation) + "]")
		case p.Chord != "":
			b.WriteString("[" + oneLine(p.Chord) + "]")
		}
		b.WriteString(oneLine(p.Text))
	}
}

func writeCells(b *strings.Builder, cells []Cell) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(cell.Bar + cell.Chord + cell.Text)
	}
}
