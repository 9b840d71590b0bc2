package easyworship

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/rtf"
)

const mostSongs = 50_000

// entry is a song as EasyWorship keeps it.
type entry struct {
	title, author, copyright, administrator, number, notes, tags string
	words                                                        []byte
}

// text decodes a text of the versions that knew no Unicode.
func text(b []byte, chosen string) string {
	for i, c := range b {
		if c == 0 {
			b = b[:i]
			break
		}
	}
	if chosen == "" {
		chosen = "windows-1252"
	}
	return strings.TrimSpace(encoding.DecodeAs(b, chosen).Text)
}

func (e entry) song(encoding string) format.Song {
	b := &format.Builder{}
	format.Put(&b.Facts, "title", boxes.Plain(e.title))
	format.PutPeople(&b.Facts, "author", boxes.List(b, boxes.Plain(e.author)))
	format.Put(&b.Facts, "copyright", boxes.Plain(e.copyright))
	format.Put(&b.Facts, "publisher", boxes.Plain(e.administrator))
	if digits := format.Digits(e.number); digits != "" && digits != "0" {
		format.Put(&b.Facts, "ccli", digits)
	}
	format.Put(&b.Facts, "notes", boxes.Plain(e.notes))
	format.PutAll(&b.Facts, "tag", boxes.List(b, boxes.Plain(e.tags)), ",;\n")
	b.Blocks = blocks(rtf.Text(e.words, encoding))
	if len(b.Blocks) == 0 {
		b.Losses.Add(0, "This song has no words.")
	}
	return b.Song(format.Input{})
}

// blocks parts the words into sections: blank lines part slides, and the first line of a slide may name its section. A slide without
// a name goes on with the section before, in a song that names its sections.
func blocks(words string) []format.Block {
	var found []format.Block
	named, fresh := false, true
	for line := range strings.SplitSeq(words, "\n") {
		plain := strings.Join(strings.Fields(boxes.Plain(line)), " ")
		if plain == "" {
			fresh = true
			continue
		}
		if label, ok := sectionName(plain); ok && fresh {
			found = append(found, format.Block{Label: label})
			named, fresh = true, false
			continue
		}
		if n := len(found); n == 0 || fresh && !named {
			found = append(found, format.Block{Label: "Verse"})
		} else if fresh {
			found[n-1].Lines = append(found[n-1].Lines, "")
		}
		fresh = false
		last := &found[len(found)-1]
		last.Lines = append(last.Lines, format.Line(format.Words(plain)))
	}
	return found
}

// sectionName takes "Verse 2", "CHORUS (x2)" and EasyWorship's "Slide 3".
func sectionName(line string) (string, bool) {
	if len(line) > 40 {
		return "", false
	}
	lower := strings.ToLower(line)
	if rest, found := strings.CutPrefix(lower, "slide"); found && strings.Trim(rest, " 0123456789") == "" {
		return "Verse" + rest, true
	}
	label, ok := chart.ParseLabel(line)
	return line, ok && len(label.Text) > 2
}
