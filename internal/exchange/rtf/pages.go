package rtf

import (
	"strconv"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// charsets are the code pages that fonts ask for; ANSI (0) and default (1) leave it to the file.
var charsets = map[int]string{77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250"}

var pages = map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8", 866: "ibm866"}

var dos = map[string]encoding.Encoding{"ibm437": charmap.CodePage437, "ibm850": charmap.CodePage850, "ibm852": charmap.CodePage852}

func pageName(number int) string {
	if name := pages[number]; name != "" {
		return name
	}
	if number == 437 || number == 850 || number == 852 {
		return "ibm" + strconv.Itoa(number)
	}
	return "windows-" + strconv.Itoa(number)
}

// decode reads bytes in a code page, Windows-1252 when nobody knows it.
func decode(data []byte, name string) string {
	page := encoding.Encoding(charmap.Windows1252)
	if e, ok := dos[name]; ok {
		page = e
	} else if e, err := htmlindex.Get(name); err == nil {
		page = e
	}
	text, err := page.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(text)
}
