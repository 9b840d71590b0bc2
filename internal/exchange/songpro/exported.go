package songpro

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/rtf"
)

const mostSongs = 20_000

// exported reads the program's export: a tag on a line of its own, its text under it, #E at the end of a song.
func exported(text, encoding string) []*format.Builder {
	var songs []*format.Builder
	tag, from := "", 0
	lines := strings.Split(text, "\n")
	finish := func(end int) {
		if tag == "" || len(songs) == 0 && tag != "T" {
			return
		}
		if tag == "T" {
			songs = append(songs, &format.Builder{})
		}
		put(songs[len(songs)-1], tag, content(lines[from:end], encoding), from)
	}
	for i, line := range lines {
		line = strings.TrimRight(line, " \t")
		if len(line) != 2 || line[0] != '#' {
			continue
		}
		finish(i)
		if tag, from = line[1:], i+1; len(songs) == mostSongs && tag == "T" {
			songs[len(songs)-1].Losses.Add(i+1, "The file has more songs than can be read at once; the rest was left out.")
			return songs
		}
	}
	finish(len(lines))
	return songs
}

// content is the text under a tag, which may be Rich Text.
func content(lines []string, encoding string) string {
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if rtf.Is([]byte(text)) {
		text = rtf.Text([]byte(text), encoding)
	}
	return strings.TrimSpace(text)
}

func put(b *format.Builder, tag, text string, line int) {
	facts, losses := &b.Facts, &b.Losses
	if text == "" || !boxes.Room(b) {
		return
	}
	switch tag {
	case "T":
		format.Put(facts, "title", text)
	case "A":
		format.PutTag(facts, losses, line, "author", boxes.List(b, text))
	case "R":
		format.Put(facts, "copyright", text)
	case "G":
		format.Put(facts, "tag", text)
	case "N":
		format.Put(facts, "notes", text)
	case "M":
		format.Put(facts, "songbook", text)
	case "O":
		b.Order = order(text)
	default:
		section(b, tag, text, line)
	}
}

// names of sections by their tags; digits are verses.
var names = map[string]string{"B": "Bridge", "C": "Chorus", "D": "Ending"}

func section(b *format.Builder, tag, text string, line int) {
	label, ok := names[tag]
	if !ok && tag >= "1" && tag <= "9" {
		label, ok = "Verse "+tag, true
	}
	if !ok {
		if tag != "E" {
			b.Losses.Add(line, "SongPro’s “#"+tag+"” has no place here; it was left out.")
		}
		return
	}
	boxes.Add(b, format.Block{Label: label, Name: tag, Line: line, Lines: boxes.Lines(text, nil)})
}

// order parts "1C2CBC" into its tags.
func order(text string) []string {
	var tags []string
	for _, r := range text {
		if strings.ContainsRune("BCD123456789", r) && len(tags) < 1_000 {
			tags = append(tags, string(r))
		}
	}
	return tags
}
