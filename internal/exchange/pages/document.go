package pages

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

// Paragraph is one of a document. Lines that end within it stand in it together.
type Paragraph struct {
	Style string // "title", "heading 1", …; "" for plain text
	Text  string
}

const mostSongs = 1_000

// Document makes songs of a text document: one, or as many as there are titles in a style for titles.
func Document(in format.Input, all []Paragraph) (format.Result, error) {
	var result format.Result
	for _, part := range parts(all) {
		if songs := document(in, part); len(songs) > 0 {
			in.Name = ""
			result.Songs = append(result.Songs, songs...)
		}
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}

// parts cuts a document at its titles.
func parts(all []Paragraph) [][]Paragraph {
	style := ""
	for _, wanted := range []string{"title", "heading 1"} {
		for _, p := range all {
			if isTitle(p, wanted) {
				style = wanted
			}
		}
		if style != "" {
			break
		}
	}
	cut := [][]Paragraph{nil}
	for _, p := range all {
		if style != "" && isTitle(p, style) && len(cut) < mostSongs {
			cut = append(cut, []Paragraph{{Style: "title", Text: p.Text}})
			continue
		}
		last := len(cut) - 1
		cut[last] = append(cut[last], p)
	}
	return cut
}

// isTitle says whether a paragraph is a title in a style; headings of sections are none.
func isTitle(p Paragraph, style string) bool {
	text := strings.TrimSpace(p.Text)
	_, isLabel := chart.ParseLabel(text)
	return p.Style == style && text != "" && !isLabel
}

func document(in format.Input, part []Paragraph) []format.Song {
	b := &format.Builder{}
	if len(part) > 0 && part[0].Style == "title" {
		format.Put(&b.Facts, "title", boxes.Plain(part[0].Text))
		part = part[1:]
	}
	paragraphs := stanzas(part)
	lines := make([]string, 0, 64)
	for _, p := range paragraphs {
		lines = append(append(lines, p...), "")
	}
	text := strings.Join(lines, "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if (chordpro.Format{}).Detect("", text) >= format.Sure {
		result, err := chordpro.Format{}.Read(format.Input{Name: in.Name, Data: []byte(text)})
		if err == nil {
			return result.Songs
		}
	}
	if hasRows(lines) {
		b.Losses.Add(0, "The chords stand over the words by the widths of the document’s letters; look whether they came to their places.")
	}
	Song(b, paragraphs)
	return []format.Song{b.Song(in)}
}

func hasRows(lines []string) bool {
	names := columns.FindNames(lines)
	for _, line := range lines {
		if names.Look(line) == columns.Row {
			return true
		}
	}
	return false
}

// stanzas joins paragraphs of one line up to a blank one; a paragraph of several lines is a stanza of its own.
func stanzas(all []Paragraph) [][]string {
	var found [][]string
	open := false
	for _, p := range all {
		lines := strings.Split(strings.Trim(p.Text, "\n"), "\n")
		switch {
		case strings.TrimSpace(p.Text) == "":
			open = false
		case len(lines) > 1 && !open, len(lines) == 1 && !open:
			found = append(found, lines)
			open = len(lines) == 1
		case len(lines) > 1 && !isLabelOnly(found[len(found)-1]):
			found = append(found, lines)
			open = false
		default:
			last := len(found) - 1
			found[last] = append(found[last], lines...)
			open = len(lines) == 1
		}
	}
	return found
}

func isLabelOnly(lines []string) bool {
	_, _, ok := columns.Label(lines[len(lines)-1])
	return ok
}
