// Package layout sets a chart for paper: chords over their syllables, lines that wrap
// only between words, sections kept whole in balanced columns, pages. It is pure: it
// knows fonts only as widths, and the same input always gives the same places.
// Every length is in points; y grows downwards and a run's Y is its baseline.
package layout

// Face is a font.
type Face uint8

// The faces of a chart.
const (
	Serif Face = iota // words that are sung
	Sans
	SansMedium
	SansSemi
	SansBold
	Mono  // tablature
	Faces = iota
)

// Metrics measures text. Width must grow in proportion to size.
type Metrics interface {
	Width(text string, face Face, size float64) float64
}

// Ink is a colour by its purpose.
type Ink uint8

// The inks, as in the design's print colours.
const (
	Black Ink = iota
	Grey
	Pale
	Rubric
	RubricLine
	Pencil
	Line
	Inks = iota
)

// Style says what a run is, and with that its face and its ink.
type Style uint8

// The styles of a chart.
const (
	Words Style = iota
	Hyphen
	Root
	Raised
	Bass
	Note // an annotation among the chords
	Label
	Times // ×2 after a label
	Cue
	Beat
	Tab
)

var looks = [...]struct {
	face Face
	ink  Ink
}{
	Words: {Serif, Black}, Hyphen: {Serif, Pale}, Root: {SansBold, Rubric}, Raised: {SansSemi, Rubric}, Bass: {SansMedium, Rubric},
	Note: {SansMedium, Pencil}, Label: {SansSemi, Rubric}, Times: {SansBold, Rubric}, Cue: {SansMedium, Pencil}, Beat: {Sans, Pale}, Tab: {Mono, Black},
}

// Face is the font of a style.
func (s Style) Face() Face { return looks[s].face }

// Ink is the colour of a style.
func (s Style) Ink() Ink { return looks[s].ink }

// Run is text in one style. Y is its baseline.
type Run struct {
	X, Y, Size, Width float64
	Style             Style
	Text              string
}

// Rule is a filled rectangle.
type Rule struct {
	X, Y, W, H float64
	Ink        Ink
}

// Page is what stands on one page, measured from the top left of its frame.
type Page struct {
	Runs  []Run
	Rules []Rule
}

// Sheet is a chart set on pages. There is always at least one page.
type Sheet struct {
	Size    float64 // of the words
	Columns int
	Wraps   int // how many lines wrapped
	Pages   []Page
}

// Frame is the room for the chart on its pages: the first one has less, as the head stands there.
type Frame struct {
	Width, First, Later float64
}

func (f Frame) height(page int) float64 {
	if page == 0 {
		return f.First
	}
	return f.Later
}

// The sizes of print, in points.
const (
	DefaultSize = 11
	SmallestFit = 10 // fitting to a page never goes below
	LargePrint  = 18
)

// Want says how the sheet should look. Zero values choose by themselves.
type Want struct {
	Columns int     // 1 to 3; 0: two, or one where two would wrap much and one needs no more pages
	Size    float64 // of the words, at best; 0 for DefaultSize
	Least   float64 // down to which size may be gone for fewer pages; 0 for SmallestFit or Size, what is less
}
