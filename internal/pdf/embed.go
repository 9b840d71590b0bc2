package pdf

import (
	"fmt"
	"unicode/utf16"
)

// putFont puts the five objects of a subset, from n on.
func (d *document) putFont(n int, s *subset) {
	f := s.font
	file := s.file() // first: it adds the parts of composite glyphs
	name := fmt.Sprintf("%s+%s", tag(d.number(s)), safeName(f.name))
	d.object(n, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, n+1, n+4)
	d.object(n+1, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[0[%s]]/CIDToGIDMap/Identity>>",
		name, n+2, s.widths())
	head, hhea := f.tables["head"], f.tables["hhea"]
	d.object(n+2, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %d 0 R>>",
		name, numbers(nil, f.thousandths(head.i16(36)), f.thousandths(head.i16(38)), f.thousandths(head.i16(40)), f.thousandths(head.i16(42))),
		int(f.thousandths(hhea.i16(4))), int(f.thousandths(hhea.i16(6))), int(f.thousandths(f.capHeight())), n+3)
	d.stream(n+3, file, fmt.Sprintf("/Length1 %d", len(file)))
	d.stream(n+4, s.unicode(), "")
}

func (f *Font) thousandths(v int) float64 { return float64(v) * 1000 / f.units }

func (f *Font) capHeight() int {
	if os2 := f.tables["OS/2"]; os2.u16(0) > 1 {
		return os2.i16(88)
	}
	return f.tables["hhea"].i16(4)
}

// tag marks a font as a subset, with six capital letters.
func tag(n int) string {
	return "CMDAA" + string(rune('A'+n%26))
}

// safeName keeps what needs no escape in a PDF name.
func safeName(name string) string {
	out := make([]byte, 0, len(name))
	for i := range len(name) {
		if b := name[i]; b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '-' {
			out = append(out, b)
		}
	}
	if len(out) == 0 {
		return "Font"
	}
	return string(out)
}

func (s *subset) widths() []byte {
	list := make([]float64, len(s.old))
	for n, glyph := range s.old {
		list[n] = s.font.thousandths(s.font.advance(glyph))
	}
	return numbers(nil, list...)
}

// unicode maps the glyphs back to characters, so that text can be searched and copied.
func (s *subset) unicode() []byte {
	const most = 100 // entries in a block, by the standard
	out := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n")
	var entries []byte
	count := 0
	flush := func() {
		if count > 0 {
			out = fmt.Appendf(out, "%d beginbfchar\n%sendbfchar\n", count, entries)
		}
		count, entries = 0, entries[:0]
	}
	for n, r := range s.runes {
		if r == 0 {
			continue
		}
		entries = fmt.Appendf(entries, "<%04x><", n)
		for _, u := range utf16.AppendRune(nil, r) {
			entries = fmt.Appendf(entries, "%04x", u)
		}
		entries = append(entries, ">\n"...)
		if count++; count == most {
			flush()
		}
	}
	flush()
	return append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"...)
}
