// Package videopsalm reads VideoPsalm's books: nearly JSON, with names that have no quotes.
package videopsalm

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

// Format is VideoPsalm.
type Format struct{}

// Name is "videopsalm".
func (Format) Name() string { return "videopsalm" }

// Title names the format for people.
func (Format) Title() string { return "VideoPsalm" }

// Extensions are VideoPsalm's: a book, and an agenda that holds books.
func (Format) Extensions() []string { return []string{".json", ".vpc"} }

// Detect looks for an object with songs and verses.
func (Format) Detect(_, head string) format.Confidence {
	head = strings.TrimLeft(head, "\ufeff \t\r\n")
	if !strings.HasPrefix(head, "{") && !strings.HasPrefix(head, "[") {
		return format.No
	}
	plain := strings.NewReplacer(`"`, "", " ", "").Replace(head[:min(len(head), 8_192)])
	switch songs, verses := strings.Contains(plain, "Songs:["), strings.Contains(plain, "Verses:["); {
	case songs && verses:
		return format.Sure
	case verses && strings.Contains(plain, "Text:"), songs && strings.Contains(plain, "Guid:"):
		return format.Likely
	}
	return format.No
}

const mostSongs = 20_000

// Read gives the songs of a book.
func (Format) Read(in format.Input) (format.Result, error) {
	text, err := in.Text(format.LongestBook)
	if err != nil {
		return format.Result{}, err
	}
	p := &parser{s: strings.TrimLeft(text.Text, "\ufeff \t\r\n")}
	root := p.value()
	result := format.Result{Original: text.Text, Encoding: text.Encoding}
	for _, book := range books(root) {
		name := book.get("Text")
		for _, s := range book.object["Songs"].list {
			if s.get("Text") == "" && s.object["Verses"].list == nil || len(result.Songs) == mostSongs {
				continue
			}
			b := song(s, name)
			b.Losses.Decoding(text)
			result.Songs = append(result.Songs, b.Song(in))
		}
	}
	if len(result.Songs) == 0 {
		return format.Result{}, fault.New(fault.Invalid, "There is no song of VideoPsalm in this file.")
	}
	if p.fault || len(result.Songs) == mostSongs {
		last := &result.Songs[len(result.Songs)-1]
		last.Losses = append(last.Losses, format.Loss{Message: "The file is broken or has too many songs; what comes after this one is lost."})
	}
	return result, nil
}

// books finds the objects that hold songs: the file itself, or members of a list; a song alone makes a book.
func books(root value) []value {
	if root.object["Songs"].list != nil {
		return []value{root}
	}
	if root.object["Verses"].list != nil {
		return []value{{object: map[string]value{"Songs": {list: []value{root}}}}}
	}
	var found []value
	for _, v := range root.list {
		found = append(found, books(v)...)
	}
	for _, name := range []string{"Songbooks", "Books", "Items"} {
		for _, v := range root.object[name].list {
			found = append(found, books(v)...)
		}
	}
	return found
}

// members of a song with the facts that they are.
var members = []struct{ name, fact string }{{"Copyright", "copyright"}, {"CCLI", "ccli"}, {"Key", "key"}, {"Capo", "capo"}, {"Memo1", "notes"}, {"Memo2", "notes"},
	{"Memo3", "notes"}, {"Reference", "number"}, {"Publisher", "publisher"}, {"Arranger", "arranger"}, {"Translator", "translator"}, {"Alias", "alias"}, {"Tempo", "tempo"}}

func song(s value, book string) *format.Builder {
	b := &format.Builder{}
	format.Put(&b.Facts, "title", s.get("Text"))
	author, composer := boxes.List(b, s.get("Author")), boxes.List(b, s.get("Composer"))
	if author == composer {
		format.PutTag(&b.Facts, &b.Losses, 0, "author", author)
	} else {
		format.PutTag(&b.Facts, &b.Losses, 0, "lyricist", author)
		format.PutTag(&b.Facts, &b.Losses, 0, "composer", composer)
	}
	for _, m := range members {
		if text := s.get(m.name); text != "" {
			format.PutTag(&b.Facts, &b.Losses, 0, m.fact, text)
		}
	}
	format.PutAll(&b.Facts, "theme", boxes.List(b, s.get("Theme")), "\n;")
	format.Put(&b.Facts, "songbook", format.Songbook(book, s.get("ID")))
	verses(b, s)
	return b
}

// verses have no names of their own; the song's sequence gives them, when it names as many as there are.
func verses(b *format.Builder, s value) {
	order := strings.Fields(s.get("Sequence"))
	var names []string
	seen := map[string]bool{}
	for _, name := range order {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	var blocks []format.Block
	for _, v := range s.object["Verses"].list {
		if block := verse(v); block.Has() {
			blocks = append(blocks, block)
		}
	}
	named := len(names) == len(blocks)
	for i := range blocks {
		switch {
		case named:
			blocks[i].Label, blocks[i].Name = format.Spaced(names[i]), names[i]
		case blocks[i].Label == "":
			blocks[i].Label = "Verse"
		}
	}
	if b.Blocks = blocks; named {
		b.Order = order
		return
	}
	if len(order) > 0 {
		b.Losses.Add(0, "The song’s sequence names "+strings.Join(names, " ")+", which are not its verses; it was left out.")
	}
	b.Losses.Add(0, "VideoPsalm names no sections; they became verses.")
}

func verse(v value) format.Block {
	var block format.Block
	for i, line := range strings.Split(v.object["Text"].text, "\n") {
		line = strings.TrimSpace(boxes.Plain(line))
		if label, rest, ok := columns.Label(line); i == 0 && ok && rest == "" {
			block.Label = label
			continue
		}
		if line != "" {
			block.Lines = append(block.Lines, format.Inline(line, func(s string) string { return s }))
		}
	}
	return block
}
