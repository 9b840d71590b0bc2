package easyworship

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
)

const (
	schedule     = "EasyWorship Schedule File Version"
	longestWords = 1 << 20
	mostEntries  = 2_000
)

// starts are the places of the list of entries by version.
var starts = map[string]int{"1.6": 40, "3": 48, "5": 56}

// readSchedule reads the songs of a service as versions before 6 save it.
func readSchedule(in format.Input) (format.Result, error) {
	data := in.Data
	at, ok := starts[strings.TrimSpace(string(data[min(len(data), len(schedule)):min(len(data), 38)]))]
	if !ok || at+6 > len(data) {
		return format.Result{}, fault.New(fault.Invalid, "This schedule is of a version of EasyWorship that cannot be read.")
	}
	count, size := int(binary.LittleEndian.Uint32(data[at:])), int(binary.LittleEndian.Uint16(data[at+4:]))
	var result format.Result
	total := 0
	for i := range min(count, mostEntries) {
		from := at + 6 + i*size
		if size < 1420 || from+size > len(data) {
			break
		}
		e, isSong := scheduled(data, data[from:from+size], in.Encoding)
		if total += len(e.words); !isSong || total > 64<<20 {
			continue
		}
		result.Songs = append(result.Songs, e.song(in.Encoding))
	}
	if len(result.Songs) == 0 {
		return format.Result{}, format.Empty()
	}
	return result, nil
}

// scheduled reads an entry of a schedule; other kinds than songs are left out.
func scheduled(file, record []byte, encoding string) (entry, bool) {
	if binary.LittleEndian.Uint32(record[820:]) != 1 {
		return entry{}, false
	}
	return entry{title: text(record[0:50], encoding), author: text(record[307:357], encoding), copyright: text(record[358:458], encoding),
		administrator: text(record[459:509], encoding), number: text(record[1410:1420], encoding),
		words: inflated(file, binary.LittleEndian.Uint32(record[800:]))}, true
}

// inflated is the content at a place of the file: its length, then compressed words.
func inflated(file []byte, at uint32) []byte {
	if int64(at)+4 > int64(len(file)) {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(file[at+4:]))
	if err != nil {
		return nil
	}
	words, _ := io.ReadAll(io.LimitReader(r, longestWords)) // what could be read before damage is kept
	return words
}
