package pdf

import "strings"

// Paper is a format; lengths in points.
type Paper struct {
	Name          string
	Width, Height float64
}

// The formats.
var (
	A4     = Paper{"a4", 595.276, 841.89}
	Letter = Paper{"letter", 612, 792}
)

// PaperNamed finds a format by its name, in any case; false when there is none such.
func PaperNamed(name string) (Paper, bool) {
	switch strings.ToLower(name) {
	case "a4", "":
		return A4, true
	case "letter":
		return Letter, true
	}
	return Paper{}, false
}

const (
	mm     = 72 / 25.4
	left   = 14 * mm
	right  = 12 * mm
	top    = 13 * mm
	bottom = 10 * mm
)

func (p Paper) inner() float64 { return p.Width - left - right }
