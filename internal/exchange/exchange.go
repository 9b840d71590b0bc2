// Package exchange knows the formats of other programs: which there are, and which one a file is.
package exchange

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/csv"
	"churchmusic/internal/exchange/easyworship"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/onsong"
	"churchmusic/internal/exchange/opendocument"
	"churchmusic/internal/exchange/openlpdb"
	"churchmusic/internal/exchange/openlyrics"
	"churchmusic/internal/exchange/opensong"
	"churchmusic/internal/exchange/overlyrics"
	"churchmusic/internal/exchange/powerpoint"
	"churchmusic/internal/exchange/powerpraise"
	"churchmusic/internal/exchange/propresenter"
	"churchmusic/internal/exchange/propresenter7"
	"churchmusic/internal/exchange/songbeamer"
	"churchmusic/internal/exchange/songpro"
	"churchmusic/internal/exchange/songselect"
	"churchmusic/internal/exchange/videopsalm"
	"churchmusic/internal/exchange/word"
	"churchmusic/internal/fault"
)

// binary are the formats whose files need not be text.
var binary = []format.Format{
	propresenter7.Format{}, openlpdb.Format{}, easyworship.Format{}, powerpoint.Format{}, word.Format{}, opendocument.Format{},
}

// formats are all that are known, the surest of equals first.
var formats = append(slices.Clone(binary),
	propresenter.Format{}, powerpraise.Format{}, songbeamer.Format{}, songpro.Format{}, videopsalm.Format{},
	openlyrics.Format{}, opensong.Format{}, csv.Format{}, songselect.Format{}, chordpro.Format{}, onsong.Format{}, overlyrics.Text{}, overlyrics.Words{},
)

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
	head := whole(in.Data)
	text := encoding.DecodeAs(head, in.Encoding)
	if text.Dropped > len(text.Text)/20+2 { // no text in any encoding
		return likeliest(binary, in.Name, string(head))
	}
	return likeliest(formats, in.Name, text.Text)
}

func likeliest(of []format.Format, name, head string) []format.Format {
	confidence := map[format.Format]format.Confidence{}
	var found []format.Format
	for _, f := range of {
		if c := f.Detect(name, head); c > format.No {
			confidence[f] = c
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(x, y format.Format) int { return cmp.Compare(confidence[y], confidence[x]) })
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
