package pdf

import (
	"embed"
	"sync"

	"churchmusic/internal/layout"
)

//go:embed fonts/*.ttf
var files embed.FS

// ours are the fonts in the program, each parsed once, when it is first needed.
var (
	sourceSerif  = embedded("SourceSerif4-Regular")
	hanken       = embedded("HankenGrotesk-Regular")
	hankenMedium = embedded("HankenGrotesk-Medium")
	hankenSemi   = embedded("HankenGrotesk-SemiBold")
	hankenBold   = embedded("HankenGrotesk-Bold")
	dejavu       = embedded("DejaVuSans")
	dejavuBold   = embedded("DejaVuSans-Bold")
	dejavuMono   = embedded("DejaVuSansMono")
)

type source func() *Font

func embedded(name string) source {
	return sync.OnceValue(func() *Font {
		data, err := files.ReadFile("fonts/" + name + ".ttf")
		if err == nil {
			var f *Font
			if f, err = ParseFont(name, data); err == nil {
				return f
			}
		}
		panic("pdf: the program was built with a broken font " + name + ": " + err.Error())
	})
}

// chains are the fonts of each face: the first that has a character draws it.
var chains = [layout.Faces][]source{
	layout.Serif:      {sourceSerif, dejavu},
	layout.Sans:       {hanken, dejavu},
	layout.SansMedium: {hankenMedium, dejavu},
	layout.SansSemi:   {hankenSemi, dejavuBold},
	layout.SansBold:   {hankenBold, dejavuBold},
	layout.Mono:       {dejavuMono, dejavu},
}

// Fonts chooses fonts character by character: the program's own, then the added ones.
// It is safe for use by several goroutines.
type Fonts struct {
	added []*Font
}

// NewFonts gives the program's fonts and behind them those the church has added, such as
// one for Chinese, Japanese or Korean.
func NewFonts(added ...*Font) *Fonts { return &Fonts{added} }

// find gives the font and glyph for a character; glyph 0 of the first font when none has it.
func (f *Fonts) find(face layout.Face, r rune) (*Font, int) {
	chain := chains[face]
	for _, get := range chain {
		font := get()
		if g := font.Glyph(r); g != 0 {
			return font, g
		}
	}
	for _, font := range f.added {
		if g := font.Glyph(r); g != 0 {
			return font, g
		}
	}
	return chain[0](), 0
}

// Width implements layout.Metrics, kerning included.
func (f *Fonts) Width(text string, face layout.Face, size float64) float64 {
	var last *Font
	lastGlyph, sum, em := 0, 0, 0.0
	for _, r := range text {
		if silent(r) {
			continue
		}
		font, g := f.find(face, printable(r))
		if font != last {
			if last != nil {
				em += float64(sum) / last.units
			}
			last, sum, lastGlyph = font, 0, 0
		}
		if lastGlyph != 0 {
			sum += font.between(lastGlyph, g)
		}
		sum += font.advance(g)
		lastGlyph = g
	}
	if last != nil {
		em += float64(sum) / last.units
	}
	return em * size
}

// printable puts a blank in the place of white space and control characters.
func printable(r rune) rune {
	switch {
	case r < ' ', r == '\u00a0', r == '\u202f', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
		return ' '
	}
	return r
}

// silent characters say how others are drawn and are not drawn themselves.
func silent(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff:
		return true
	}
	return false
}
