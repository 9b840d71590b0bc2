// Package opendocument reads songs from text documents of LibreOffice and its kin (.odt, .fodt).
package opendocument

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/pages"
	"churchmusic/internal/exchange/unzip"
	"churchmusic/internal/fault"
)

// Format is OpenDocument text.
type Format struct{}

// Name is "opendocument".
func (Format) Name() string { return "opendocument" }

// Title names the format for people.
func (Format) Title() string { return "LibreOffice text" }

// Extensions are those of text documents, packed and flat.
func (Format) Extensions() []string { return []string{".odt", ".ott", ".fodt"} }

const kind = "application/vnd.oasis.opendocument.text"

// Detect looks for the type, which stands at the start of the zip file, or for a flat document.
func (f Format) Detect(name, head string) format.Confidence {
	switch {
	case strings.HasPrefix(head, "PK") && strings.Contains(head[:min(len(head), 200)], kind):
		return format.Sure
	case strings.HasPrefix(head, "PK") && format.HasExtension(name, ".odt", ".ott"):
		return format.Likely
	case markup.Root(head) == "office:document" && strings.Contains(head, kind):
		return format.Sure
	}
	return format.No
}

// Read gives the songs of a document.
func (Format) Read(in format.Input) (format.Result, error) {
	data := in.Data
	if strings.HasPrefix(string(data[:min(len(data), 4)]), unzip.Magic) {
		a, err := unzip.Open(data)
		if err != nil {
			return format.Result{}, err
		}
		a.Limit(unzip.MostDocument)
		if !a.Has("content.xml") {
			return format.Result{}, fault.New(fault.Invalid, "This zip file is no text document.")
		}
		if data, err = a.Named("content.xml"); err != nil {
			return format.Result{}, err
		}
	} else if len(data) > format.LongestBook {
		return format.Result{}, fault.New(fault.Invalid, "This file has more than %d bytes, which no song has.", format.LongestBook)
	}
	root, _, broken, err := markup.Parse(data, "")
	if err != nil {
		return format.Result{}, err
	}
	text := root.Child("body").Child("text")
	if text == nil {
		return format.Result{}, fault.New(fault.Invalid, "This is no text document.")
	}
	r := &reader{parents: parents(root)}
	r.body(text, 0)
	result, err := pages.Document(in, r.paragraphs)
	if err == nil && broken != "" {
		last := &result.Songs[len(result.Songs)-1]
		last.Losses = append(last.Losses, format.Loss{Message: broken})
	}
	return result, err
}

// parents are the styles that the document's own styles come from.
func parents(root *markup.Node) map[string]string {
	names := map[string]string{}
	for _, list := range []string{"automatic-styles", "styles"} {
		for _, s := range root.Child(list).All("style") {
			if parent := s.Attr("parent-style-name"); parent != "" {
				names[s.Attr("name")] = parent
			}
		}
	}
	return names
}
