// Package format says what a song is between a file of another program and the library: ChordPro text, which carries its facts
// as directives, with a list of what was lost or changed on the way.
package format

import (
	"path"
	"strings"

	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/fault"
)

// Confidence says how sure a format is that a file is one of its own.
type Confidence int

// The degrees of confidence. The registry takes the highest.
const (
	No Confidence = iota
	Possible
	Likely
	Sure
	Certain // even where another format is sure
)

// Format reads the files of one kind. Everything in it is pure and accepts any bytes: what it does not understand stays as
// text and is reported as a loss.
type Format interface {
	// Name is the short name for commands and addresses, such as "openlyrics".
	Name() string
	// Title is the name for people.
	Title() string
	// Extensions are the file extensions with their dot, in lower case, the usual one first.
	Extensions() []string
	// Detect judges by the file's name and its first 64 KiB, decoded.
	Detect(name, head string) Confidence
	// Read gives the songs of a file. The error is an Invalid fault for a file that holds no song at all, or too much.
	Read(in Input) (Result, error)
}

// Writer is a format that is written too.
type Writer interface {
	Format
	// Write gives the file of one song and what the format could not hold.
	Write(doc *Document) ([]byte, []Loss, error)
}

// Input is one file as it came.
type Input struct {
	Name     string // of the file, "" when there is none
	Data     []byte
	Encoding string // chosen by a person, "" to find out
}

// Result is what a file held.
type Result struct {
	Songs    []Song
	Original string // the decoded text, to show beside the result; "" for binary files
	Encoding string
}

// Song is one song that was read.
type Song struct {
	Title     string
	ChartText string   // ChordPro with the facts as directives; a {flow} where the order is not that of the text
	Sequence  []string // section ids in the order in which they are played, never empty for a song with words
	Losses    []Loss

	Arrangement string        // the name of the arrangement, "" for none
	Others      []Arrangement // further arrangements of the song
}

// Arrangement is one more version of a song.
type Arrangement struct {
	Name      string
	ChartText string
	Sequence  []string
}

// Loss is something of a file that is not, or not in the same way, in what came of it.
type Loss struct {
	Line    int    `json:"line"` // in the file, from 1; 0 when it is no line's
	Message string `json:"message"`
}

// How much a file may hold. A hymn has two thousand bytes.
const (
	LongestSong = 2 << 20
	LongestBook = 64 << 20
	mostLosses  = 200
)

// Text decodes an input of at most so many bytes.
func (in Input) Text(most int) (encoding.Text, error) {
	if len(in.Data) > most {
		return encoding.Text{}, fault.New(fault.Invalid, "This file has more than %d bytes, which no song has.", most)
	}
	return encoding.DecodeAs(in.Data, in.Encoding), nil
}

// Empty is the fault of a file without a song.
func Empty() error {
	return fault.New(fault.Invalid, "There is no song in this file.")
}

// Stem is the file's name without folder and extension.
func (in Input) Stem() string {
	name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
	if name == "." || name == "/" || name == "-" {
		return ""
	}
	return strings.TrimSpace(strings.TrimSuffix(name, path.Ext(name)))
}

// HasExtension says whether a file's name ends in one of the extensions.
func HasExtension(name string, extensions ...string) bool {
	name = strings.ToLower(name)
	for _, e := range extensions {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// Losses collects losses, each sentence once for a line.
type Losses []Loss

// Add notes a loss.
func (l *Losses) Add(line int, message string) {
	if len(*l) >= mostLosses {
		return
	}
	for _, known := range *l {
		if known.Line == line && known.Message == message {
			return
		}
	}
	*l = append(*l, Loss{line, message})
}

// Decoding notes what the decoding dropped.
func (l *Losses) Decoding(t encoding.Text) {
	if t.Dropped > 0 {
		l.Add(0, "Some characters could not be read in this encoding ("+t.Encoding+"). Look at the words, and choose another encoding if they are wrong.")
	}
}
