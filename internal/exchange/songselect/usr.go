package songselect

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

// usr reads a .usr file: [S A22025] and lines of "Name=value"; /t parts the sections of Fields and Words, /n their lines.
func usr(text string) []*format.Builder {
	var builders []*format.Builder
	var values map[string]string
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \t")
		if number, ok := strings.CutPrefix(line, "[S "); ok {
			b := &format.Builder{}
			builders = append(builders, b)
			values = map[string]string{}
			b.Facts.Add("ccli", format.Digits(number))
			continue
		}
		name, value, found := strings.Cut(line, "=")
		if !found || values == nil {
			continue
		}
		b := builders[len(builders)-1]
		values[name] = value
		usrField(b, name, value, i+1)
		if name == "Words" {
			sections(b, values["Fields"], value, i+1)
		}
	}
	return builders
}

func usrField(b *format.Builder, name, value string, line int) {
	if strings.TrimSpace(value) == "" {
		return
	}
	switch name {
	case "Title":
		format.Put(&b.Facts, "title", value)
	case "Author":
		format.PutPeople(&b.Facts, "author", value+"|")
	case "Copyright":
		format.Put(&b.Facts, "copyright", strings.ReplaceAll(value, " | ", "; "))
	case "Admin":
		format.Put(&b.Facts, "publisher", strings.ReplaceAll(value, " | ", "; "))
	case "Themes":
		for _, theme := range strings.Split(strings.ReplaceAll(value, " | ", "/t"), "/t") {
			format.Put(&b.Facts, "theme", theme)
		}
	case "Keys":
		b.Losses.Add(line, "The file names the key "+value+" but has no chords; set it as the key of the arrangement if it is wanted.")
	case "Fields", "Words":
	default:
		b.Losses.Add(line, "SongSelect’s “"+name+"” has no place here; it was left out.")
	}
}

func sections(b *format.Builder, fields, text string, number int) {
	labels := strings.Split(fields, "/t")
	for i, body := range strings.Split(text, "/t") {
		block := format.Block{Line: number}
		if i < len(labels) {
			block.Label = strings.TrimSpace(labels[i])
		}
		lines := strings.Split(strings.ReplaceAll(body, " | ", "/n"), "/n")
		if label, ok := ownLabel(lines[0]); ok {
			block.Label, lines = label, lines[1:]
		}
		for _, line := range lines {
			block.Lines = append(block.Lines, format.Line(format.Words(strings.TrimSpace(line))))
		}
		b.Blocks = append(b.Blocks, block)
	}
}

// ownLabel takes "(PRE-CHORUS 1)", which stands in the words because the fields have no name for it.
func ownLabel(line string) (string, bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "(") || !strings.HasSuffix(line, ")") || line != strings.ToUpper(line) {
		return "", false
	}
	return strings.Trim(line, "()"), len(line) > 2
}
