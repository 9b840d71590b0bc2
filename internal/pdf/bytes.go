package pdf

// table is a part of a font file. Reads outside it give 0, so that a broken font is
// drawn badly and never panics.
type table []byte

func (t table) u8(at int) int {
	if at < 0 || at >= len(t) {
		return 0
	}
	return int(t[at])
}

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(t[at])<<8 | int(t[at+1])
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

// cut is the rest of the table from an offset; nothing when that lies outside.
func (t table) cut(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

// part is a stretch of the table; nothing when any of it lies outside.
func (t table) part(at, size int) table {
	if at < 0 || size < 0 || at+size > len(t) {
		return nil
	}
	return t[at : at+size]
}
