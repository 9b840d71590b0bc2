package easyworship

import (
	"bytes"
	"encoding/binary"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

// Types of Paradox's fields whose size is not what the header says, and those that point into the memo file.
const (
	int16Field     = 3
	int32Field     = 4
	logicalField   = 9
	memoField      = 0x0c
	blobField      = 0x0d
	timestampField = 0x15
)

type field struct {
	name       string
	kind, size int
	from       int // in a record
}

type paradoxTable struct {
	data       []byte
	record     int
	header     int
	block      int
	first      int
	encoding   string
	fields     []field
	mostBlocks int
}

// pages are the Windows code pages that belong to the DOS ones of the header.
var pages = map[int]string{852: "windows-1250", 737: "windows-1253", 775: "windows-1257", 855: "windows-1251", 857: "windows-1254", 866: "windows-1251",
	869: "windows-1253", 862: "windows-1255", 874: "windows-874"}

// paradox reads the header of a table.
func paradox(data []byte) (*paradoxTable, bool) {
	if len(data) < 0x800 {
		return nil, false
	}
	p := &paradoxTable{data: data, record: word(data), header: word(data[2:]), block: int(data[5]) * 1024, first: word(data[14:]), encoding: pages[word(data[106:])]}
	count := word(data[33:])
	names := 385 + 6*count
	if p.header != 0x800 || p.block < 1024 || p.block > 32*1024 || count < 1 || count > 255 || p.record < 10 || names >= p.header {
		return nil, false
	}
	p.mostBlocks = len(data)/p.block + 1
	rest := data[names:p.header]
	at := 0
	for i := range count {
		name, more, found := bytes.Cut(rest, []byte{0})
		if !found {
			return nil, false
		}
		rest = more
		f := field{name: string(name), kind: int(data[120+2*i]), size: int(data[121+2*i]), from: at}
		if size, ok := map[int]int{int16Field: 2, int32Field: 4, logicalField: 1, timestampField: 8}[f.kind]; ok {
			f.size = size
		}
		at += f.size
		p.fields = append(p.fields, f)
	}
	return p, at <= p.record
}

func word(b []byte) int { return int(binary.LittleEndian.Uint16(b)) }

// field is the place of a field, -1 for none.
func (p *paradoxTable) field(name string) int {
	for i, f := range p.fields {
		if f.name == name {
			return i
		}
	}
	return -1
}

// records visits the rows, block after block, until the visitor has enough; a circle of blocks ends after as many as the file can have.
func (p *paradoxTable) records(visit func([]byte) bool) {
	next := p.first
	for n := 0; next > 0 && n < p.mostBlocks; n++ {
		from := p.header + (next-1)*p.block
		if from+6 > len(p.data) {
			return
		}
		last := int(int16(binary.LittleEndian.Uint16(p.data[from+4:]))) // where the last row begins, negative for none
		next = word(p.data[from:])
		for at := 0; at <= last && at+p.record <= p.block && from+6+at+p.record <= len(p.data); at += p.record {
			if !visit(p.data[from+6+at : from+6+at+p.record]) {
				return
			}
		}
	}
}

// value is a field of a row; memos come from the memo file.
func (p *paradoxTable) value(record []byte, name string, memo []byte) []byte {
	i := p.field(name)
	if i < 0 {
		return nil
	}
	f := p.fields[i]
	raw := record[f.from : f.from+f.size]
	if f.kind == memoField || f.kind == blobField {
		return memoAt(raw, memo)
	}
	return bytes.TrimRight(raw, "\x00")
}

// memoAt follows a memo: it stands in the field when it is short, else in the memo file, in a block of its own or in one shared.
func memoAt(raw, memo []byte) []byte {
	if len(raw) < 10 {
		return nil
	}
	lead := raw[:len(raw)-10]
	at, size := int(binary.LittleEndian.Uint32(raw[len(lead):])), int(binary.LittleEndian.Uint32(raw[len(lead)+4:]))
	if size <= len(lead) {
		return lead[:size]
	}
	shared := at & 0xff
	at &^= 0xff
	if size > longestWords || at+12 > len(memo) {
		return nil
	}
	switch {
	case memo[at] == 2:
		at += 9
	case memo[at] == 3 && shared < 64 && at+12+5*shared < len(memo):
		at += int(memo[at+12+5*shared]) * 16
	default:
		return nil
	}
	if at+size > len(memo) {
		return nil
	}
	return memo[at : at+size]
}

// readParadox reads the library of the versions before 6.
func readParadox(table, memo format.Input) (format.Result, error) {
	p, ok := paradox(table.Data)
	if !ok || p.field("Title") < 0 || p.field("Words") < 0 {
		return format.Result{}, fault.New(fault.Invalid, "This table has no songs of EasyWorship.")
	}
	encoding := table.Encoding
	if encoding == "" {
		encoding = p.encoding
	}
	var result format.Result
	total := 0
	p.records(func(r []byte) bool {
		e := entry{words: p.value(r, "Words", memo.Data)}
		for name, place := range map[string]*string{"Title": &e.title, "Author": &e.author, "Copyright": &e.copyright, "Administrator": &e.administrator, "Song Number": &e.number} {
			*place = text(p.value(r, name, memo.Data), encoding)
		}
		result.Songs = append(result.Songs, e.song(encoding))
		total += len(e.words)
		return len(result.Songs) < mostSongs && total < longest
	})
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}
