package sqlitefile

import "encoding/binary"

// Kinds of pages of a table.
const (
	interior = 5
	leaf     = 13
)

type walk struct {
	*File
	table table
	rows  []Row
	seen  map[int]bool
	bytes int // of all rows
	count int // of all values
}

func (f *File) rows(t table) ([]Row, error) {
	w := &walk{File: f, table: t, seen: map[int]bool{}}
	err := w.tree(t.root, 0)
	return w.rows, err
}

// tree walks over a page and those below it. A page that is met twice makes a circle and ends the walk.
func (w *walk) tree(number, depth int) error {
	page, start, ok := w.pageAt(number)
	if !ok || depth > deepestTree || w.seen[number] {
		return ErrBroken
	}
	w.seen[number] = true
	count := int(binary.BigEndian.Uint16(page[start+3:]))
	switch page[start] {
	case leaf:
		return w.leaf(page, start+8, count)
	case interior:
		return w.interior(page, start, count, depth)
	}
	return ErrBroken
}

func (w *walk) interior(page []byte, start, count, depth int) error {
	for i := range count {
		at := start + 12 + 2*i
		if at+2 > len(page) {
			return ErrBroken
		}
		cell := int(binary.BigEndian.Uint16(page[at:]))
		if cell+4 > len(page) {
			return ErrBroken
		}
		if err := w.tree(int(binary.BigEndian.Uint32(page[cell:])), depth+1); err != nil {
			return err
		}
	}
	return w.tree(int(binary.BigEndian.Uint32(page[start+8:])), depth+1)
}

func (w *walk) leaf(page []byte, start, count int) error {
	for i := range count {
		at := start + 2*i
		if at+2 > len(page) || len(w.rows) >= mostRows {
			return ErrBroken
		}
		cell := int(binary.BigEndian.Uint16(page[at:]))
		if cell >= len(page) {
			return ErrBroken
		}
		if err := w.cell(page[cell:]); err != nil {
			return err
		}
	}
	return nil
}

// cell reads a row: the length of its payload, its number, and the payload with its overflow.
func (w *walk) cell(cell []byte) error {
	length, n := varint(cell)
	rowid, m := varint(cell[n:])
	if n == 0 || m == 0 || length < 0 || length > mostPayload {
		return ErrBroken
	}
	payload, ok := w.payload(cell[n+m:], int(length))
	if !ok {
		return ErrBroken
	}
	if w.bytes += len(payload); w.bytes > len(w.data) { // no byte of a sound file belongs to two rows
		return ErrBroken
	}
	row, ok := w.record(payload, rowid)
	if w.count += len(row.values); !ok || w.count > mostValues {
		return ErrBroken
	}
	w.rows = append(w.rows, row)
	return nil
}

// payload joins what stands on the page with the overflow pages.
func (w *walk) payload(local []byte, length int) ([]byte, bool) {
	most := w.usable - 35
	if length <= most {
		if length > len(local) {
			return nil, false
		}
		return local[:length], true
	}
	least := (w.usable-12)*32/255 - 23
	here := least + (length-least)%(w.usable-4)
	if here > most {
		here = least
	}
	if here+4 > len(local) {
		return nil, false
	}
	if w.bytes+length > len(w.data) {
		return nil, false
	}
	joined := append(make([]byte, 0, length), local[:here]...)
	next := int(binary.BigEndian.Uint32(local[here:]))
	for len(joined) < length {
		page, _, ok := w.pageAt(next)
		if !ok {
			return nil, false
		}
		next = int(binary.BigEndian.Uint32(page))
		joined = append(joined, page[4:min(len(page), 4+length-len(joined))]...)
	}
	return joined, true
}
