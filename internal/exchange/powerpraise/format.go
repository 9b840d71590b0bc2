// Package powerpraise reads PowerPraise's .ppl: XML with captions for the parts and an order of the captions.
package powerpraise

import (
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/credits"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/fault"
)

// Format is PowerPraise.
type Format struct{}

// Name is "powerpraise".
func (Format) Name() string { return "powerpraise" }

// Title names the format for people.
func (Format) Title() string { return "PowerPraise" }

// Extensions are PowerPraise's.
func (Format) Extensions() []string { return []string{".ppl"} }

// Detect looks at the root element.
func (Format) Detect(_, head string) format.Confidence {
	if markup.Root(head) == "ppl" {
		return format.Sure
	}
	return format.No
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
	if root.Name != "ppl" {
		return format.Result{}, fault.New(fault.Invalid, "This is no PowerPraise song: it begins with <%s>.", root.Name)
	}
	b := &format.Builder{}
	if broken != "" {
		b.Losses.Add(0, broken)
	}
	facts(b, root)
	for _, p := range root.Child("songtext").All("part") {
		part(b, p)
	}
	for _, item := range root.Child("order").All("item") {
		b.Order = append(b.Order, strings.TrimSpace(item.String()))
	}
	text, _ := in.Text(format.LongestSong)
	return format.Result{Songs: []format.Song{b.Song(in)}, Original: text.Text, Encoding: name}, nil
}

func facts(b *format.Builder, root *markup.Node) {
	general := root.Child("general")
	format.Put(&b.Facts, "title", general.Value("title"))
	if category := general.Value("category"); !strings.EqualFold(category, "Keine Kategorie") {
		format.Put(&b.Facts, "tag", category)
	}
	if language := general.Value("language"); len(language) > 1 {
		format.Put(&b.Facts, "language", language)
	}
	for _, kind := range []string{"copyright", "source"} {
		for _, line := range root.Child("information").Child(kind).Child("text").All("line") {
			text := strings.Join(strings.Fields(line.String()), " ")
			switch {
			case text == "" || !boxes.Room(b) || credits.Line(b, text, line.Line):
			case kind == "source":
				format.Put(&b.Facts, "songbook", text)
			default:
				format.Put(&b.Facts, "copyright", text)
			}
		}
	}
}

func part(b *format.Builder, p *markup.Node) {
	caption := strings.TrimSpace(p.Attr("caption"))
	block := format.Block{Label: boxes.Label(caption), Name: caption, Line: p.Line}
	if rest, found := strings.CutPrefix(caption, "Teil"); found {
		block.Label = strings.TrimSpace("Verse" + rest) // PowerPraise's own word for a part of any kind
	}
	for _, slide := range p.All("slide") {
		for _, n := range slide.Children {
			text := strings.TrimSpace(n.String())
			switch {
			case text == "":
			case n.Name == "line":
				block.Lines = append(block.Lines, format.Inline(boxes.Plain(text), same))
			case n.Name == "translation":
				b.Losses.Add(0, "The song has a translation; it was kept as comments.")
				block.Lines = append(block.Lines, format.Comment(boxes.Plain(text)))
			}
		}
	}
	if block.Has() {
		b.Blocks = append(b.Blocks, block)
	}
}

func same(s string) string { return s }
