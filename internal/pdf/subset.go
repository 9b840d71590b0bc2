package pdf

import (
	"bytes"
	"encoding/binary"
	"sort"
)

// subset is the part of a font that one document needs. Its glyphs are numbered afresh
// in the order of first use, so that the pages can be written before it is complete.
type subset struct {
	font  *Font
	index map[int]int // from the font's glyph numbers to new ones
	old   []int
	runes []rune // the character of each new glyph, 0 for parts of others
}

func newSubset(f *Font) *subset {
	return &subset{font: f, index: map[int]int{0: 0}, old: []int{0}, runes: []rune{0}}
}

// use gives the new number of a character's glyph.
func (s *subset) use(glyph int, r rune) int {
	if n, ok := s.index[glyph]; ok {
		if s.runes[n] == 0 {
			s.runes[n] = r
		}
		return n
	}
	n := len(s.old)
	s.index[glyph], s.old, s.runes = n, append(s.old, glyph), append(s.runes, r)
	return n
}

// outline is the drawing of a glyph in the font, nothing for a blank.
func (f *Font) outline(glyph int) table {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if glyph >= f.glyphs {
		return nil
	}
	if f.long {
		return glyf.part(loca.u32(4*glyph), loca.u32(4*glyph+4)-loca.u32(4*glyph))
	}
	from, to := 2*loca.u16(2*glyph), 2*loca.u16(2*glyph+2)
	return glyf.part(from, to-from)
}

// The flags of a composite glyph's parts.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// renumbered copies an outline with the numbers of the glyphs it is composed of.
func (s *subset) renumbered(outline table) []byte {
	out := bytes.Clone(outline)
	if outline.i16(0) >= 0 {
		return out
	}
	for at := 10; at+4 <= len(out); {
		flags := outline.u16(at)
		binary.BigEndian.PutUint16(out[at+2:], uint16(s.use(outline.u16(at+2), 0)))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			break
		}
	}
	return out
}

// file is the font file of the subset.
func (s *subset) file() []byte {
	var glyf, loca, hmtx []byte
	for n := 0; n < len(s.old); n++ { // composites add to the list on the way
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if outline := s.font.outline(s.old[n]); len(outline) > 10 {
			glyf = append(glyf, s.renumbered(outline)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.font.advance(s.old[n])))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.font.bearing(s.old[n])))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	tables := map[string][]byte{"glyf": glyf, "loca": loca, "hmtx": hmtx}
	for _, name := range []string{"head", "hhea", "maxp", "cvt ", "fpgm", "prep"} {
		if t := s.font.tables[name]; t != nil {
			tables[name] = bytes.Clone(t)
		}
	}
	binary.BigEndian.PutUint16(tables["head"][50:], 1)
	binary.BigEndian.PutUint32(tables["head"][8:], 0)
	binary.BigEndian.PutUint16(tables["hhea"][34:], uint16(len(s.old)))
	binary.BigEndian.PutUint16(tables["maxp"][4:], uint16(len(s.old)))
	return assemble(tables)
}

// bearing is the white in front of a glyph.
func (f *Font) bearing(glyph int) int {
	hmtx := f.tables["hmtx"]
	if glyph < f.metrics {
		return hmtx.u16(4*glyph + 2)
	}
	return hmtx.u16(4*f.metrics + 2*(glyph-f.metrics))
}

// assemble makes a font file of tables.
func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	size := 12
	for name, data := range tables {
		names = append(names, name)
		size += 16 + len(data) + 3
	}
	sort.Strings(names)
	out := make([]byte, 0, size)
	out = binary.BigEndian.AppendUint32(out, 0x00010000)
	n, power, log := len(names), 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	for _, v := range []int{n, power * 16, log, (n - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, name := range names {
		if name == "head" {
			head = at
		}
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(tables[name]))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		at += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
