// Package propresenter reads the songs of ProPresenter 4, 5 and 6: XML in which each text box holds Rich Text in base64.
package propresenter

import (
	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/fault"
)

// Format is ProPresenter up to version 6.
type Format struct{}

// longest is the most bytes of a file: slides carry their design, a hundred times the words.
const longest = 32 << 20

// Name is "propresenter".
func (Format) Name() string { return "propresenter" }

// Title names the format for people.
func (Format) Title() string { return "ProPresenter 4–6" }

// Extensions are those of the three versions.
func (Format) Extensions() []string { return []string{".pro6", ".pro5", ".pro4"} }

// Detect looks at the root element.
func (Format) Detect(_, head string) format.Confidence {
	if markup.Root(head) == "RVPresentationDocument" {
		return format.Sure
	}
	return format.No
}

// Read gives the one song of a file. A file whose slides have no words is a song without words as long as it has a title.
func (Format) Read(in format.Input) (format.Result, error) {
	if len(in.Data) > longest {
		return format.Result{}, fault.New(fault.Invalid, "This file has more than %d bytes, which no song has.", longest)
	}
	root, name, broken, err := markup.Parse(in.Data, "")
	if err != nil {
		return format.Result{}, err
	}
	if root.Name != "RVPresentationDocument" {
		return format.Result{}, fault.New(fault.Invalid, "This is no ProPresenter song: it begins with <%s>.", root.Name)
	}
	r := &reader{encoding: in.Encoding}
	if broken != "" {
		r.out.Losses.Add(0, broken)
	}
	r.facts(root)
	groups := r.groups(root)
	boxes.Sections(&r.out, "ProPresenter", groups)
	r.out.Order = r.order(root, groups)
	if len(r.out.Blocks) == 0 && r.out.Facts.Get("title") == "" {
		return format.Result{}, format.Empty()
	}
	if len(r.out.Blocks) == 0 {
		r.out.Losses.Add(0, "The slides of this file have no words.")
	}
	return format.Result{Songs: []format.Song{r.out.Song(in)}, Encoding: name}, nil
}
