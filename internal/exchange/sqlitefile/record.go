package sqlitefile

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// Row is a row of a table: its values by the names of the columns in lower case.
type Row struct {
	Number  int64
	columns []string
	values  []Value
}

// Value is one value: a number, a text, or bytes; the zero value is NULL.
type Value struct {
	Int   int64
	Bytes []byte // of texts (as UTF-8) and blobs; nil for numbers
}

func (r Row) value(column string) Value {
	for i, c := range r.columns {
		if c == column && i < len(r.values) {
			return r.values[i]
		}
	}
	return Value{}
}

// Text is a value as text; numbers are written out, NULL is "".
func (r Row) Text(column string) string {
	v := r.value(column)
	if v.Bytes == nil && v.Int != 0 {
		return strconv.FormatInt(v.Int, 10)
	}
	return strings.ToValidUTF8(string(v.Bytes), "\ufffd")
}

// Bytes is a value as it stands.
func (r Row) Bytes(column string) []byte { return r.value(column).Bytes }

// Int is a value as a number, 0 for what is none.
func (r Row) Int(column string) int64 {
	v := r.value(column)
	if v.Bytes != nil {
		n, _ := strconv.ParseInt(strings.TrimSpace(string(v.Bytes)), 10, 64)
		return n
	}
	return v.Int
}

// record parts a payload into its values.
func (w *walk) record(payload []byte, rowid int64) (Row, bool) {
	size, n := varint(payload)
	if n == 0 || size < int64(n) || size > int64(len(payload)) {
		return Row{}, false
	}
	row := Row{Number: rowid, columns: w.table.columns}
	kinds, body := payload[n:size], payload[size:]
	for len(kinds) > 0 && len(row.values) < len(w.table.columns) {
		kind, n := varint(kinds)
		length := lengthOf(kind)
		if n == 0 || length < 0 || length > len(body) {
			return Row{}, false
		}
		row.values = append(row.values, w.valueOf(kind, body[:length]))
		kinds, body = kinds[n:], body[length:]
	}
	if at := w.table.rowid; at >= 0 && at < len(row.values) {
		row.values[at] = Value{Int: rowid}
	}
	return row, true
}

// lengthOf is how many bytes a value of a kind has.
func lengthOf(kind int64) int {
	switch {
	case kind < 0 || kind > 2*mostPayload+13:
		return -1
	case kind >= 12:
		return int(kind-12) / 2
	}
	return [12]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1}[kind]
}

func (w *walk) valueOf(kind int64, b []byte) Value {
	switch {
	case kind == 9:
		return Value{Int: 1}
	case kind == 7:
		if v := math.Float64frombits(binary.BigEndian.Uint64(b)); math.Abs(v) < 1<<53 {
			return Value{Int: int64(v)}
		}
		return Value{}
	case kind < 12:
		return Value{Int: whole(b)}
	case kind%2 == 1:
		return Value{Bytes: w.text(b)}
	}
	return Value{Bytes: append([]byte{}, b...)}
}

// whole reads a number with its sign.
func whole(b []byte) int64 {
	if len(b) == 0 {
		return 0
	}
	v := int64(int8(b[0]))
	for _, c := range b[1:] {
		v = v<<8 | int64(c)
	}
	return v
}

// text brings a text into UTF-8.
func (w *walk) text(b []byte) []byte {
	order := unicode.LittleEndian
	switch w.encoding {
	case 2:
	case 3:
		order = unicode.BigEndian
	default:
		return append([]byte{}, b...)
	}
	decoded, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(b)
	if err != nil {
		return []byte{}
	}
	return decoded
}
