// Package sqlitetest makes small SQLite databases for the tests of what reads them, without a driver: each table is one page.
package sqlitetest

import "encoding/binary"

// Table is a table to make; its rows have the numbers 1, 2, 3. Values are int, string, []byte or nil.
type Table struct {
	Name, SQL string
	Rows      [][]any
}

const page = 32768

// Build gives the bytes of a database. Tables must fit their page.
func Build(tables ...Table) []byte {
	schema := make([][]any, 0, len(tables))
	for i, t := range tables {
		schema = append(schema, []any{"table", t.Name, t.Name, i + 2, t.SQL})
	}
	file := leaf(100, schema)
	copy(file, "SQLite format 3\x00")
	binary.BigEndian.PutUint16(file[16:], page)
	file[18], file[19], file[21], file[22], file[23] = 1, 1, 64, 32, 32
	binary.BigEndian.PutUint32(file[28:], uint32(len(tables)+1))
	binary.BigEndian.PutUint32(file[44:], 4)
	binary.BigEndian.PutUint32(file[56:], 1)
	for _, t := range tables {
		file = append(file, leaf(0, t.Rows)...)
	}
	return file
}

// leaf writes rows into one page, the cells from its end.
func leaf(start int, rows [][]any) []byte {
	p := make([]byte, page)
	p[start] = 13
	binary.BigEndian.PutUint16(p[start+3:], uint16(len(rows)))
	end := page
	for i, row := range rows {
		payload := record(row)
		cell := append(varint(varint(nil, len(payload)), i+1), payload...)
		end -= len(cell)
		copy(p[end:], cell)
		binary.BigEndian.PutUint16(p[start+8+2*i:], uint16(end))
	}
	binary.BigEndian.PutUint16(p[start+5:], uint16(end))
	return p
}

func record(row []any) []byte {
	var kinds, body []byte
	for _, v := range row {
		switch v := v.(type) {
		case int:
			kinds = append(kinds, 4)
			body = binary.BigEndian.AppendUint32(body, uint32(v))
		case string:
			kinds = varint(kinds, 13+2*len(v))
			body = append(body, v...)
		case []byte:
			kinds = varint(kinds, 12+2*len(v))
			body = append(body, v...)
		default:
			kinds = append(kinds, 0)
		}
	}
	return append(append(varint(nil, len(kinds)+1), kinds...), body...)
}

func varint(b []byte, v int) []byte {
	if v > 0x3fff {
		b = append(b, byte(v>>14)|0x80)
	}
	if v > 0x7f {
		b = append(b, byte(v>>7)|0x80)
	}
	return append(b, byte(v&0x7f))
}
