// Package openlyrics reads OpenLyrics 0.6 to 0.9 and writes 0.8, which current programs read with its chords.
package openlyrics

import (
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/sounding"
	"churchmusic/internal/fault"
)

const namespace = "http://openlyrics.info/namespace/2009/song"

// Format is OpenLyrics.
type Format struct{}

// Name is "openlyrics".
func (Format) Name() string { return "openlyrics" }

// Title names the format for people.
func (Format) Title() string { return "OpenLyrics" }

// Extensions of OpenLyrics files.
func (Format) Extensions() []string { return []string{".xml"} }

// Detect looks for the namespace, or for the properties that only OpenLyrics has.
func (Format) Detect(_, head string) format.Confidence {
	switch {
	case markup.Root(head) != "song":
		return format.No
	case strings.Contains(head, "openlyrics.info"), strings.Contains(head, "<properties"):
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
	if root.Name != "song" {
		return format.Result{}, fault.New(fault.Invalid, "This is no OpenLyrics song: it begins with <%s>.", root.Name)
	}
	r := &reader{old: root.Attr("version") < "0.8"}
	if broken != "" {
		r.out.Losses.Add(0, broken)
	}
	move := r.properties(root.Child("properties"), root.Attr("lang"))
	r.lyrics(root.Child("lyrics"))
	song := r.out.Song(in)
	if move != 0 {
		sounding.Move(&song, move)
	}
	text, _ := in.Text(format.LongestSong)
	return format.Result{Songs: []format.Song{song}, Original: text.Text, Encoding: name}, nil
}
