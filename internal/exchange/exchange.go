// Package exchange knows the formats of other programs: which there are, and which one a file is.
package exchange

import (
	"sort"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/csv"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/onsong"
	"churchmusic/internal/exchange/openlyrics"
	"churchmusic/internal/exchange/opensong"
	"churchmusic/internal/exchange/overlyrics"
	"churchmusic/internal/exchange/songselect"
	"churchmusic/internal/fault"
)

// formats are all that are known, the surest of equals first.
var formats = []format.Format{
	openlyrics.Format{}, opensong.Format{}, csv.Format{}, songselect.Format{}, chordpro.Format{}, onsong.Format{}, overlyrics.Text{}, overlyrics.Words{},
}

// headSize is how much of a file the formats look at to know it.
const headSize = 64 << 10

// All lists the formats that are read.
func All() []format.Format { return append([]format.Format(nil), formats...) }

// Writers lists the formats that are written.
func Writers() []format.Writer {
	list := make([]format.Writer, 0, len(formats))
	for _, f := range formats {
		if w, ok := f.(format.Writer); ok {
			list = append(list, w)
		}
	}
	return list
}

// ByName finds a format by its name; false when there is none.
func ByName(name string) (format.Format, bool) {
	for _, f := range formats {
		if f.Name() == strings.ToLower(name) {
			return f, true
		}
	}
	return nil, false
}

// Candidates lists the formats that a file may have, the likeliest first.
func Candidates(in format.Input) []format.Format {
	text := encoding.DecodeAs(whole(in.Data), in.Encoding)
	if text.Dropped > len(text.Text)/20+2 {
		return nil // no text in any encoding
	}
	type judged struct {
		format.Format
		confidence format.Confidence
	}
	list := make([]judged, 0, len(formats))
	for _, f := range formats {
		if c := f.Detect(in.Name, text.Text); c > format.No {
			list = append(list, judged{f, c})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].confidence > list[j].confidence })
	found := make([]format.Format, len(list))
	for i := range list {
		found[i] = list[i].Format
	}
	return found
}

// whole cuts the head off a file, not within a letter.
func whole(data []byte) []byte {
	if len(data) <= headSize {
		return data
	}
	head := data[:headSize&^3]
	for range 3 {
		if r, size := utf8.DecodeLastRune(head); r != utf8.RuneError || size != 1 {
			break
		}
		head = head[:len(head)-1]
	}
	return head
}

// Read finds out what a file is and reads it. It gives the format as well; an error is an Invalid fault with a reason for people.
func Read(in format.Input) (format.Result, format.Format, error) {
	candidates := Candidates(in)
	if len(candidates) == 0 {
		return format.Result{}, nil, fault.New(fault.Invalid, "No format that is known fits this file.")
	}
	result, err := candidates[0].Read(in)
	return result, candidates[0], err
}
