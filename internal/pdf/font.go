package pdf

import (
	"sync/atomic"

	"churchmusic/internal/fault"
)

// Font is a parsed TrueType font. It is safe for use by several goroutines.
type Font struct {
	data    table
	tables  map[string]table
	name    string
	units   float64 // of the em
	glyphs  int
	metrics int // how many glyphs have an advance of their own
	long    bool
	cmap    table
	wide    bool // cmap of format 12
	kern    kerning
	ascii   [128]uint16
	pairs   [4096]atomic.Uint64 // pairs kerned before: left, right and the adjustment
}

// ParseFont reads a TrueType font (.ttf, or the first of a .ttc). Fonts with PostScript
// outlines (.otf) are refused: a fault of kind Invalid says so.
func ParseFont(name string, data []byte) (*Font, error) {
	f := &Font{data: data, name: name}
	start := 0
	if string(f.data.part(0, 4)) == "ttcf" {
		start = f.data.u32(12)
	}
	switch f.data.u32(start) {
	case 0x00010000, 0x74727565:
	case 0x4F54544F:
		return nil, fault.New(fault.Invalid, "This font has PostScript outlines. Choose its TrueType edition, a .ttf file.")
	default:
		return nil, fault.New(fault.Invalid, "This file is not a TrueType font.")
	}
	f.readTables(start)
	if f.tables["glyf"] == nil || f.tables["loca"] == nil || !f.readMeasures() || !f.readCmap() {
		return nil, fault.New(fault.Invalid, "This font is damaged or of a kind that cannot be embedded.")
	}
	f.kern = readKerning(f.tables["GPOS"])
	for r := range rune(128) {
		f.ascii[r] = uint16(f.search(r))
	}
	return f, nil
}

func (f *Font) readTables(start int) {
	n := min(f.data.u16(start+4), 64)
	f.tables = make(map[string]table, n)
	for i := range n {
		record := start + 12 + 16*i
		f.tables[string(f.data.part(record, 4))] = f.data.part(f.data.u32(record+8), f.data.u32(record+12))
	}
}

func (f *Font) readMeasures() bool {
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.units, f.long = float64(head.u16(18)), head.u16(50) != 0
	f.metrics, f.glyphs = hhea.u16(34), f.tables["maxp"].u16(4)
	return f.units >= 16 && f.metrics > 0 && f.glyphs > 0 && len(head) >= 54 && len(hhea) >= 36
}

// readCmap finds the map from characters to glyphs: all of Unicode, or else its first plane.
func (f *Font) readCmap() bool {
	cmap := f.tables["cmap"]
	for i := range min(cmap.u16(2), 32) {
		record := 4 + 8*i
		sub := cmap.cut(cmap.u32(record + 4))
		switch format := sub.u16(0); {
		case format == 12:
			f.cmap, f.wide = sub, true
			return true
		case format == 4 && (cmap.u16(record) == 3 || cmap.u16(record) == 0):
			f.cmap = sub
		}
	}
	return f.cmap != nil
}

// Glyph is the number of a character's glyph, 0 when the font has none.
func (f *Font) Glyph(r rune) int {
	if r >= 0 && r < 128 {
		return int(f.ascii[r])
	}
	return f.search(r)
}

func (f *Font) search(r rune) int {
	g := 0
	if f.wide {
		g = searchWide(f.cmap, int(r))
	} else if r <= 0xffff {
		g = searchPlane(f.cmap, int(r))
	}
	if g >= f.glyphs {
		return 0
	}
	return g
}

func searchPlane(t table, r int) int {
	n := t.u16(6) / 2
	low, high := 0, n
	for low < high {
		if middle := (low + high) / 2; t.u16(14+2*middle) < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	start := t.u16(16 + 2*n + 2*low)
	if low == n || r < start {
		return 0
	}
	delta, at := t.u16(16+4*n+2*low), 16+6*n+2*low
	offset := t.u16(at)
	if offset == 0 {
		return (r + delta) & 0xffff
	}
	if g := t.u16(at + offset + 2*(r-start)); g != 0 {
		return (g + delta) & 0xffff
	}
	return 0
}

func searchWide(t table, r int) int {
	low, high := 0, min(t.u32(12), len(t)/12)
	for low < high {
		middle := (low + high) / 2
		group := 16 + 12*middle
		switch {
		case r < t.u32(group):
			high = middle
		case r > t.u32(group+4):
			low = middle + 1
		default:
			return t.u32(group+8) + r - t.u32(group)
		}
	}
	return 0
}

// advance is a glyph's width in units of the font.
func (f *Font) advance(glyph int) int {
	return f.tables["hmtx"].u16(4 * min(glyph, f.metrics-1))
}

// between is how much closer (below zero) two glyphs stand, in units of the font.
func (f *Font) between(left, right int) int {
	pair := uint64(left)<<16 | uint64(right)
	slot := &f.pairs[(left*31+right)%len(f.pairs)]
	if known := slot.Load(); known>>32 == pair && known != 0 {
		return int(int32(known))
	}
	by := f.kern.between(left, right)
	slot.Store(pair<<32 | uint64(uint32(int32(by))))
	return by
}
