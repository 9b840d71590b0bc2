package pdf

// kerning holds the pair adjustments of a font's GPOS table.
type kerning []table // PairPos subtables, in the order in which they are tried

// readKerning gathers the pair subtables of the "kern" feature.
func readKerning(gpos table) kerning {
	if len(gpos) < 10 {
		return nil
	}
	features, lookups := gpos.cut(gpos.u16(6)), gpos.cut(gpos.u16(8))
	var k kerning
	seen := map[int]bool{}
	for i := range min(features.u16(0), 512) {
		record := 2 + 6*i
		if string(features.part(record, 4)) != "kern" {
			continue
		}
		feature := features.cut(features.u16(record + 4))
		for j := range min(feature.u16(2), 64) {
			if lookup := feature.u16(4 + 2*j); !seen[lookup] {
				seen[lookup] = true
				k = k.addLookup(lookups.cut(lookups.u16(2 + 2*lookup)))
			}
		}
	}
	return k
}

func (k kerning) addLookup(lookup table) kerning {
	const pairs, extension = 2, 9
	kind := lookup.u16(0)
	for i := range min(lookup.u16(4), 256) {
		sub := lookup.cut(lookup.u16(6 + 2*i))
		subKind := kind
		if kind == extension {
			subKind, sub = sub.u16(2), sub.cut(sub.u32(4))
		}
		// Only the first glyph's advance is read: Latin kerning needs no more.
		if subKind == pairs && sub.u16(4)&0x0004 != 0 {
			k = append(k, sub)
		}
	}
	return k
}

// between is how much closer (below zero) two glyphs stand, in units of the font.
func (k kerning) between(left, right int) int {
	for _, sub := range k {
		covered := coverage(sub.cut(sub.u16(2)), left)
		if covered < 0 {
			continue
		}
		if sub.u16(0) == 1 {
			if by, ok := pairIn(sub, covered, right); ok {
				return by
			}
			continue
		}
		return classPair(sub, left, right)
	}
	return 0
}

// fieldsBefore counts the bytes in front of the advance in a value record, and of all of it.
func fieldsBefore(format int) (before, size int) {
	for bit := 1; bit <= 0x80; bit <<= 1 {
		if format&bit != 0 {
			if bit < 4 {
				before += 2
			}
			size += 2
		}
	}
	return before, size
}

func pairIn(sub table, covered, right int) (by int, ok bool) {
	before, size := fieldsBefore(sub.u16(4))
	_, second := fieldsBefore(sub.u16(6))
	size += 2 + second
	set := sub.cut(sub.u16(10 + 2*covered))
	low, high := 0, set.u16(0)
	for low < high {
		middle := (low + high) / 2
		switch glyph := set.u16(2 + size*middle); {
		case glyph == right:
			return set.i16(2 + size*middle + 2 + before), true
		case glyph < right:
			low = middle + 1
		default:
			high = middle
		}
	}
	return 0, false
}

func classPair(sub table, left, right int) int {
	before, size := fieldsBefore(sub.u16(4))
	_, second := fieldsBefore(sub.u16(6))
	size += second
	first := class(sub.cut(sub.u16(8)), left)
	other := class(sub.cut(sub.u16(10)), right)
	return sub.i16(16 + size*(first*sub.u16(14)+other) + before)
}

// coverage is the place of a glyph in a coverage table, −1 when it is not there.
func coverage(t table, glyph int) int {
	if t.u16(0) == 1 {
		low, high := 0, t.u16(2)
		for low < high {
			middle := (low + high) / 2
			switch g := t.u16(4 + 2*middle); {
			case g == glyph:
				return middle
			case g < glyph:
				low = middle + 1
			default:
				high = middle
			}
		}
		return -1
	}
	if at := inRanges(t, glyph); at >= 0 {
		return t.u16(at+4) + glyph - t.u16(at)
	}
	return -1
}

// inRanges finds the range record (start, end, value) that holds a glyph; −1 for none.
func inRanges(t table, glyph int) int {
	low, high := 0, t.u16(2)
	for low < high {
		middle := (low + high) / 2
		at := 4 + 6*middle
		switch {
		case glyph < t.u16(at):
			high = middle
		case glyph > t.u16(at+2):
			low = middle + 1
		default:
			return at
		}
	}
	return -1
}

func class(t table, glyph int) int {
	if t.u16(0) == 1 {
		if at := glyph - t.u16(2); at >= 0 && at < t.u16(4) {
			return t.u16(6 + 2*at)
		}
		return 0
	}
	if at := inRanges(t, glyph); at >= 0 {
		return t.u16(at + 4)
	}
	return 0
}
