// Package sqlitefile reads the tables of an SQLite database from its bytes, without a driver and without a file on disk: only what
// importing needs, so that a hostile database meets a few hundred lines of bounded code. It follows the published file format:
// pages, tables as B-trees, records of typed values, and overflow pages. Journals, indexes and views are not read.
package sqlitefile

import (
	"encoding/binary"
	"errors"
	"strings"
)

// Magic is how every SQLite database begins.
const Magic = "SQLite format 3\x00"

// The faults of a database.
var (
	ErrFormat = errors.New("no SQLite database")
	ErrBroken = errors.New("a broken SQLite database")
)

// How much is read of a table and of a value.
const (
	mostRows     = 200_000
	mostPayload  = 4 << 20
	mostValues   = 2_000_000
	deepestTree  = 20
	headerLength = 100
)

// File is a database.
type File struct {
	data     []byte
	page     int // bytes of a page
	usable   int // without the reserved end
	encoding uint32
	tables   map[string]table
}

type table struct {
	root    int
	columns []string
	rowid   int // the column that is the row's number, -1 for none
}

// Open reads the header and the list of tables.
func Open(data []byte) (*File, error) {
	if len(data) < headerLength || string(data[:16]) != Magic {
		return nil, ErrFormat
	}
	f := &File{data: data, page: int(binary.BigEndian.Uint16(data[16:])), encoding: binary.BigEndian.Uint32(data[56:]), tables: map[string]table{}}
	if f.page == 1 {
		f.page = 65536
	}
	f.usable = f.page - int(data[20])
	if f.page < 512 || f.page&(f.page-1) != 0 || f.usable < 480 {
		return nil, ErrFormat
	}
	schema := table{root: 1, columns: []string{"type", "name", "tbl_name", "rootpage", "sql"}, rowid: -1}
	rows, err := f.rows(schema)
	for _, r := range rows {
		if r.Text("type") == "table" && len(f.tables) < 1_000 {
			columns, rowid := columnsOf(r.Text("sql"))
			f.tables[strings.ToLower(r.Text("name"))] = table{root: int(r.Int("rootpage")), columns: columns, rowid: rowid}
		}
	}
	return f, err
}

// Has says whether there is a table with these columns.
func (f *File) Has(name string, columns ...string) bool {
	t, ok := f.tables[strings.ToLower(name)]
	for _, wanted := range columns {
		found := false
		for _, c := range t.columns {
			found = found || c == strings.ToLower(wanted)
		}
		ok = ok && found
	}
	return ok
}

// Rows gives the rows of a table in the order of their numbers; none for a table that is not there. With an error come the rows that
// could be read.
func (f *File) Rows(name string) ([]Row, error) {
	t, ok := f.tables[strings.ToLower(name)]
	if !ok {
		return nil, nil
	}
	return f.rows(t)
}

// pageAt is a page by its number, from 1, and where its tree begins within it.
func (f *File) pageAt(number int) (page []byte, start int, ok bool) {
	from := (number - 1) * f.page
	if number < 1 || number > len(f.data)/f.page+1 || from+f.usable > len(f.data) {
		return nil, 0, false
	}
	if number == 1 {
		start = headerLength
	}
	return f.data[from : from+f.usable], start, true
}

// varint reads a number of one to nine bytes; n is 0 when there is none.
func varint(b []byte) (value int64, n int) {
	var v uint64
	for i := 0; i < len(b) && i < 9; i++ {
		if i == 8 {
			return int64(v<<8 | uint64(b[i])), 9
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(v), i + 1
		}
	}
	return 0, 0
}
