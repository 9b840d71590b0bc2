// Package propresenter7 reads the songs of ProPresenter 7: protocol buffers whose text boxes hold Rich Text, and chords as attributes
// of ranges of it.
package propresenter7

import (
	"strings"

	"google.golang.org/protobuf/encoding/protowire"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

// Format is ProPresenter 7.
type Format struct{}

const longest = 32 << 20

// Name is "propresenter7".
func (Format) Name() string { return "propresenter7" }

// Title names the format for people.
func (Format) Title() string { return "ProPresenter 7" }

// Extensions are ProPresenter's; .pro is ChordPro's too.
func (Format) Extensions() []string { return []string{".pro"} }

// Detect looks for Rich Text and ids among bytes that are no text, or the start of a presentation: its own kind of application
// information first.
func (f Format) Detect(name, head string) format.Confidence {
	if !format.HasExtension(name, f.Extensions()...) || strings.HasPrefix(strings.TrimSpace(head), "{") || strings.HasPrefix(strings.TrimSpace(head), "<") {
		return format.No
	}
	ids := countIDs(head)
	switch {
	case head == "":
		return format.Likely
	case ids > 0 && strings.Contains(head, `{\rtf`), ids > 2:
		return format.Sure + 1
	case ids > 0:
		return format.Likely
	}
	return format.No
}

// countIDs counts what has the form 8-4-4-4-12, up to ten.
func countIDs(head string) int {
	count := 0
	for rest := head; count < 10; count++ {
		dash := strings.IndexByte(rest, '-')
		for dash >= 0 && !isID(rest, dash-8) {
			next := strings.IndexByte(rest[dash+1:], '-')
			if next < 0 {
				return count
			}
			dash += 1 + next
		}
		if dash < 0 {
			return count
		}
		rest = rest[dash+28:]
	}
	return count
}

func isID(s string, from int) bool {
	if from < 0 || from+36 > len(s) {
		return false
	}
	for i := range 36 {
		c := s[from+i]
		dash := i == 8 || i == 13 || i == 18 || i == 23
		hex := c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
		if dash != (c == '-') || !dash && !hex {
			return false
		}
	}
	return true
}

// Read gives the one song of a file. An empty file is a valid one of ProPresenter: a song without words.
func (Format) Read(in format.Input) (format.Result, error) {
	if len(in.Data) > longest {
		return format.Result{}, fault.New(fault.Invalid, "This file has more than %d bytes, which no song has.", longest)
	}
	r := &reader{encoding: in.Encoding, cues: map[string][]byte{}}
	known := 0
	err := fields(in.Data, func(f field) {
		if f.kind == protowire.BytesType && f.number <= 23 {
			known++
		}
	})
	if err != nil && known < 3 {
		return format.Result{}, fault.New(fault.Invalid, "This is no ProPresenter 7 song.").Because(err)
	}
	if err != nil {
		r.out.Losses.Add(0, "The file is broken; what stands after the break is lost.")
	}
	r.facts(in.Data)
	groups := r.groups(in.Data)
	boxes.Sections(&r.out, "ProPresenter", groups)
	r.out.Order = r.order(in.Data, groups)
	if len(r.out.Blocks) == 0 {
		r.out.Losses.Add(0, "The slides of this file have no words.")
	}
	return format.Result{Songs: []format.Song{r.out.Song(in)}}, nil
}
