package propresenter

import (
	"encoding/base64"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/rtf"
)

type reader struct {
	out      format.Builder
	encoding string
}

// attributes of the document with the facts that they are; of two for one fact the first that is set counts.
var attributes = []struct{ name, fact string }{
	{"CCLISongTitle", "title"}, {"CCLIAuthor", "author"}, {"author", "author"}, {"CCLIArtistCredits", "artist"}, {"artist", "artist"},
	{"CCLIPublisher", "publisher"}, {"CCLISongNumber", "ccli"}, {"album", "album"}, {"notes", "notes"},
}

func (r *reader) facts(root *markup.Node) {
	for _, a := range attributes {
		if text := strings.TrimSpace(root.Attr(a.name)); text != "" {
			format.PutTag(&r.out.Facts, &r.out.Losses, root.Line, a.fact, boxes.List(&r.out, text))
		}
	}
	if number := format.Digits(root.Attr("CCLILicenseNumber")); number != "" {
		r.out.Losses.Add(root.Line, "ProPresenter 4 and 5 keep the song’s CCLI number in a field called licence number; it was taken as the song number.")
		format.Put(&r.out.Facts, "ccli", number)
	}
	for _, name := range []string{"CCLICopyrightYear", "CCLICopyrightInfo"} {
		text := strings.TrimSpace(root.Attr(name))
		if _, err := strconv.Atoi(text); err == nil && len(text) == 4 {
			format.Put(&r.out.Facts, "year", text)
		} else {
			format.Put(&r.out.Facts, "copyright", text)
		}
	}
	if category := strings.TrimSpace(root.Attr("category")); !usual[strings.ToLower(category)] {
		format.Put(&r.out.Facts, "tag", category)
	}
}

// usual categories say nothing about a song.
var usual = map[string]bool{"song": true, "songs": true, "presentation": true, "default": true}

// list is a collection of the document: version 6 has <array rvXMLIvarName="groups">, the older ones an element of the name.
func list(n *markup.Node, name string) *markup.Node {
	for _, array := range n.All("array") {
		if array.Attr("rvXMLIvarName") == name {
			return array
		}
	}
	if found := n.Child(name); found != nil {
		return found
	}
	return n.Child("_" + name)
}

func (r *reader) groups(root *markup.Node) []boxes.Group {
	var groups []boxes.Group
	for _, g := range list(root, "groups").All("RVSlideGrouping") {
		groups = append(groups, boxes.Group{Name: g.Attr("name"), ID: strings.ToLower(g.Attr("uuid")), Slides: r.slides(list(g, "slides"))})
	}
	if loose := list(root, "slides"); loose != nil {
		groups = append(groups, boxes.Group{Slides: r.slides(loose)})
	}
	return groups
}

func (r *reader) slides(n *markup.Node) []boxes.Slide {
	var slides []boxes.Slide
	for _, s := range n.All("RVDisplaySlide") {
		if s.Attr("enabled") == "0" || s.Attr("enabled") == "false" {
			r.out.Losses.Add(s.Line, "A slide that is switched off was kept.")
		}
		slide := boxes.Slide{Label: strings.TrimSpace(s.Attr("label")), Notes: s.Attr("notes")}
		for _, e := range list(s, "displayElements").All("RVTextElement") {
			slide.Boxes = append(slide.Boxes, r.box(e))
		}
		slides = append(slides, slide)
	}
	return slides
}

func (r *reader) box(e *markup.Node) boxes.Box {
	box := boxes.Box{Name: e.Attr("displayName"), Text: r.text(e)}
	if position := e.Child("_-RVRect3D-_position"); position != nil {
		box.X, _ = strconv.ParseFloat(position.Attr("x"), 64)
		box.Y, _ = strconv.ParseFloat(position.Attr("y"), 64)
		return box
	}
	if numbers := strings.Fields(strings.Trim(strings.TrimSpace(e.Child("RVRect3D").String()), "{}")); len(numbers) > 1 {
		box.X, _ = strconv.ParseFloat(numbers[0], 64)
		box.Y, _ = strconv.ParseFloat(numbers[1], 64)
	}
	return box
}

// text of a box: its Rich Text, else the plain text that version 6 keeps beside it.
func (r *reader) text(e *markup.Node) string {
	rich := e.Attr("RTFData")
	plain := ""
	for _, s := range e.All("NSString") {
		switch s.Attr("rvXMLIvarName") {
		case "RTFData":
			rich = s.String()
		case "PlainText":
			plain = s.String()
		}
	}
	if data, ok := r.decoded(e, rich); ok {
		if text := rtf.Text(data, r.encoding); strings.TrimSpace(text) != "" {
			return text
		}
	}
	data, _ := r.decoded(e, plain)
	return rtf.Text(data, "utf-8")
}

func (r *reader) decoded(e *markup.Node, text string) ([]byte, bool) {
	text = strings.Join(strings.Fields(text), "")
	if text == "" {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		data, err = base64.RawStdEncoding.DecodeString(strings.TrimRight(text, "="))
	}
	if err != nil {
		r.out.Losses.Add(e.Line, "The words of a text box are damaged; what could be read of them was kept.")
	}
	return data, len(data) > 0
}

// order gives the selected arrangement, as ids of groups. Version 5 marks none; there a single one counts.
func (r *reader) order(root *markup.Node, groups []boxes.Group) []string {
	selected := root.Attr("selectedArrangementID")
	all := list(root, "arrangements").All("RVSongArrangement")
	var ids, others []string
	for _, a := range all {
		if selected != "" && !strings.EqualFold(a.Attr("uuid"), selected) || selected == "" && len(all) > 1 {
			others = append(others, "“"+a.Attr("name")+"”")
			continue
		}
		for _, entry := range list(a, "groupIDs").All("NSMutableString") {
			ids = append(ids, entry.Attr("serialization-native-value")+strings.TrimSpace(entry.String()))
		}
		for _, entry := range list(a, "groupIDs").All("NSString") {
			ids = append(ids, entry.Attr("serialization-native-value")+strings.TrimSpace(entry.String()))
		}
	}
	if len(others) > 0 {
		r.out.Losses.Add(0, "The file has other arrangements, which were left out: "+strings.Join(others[:min(len(others), 10)], ", ")+".")
	}
	return boxes.Order(&r.out, ids, groups)
}
