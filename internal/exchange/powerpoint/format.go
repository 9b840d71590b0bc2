// Package powerpoint reads songs from presentations (.pptx): a verse on each slide, a title slide first, or the words in several boxes.
package powerpoint

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/unzip"
	"churchmusic/internal/fault"
)

// Format is PowerPoint.
type Format struct{}

// Name is "powerpoint".
func (Format) Name() string { return "powerpoint" }

// Title names the format for people.
func (Format) Title() string { return "PowerPoint" }

// Extensions are those of presentations, shows and templates.
func (Format) Extensions() []string { return []string{".pptx", ".ppsx", ".potx", ".pptm"} }

// Detect looks for a zip file with the name or the parts of a presentation.
func (f Format) Detect(name, head string) format.Confidence {
	switch {
	case !strings.HasPrefix(head, "PK"):
		return format.No
	case format.HasExtension(name, f.Extensions()...):
		return format.Sure
	case strings.Contains(head, "ppt/"):
		return format.Likely
	}
	return format.No
}

// Read gives the one song of a presentation.
func (Format) Read(in format.Input) (format.Result, error) {
	a, err := unzip.Open(in.Data)
	if err != nil {
		return format.Result{}, err
	}
	a.Limit(unzip.MostDocument)
	if !a.Has("ppt/presentation.xml") {
		return format.Result{}, fault.New(fault.Invalid, "This zip file is no presentation of PowerPoint.")
	}
	r := &reader{file: a, layouts: map[string]places{}}
	slides, err := r.slides()
	if err != nil {
		return format.Result{}, err
	}
	b := &r.out
	song(b, slides)
	if len(b.Blocks) == 0 {
		return format.Result{}, fault.New(fault.Invalid, "The slides of this presentation have no text.")
	}
	return format.Result{Songs: []format.Song{b.Song(in)}}, nil
}
