// Package word reads songs from Word's documents (.docx).
package word

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/pages"
	"churchmusic/internal/exchange/unzip"
	"churchmusic/internal/fault"
)

// Format is Word.
type Format struct{}

// Name is "word".
func (Format) Name() string { return "word" }

// Title names the format for people.
func (Format) Title() string { return "Word" }

// Extensions are those of documents and templates.
func (Format) Extensions() []string { return []string{".docx", ".docm", ".dotx"} }

// Detect looks for a zip file with the name or the parts of a document.
func (f Format) Detect(name, head string) format.Confidence {
	switch {
	case !strings.HasPrefix(head, "PK"):
		return format.No
	case format.HasExtension(name, f.Extensions()...):
		return format.Sure
	case strings.Contains(head, "word/document.xml"):
		return format.Likely
	}
	return format.No
}

// Read gives the songs of a document.
func (Format) Read(in format.Input) (format.Result, error) {
	a, err := unzip.Open(in.Data)
	if err != nil {
		return format.Result{}, err
	}
	a.Limit(unzip.MostDocument)
	if !a.Has("word/document.xml") {
		return format.Result{}, fault.New(fault.Invalid, "This zip file is no document of Word.")
	}
	data, err := a.Named("word/document.xml")
	if err != nil {
		return format.Result{}, err
	}
	root, _, broken, err := markup.Parse(data, "")
	if err != nil {
		return format.Result{}, err
	}
	r := &reader{styles: styles(a)}
	r.body(root.Child("body"), 0)
	result, err := pages.Document(in, r.paragraphs)
	if err == nil && broken != "" {
		last := &result.Songs[len(result.Songs)-1]
		last.Losses = append(last.Losses, format.Loss{Message: broken})
	}
	return result, err
}

// styles are the names of styles, which are English in every language, by their ids, which are not.
func styles(a *unzip.Archive) map[string]string {
	names := map[string]string{}
	data, err := a.Named("word/styles.xml")
	if err != nil || data == nil {
		return names
	}
	root, _, _, err := markup.Parse(data, "")
	if err != nil {
		return names
	}
	for _, s := range root.All("style") {
		names[s.Attr("styleId")] = strings.ToLower(value(s.Child("name")))
	}
	return names
}
