package layout

// together is how many lines of a section stay on each side where it is parted.
const together = 2

// piece is a section, or the part of it that stands in one column.
type piece struct {
	block  int
	rows   span
	height float64
	more   bool // it goes on in the next column
}

// column is what stands below one another.
type column struct {
	pieces []piece
	height float64
}

// filler fills columns with sections, keeping each whole where a column can hold it.
type filler struct {
	s       *setter
	frame   Frame
	count   int // columns on a page
	columns []column
	shelf   []piece // behind all columns' pieces
}

// fill lays all sections out; afterwards columns come count to a page.
func (f *filler) fill() {
	f.columns, f.shelf = f.columns[:0], f.shelf[:0]
	f.newColumn()
	for i := range f.s.blocks {
		f.block(i)
	}
	f.balance()
}

func (f *filler) newColumn() {
	at := len(f.shelf)
	f.columns = append(f.columns, column{pieces: f.shelf[at:at]})
}

func (f *filler) last() *column { return &f.columns[len(f.columns)-1] }

// room is the height of the column filled last.
func (f *filler) room() float64 { return f.frame.height((len(f.columns) - 1) / f.count) }

func (f *filler) put(p piece) {
	c := f.last()
	if len(c.pieces) > 0 {
		c.height += f.gap()
	}
	f.shelf = append(f.shelf, p)
	c.pieces = f.shelf[len(f.shelf)-len(c.pieces)-1:]
	c.height += p.height
}

func (f *filler) gap() float64 {
	if f.s.tight {
		return tightGap * f.s.em
	}
	return sectionGap * f.s.em
}

// left is what a section put next may take of the column.
func (f *filler) left() float64 {
	c := f.last()
	if len(c.pieces) == 0 {
		return f.room()
	}
	return f.room() - c.height - f.gap()
}

func (f *filler) block(i int) {
	b := &f.s.blocks[i]
	rest, height := b.rows, b.height
	for height > f.left()+1e-6 {
		at, fits := rest.from, 0.0
		if height > f.room() {
			at, fits = f.cutAt(rest, f.left()-cueHeight*f.s.em)
		}
		if at > rest.from {
			f.put(piece{i, span{rest.from, at}, fits + cueHeight*f.s.em, true})
			rest.from = at
			height = f.s.heightOf(rest)
		} else if len(f.last().pieces) == 0 {
			break // not even one row fits: the frame is too small for anything
		}
		f.newColumn()
	}
	f.put(piece{i, rest, height, false})
}

// cutAt finds where a section that no column holds is parted: as low as possible, between
// lines and with at least two on each side, else between the rows of a line.
func (f *filler) cutAt(rows span, room float64) (at int, height float64) {
	best, bestHeight, h := rows.from, 0.0, 0.0
	poor, poorHeight := rows.from, 0.0
	for i := rows.from; i < rows.to; i++ {
		r := &f.s.rows[i]
		if i > rows.from && h <= room {
			switch {
			case r.before == well && f.lines(span{rows.from, i}) >= together && f.lines(span{i, rows.to}) >= together:
				best, bestHeight = i, h
			case r.before != never && f.s.rows[i-1].height != labelHeight*f.s.em:
				poor, poorHeight = i, h
			}
		}
		if i > rows.from {
			h += r.gap
		}
		if h += r.height; h > room {
			break
		}
	}
	if best > rows.from {
		return best, bestHeight
	}
	if len(f.last().pieces) > 0 {
		return rows.from, 0
	}
	return poor, poorHeight
}

// lines counts the lines that begin in rows, up to two; what goes on for very long counts as two.
func (f *filler) lines(rows span) int {
	const far = 40
	n := 1
	for i := rows.from + 1; i < rows.to && n < together; i++ {
		if f.s.rows[i].before == well && f.s.rows[i-1].height != labelHeight*f.s.em || i > rows.from+far {
			n++
		}
	}
	return n
}

func (f *filler) pages() int { return (len(f.columns) + f.count - 1) / f.count }

// balance spreads the sections of the last page so that its columns end as high as possible.
func (f *filler) balance() {
	first := (f.pages() - 1) * f.count
	tail := f.columns[first:]
	if f.count == 1 || len(tail) == 0 || len(tail[0].pieces) == 0 {
		return
	}
	var pieces []piece
	low := 0.0
	for i := range tail {
		pieces = append(pieces, tail[i].pieces...)
	}
	for i := range pieces {
		low = max(low, pieces[i].height)
	}
	high := f.frame.height(f.pages() - 1)
	if low > high || cutInside(pieces) {
		return
	}
	for range 20 {
		if middle := (low + high) / 2; f.columnsFor(pieces, middle) <= f.count {
			high = middle
		} else {
			low = middle
		}
	}
	f.spread(first, pieces, high)
}

// cutInside is true when a section goes on from one column of the page to another.
func cutInside(pieces []piece) bool {
	for i := range pieces {
		if pieces[i].more {
			return true
		}
	}
	return false
}

func (f *filler) columnsFor(pieces []piece, height float64) int {
	n, used := 1, 0.0
	for i := range pieces {
		h := pieces[i].height
		if used > 0 {
			h += f.gap()
		}
		if used+h > height+1e-6 {
			n, h = n+1, pieces[i].height
			used = 0
		}
		used += h
	}
	return n
}

func (f *filler) spread(first int, pieces []piece, height float64) {
	f.columns = f.columns[:first]
	var c column
	for from := 0; from < len(pieces); from += len(c.pieces) {
		c = column{}
		for i := from; i < len(pieces); i++ {
			h := pieces[i].height
			if i > from {
				h += f.gap()
			}
			if i > from && c.height+h > height+1e-6 {
				break
			}
			c.height += h
			c.pieces = pieces[from : i+1]
		}
		f.columns = append(f.columns, c)
	}
}
