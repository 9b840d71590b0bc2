package exchange

import (
	"bytes"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/csv"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/model"
	"churchmusic/internal/fault"
)

// Conversion says how a file becomes another.
type Conversion struct {
	From    string // name of a format; "" to find out
	To      string // name of a written format, or "json"
	Options format.Options
}

// Converted is one file that came of a conversion.
type Converted struct {
	Title  string
	Data   []byte
	Losses []format.Loss
}

// Extension is that of the files of a written format.
func Extension(to string) string {
	f, ok := ByName(to)
	switch {
	case to == "words" || to == "text":
		return ".txt"
	case !ok:
		return "." + to
	}
	return f.Extensions()[0]
}

// Targets are the names of what Convert writes.
func Targets() []string {
	names := []string{"json"}
	for _, w := range Writers() {
		names = append(names, w.Name())
	}
	return names
}

// Convert reads a file and writes it in another format: one file where the format holds books (chordpro, csv, json), else one
// for each song.
func Convert(in format.Input, how Conversion) ([]Converted, error) {
	result, err := how.read(in)
	if err != nil {
		return nil, err
	}
	docs := make([]*format.Document, len(result.Songs))
	for i, s := range result.Songs {
		docs[i] = format.NewDocument(s.ChartText, how.Options)
	}
	out, err := how.write(docs)
	if err != nil {
		return nil, err
	}
	for i := range result.Songs {
		file := &out[min(i, len(out)-1)]
		file.Losses = append(result.Songs[i].Losses, file.Losses...)
	}
	return out, nil
}

func (how Conversion) read(in format.Input) (format.Result, error) {
	if how.From == "" {
		result, _, err := Read(in)
		return result, err
	}
	f, ok := ByName(how.From)
	if !ok {
		return format.Result{}, fault.New(fault.Invalid, "There is no format %q; choose one of %s.", how.From, strings.Join(names(), ", "))
	}
	return f.Read(in)
}

func names() []string {
	list := make([]string, 0, len(formats))
	for _, f := range formats {
		list = append(list, f.Name())
	}
	return list
}

func (how Conversion) write(docs []*format.Document) ([]Converted, error) {
	switch how.To {
	case "json":
		songs := make([]model.Song, len(docs))
		for i, d := range docs {
			songs[i] = model.New(d)
		}
		data, err := model.JSON(songs)
		return []Converted{{docs[0].Title(), data, nil}}, err
	case "csv":
		data, losses, err := csv.WriteAll(docs)
		return []Converted{{docs[0].Title(), data, losses}}, err
	}
	f, _ := ByName(how.To)
	w, ok := f.(format.Writer)
	if !ok {
		return nil, fault.New(fault.Invalid, "Songs cannot be written as %q; choose one of %s.", how.To, strings.Join(Targets(), ", "))
	}
	files := make([]Converted, 0, len(docs))
	for i, d := range docs {
		data, losses, err := w.Write(d)
		if err != nil {
			return nil, err
		}
		title := d.Title()
		if title == "" {
			title = strconv.Itoa(i + 1)
		}
		files = append(files, Converted{title, data, losses})
	}
	if how.To == "chordpro" && len(files) > 1 {
		return []Converted{book(files)}, nil
	}
	return files, nil
}

// book joins ChordPro songs.
func book(files []Converted) Converted {
	var b bytes.Buffer
	all := Converted{Title: files[0].Title}
	for i, f := range files {
		if i > 0 && !bytes.HasPrefix(bytes.TrimSpace(f.Data), []byte("{n")) {
			b.WriteString("{new_song}\n")
		}
		b.Write(f.Data)
		all.Losses = append(all.Losses, f.Losses...)
	}
	all.Data = b.Bytes()
	return all
}
