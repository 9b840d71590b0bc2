package songbeamer

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/exchange/format"
)

// properties with the facts that they are.
var properties = map[string]string{
	"title": "title", "otitle": "alias", "titlelang2": "alias", "titlelang3": "alias", "titlelang4": "alias", "author": "lyricist", "melody": "composer",
	"translation": "translator", "(c)": "copyright", "natcopyright": "copyright", "addcopyrightinfo": "copyright", "rights": "publisher", "ccli": "ccli",
	"bible": "scripture", "categories": "tag", "key": "key", "tempo": "tempo", "songbook": "songbook", "churchsongid": "number", "capo": "capo",
}

// silent properties only tell SongBeamer how to show or find a song.
var silent = map[string]bool{"editor": true, "version": true, "format": true, "titleformat": true, "font": true, "fontlang2": true, "fontsize": true,
	"format_preline": true, "format_prepage": true, "backgroundimage": true, "textalign": true, "titlealign": true, "titlefontsize": true, "outlinecolor": true,
	"outlinedfont": true, "colorchords": true, "keywords": true, "quickfind": true, "quickfinder": true, "id": true, "transposeaccidental": true, "lang": true, "speed": true, "preset": true}

// header reads the properties and gives the line of the first verse.
func (r *reader) header(lines []string) int {
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "---") {
			return i
		}
		key, value, ok := property(line)
		if !ok && strings.TrimSpace(line) != "" && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			return i
		}
		if ok && value != "" && boxes.Room(&r.out) {
			r.property(key, value, i+1)
		}
	}
	return len(lines)
}

func (r *reader) property(key, value string, line int) {
	facts, losses := &r.out.Facts, &r.out.Losses
	switch fact := properties[key]; {
	case key == "langcount":
		n, _ := strconv.Atoi(value)
		r.languages = max(1, min(n, 4))
	case key == "verseorder":
		r.order(value)
	case key == "chords":
		r.readChords(value, line)
	case key == "comments":
		format.Put(facts, "notes", r.decoded(value))
	case key == "transpose":
		if value != "0" {
			losses.Add(line, "SongBeamer shows the chords "+value+" semitones higher; they were kept as they are written.")
		}
	case key == "songbook":
		book, number, _ := strings.Cut(value, "/")
		format.Put(facts, "songbook", format.Songbook(book, number))
	case fact == "copyright" || fact == "publisher" || fact == "number":
		format.Put(facts, fact, value)
	case fact != "":
		format.PutTag(facts, losses, line, fact, boxes.List(&r.out, value))
	case !silent[key]:
		losses.Add(line, "SongBeamer’s “"+key+"” has no place here; it was left out.")
	}
}

// bothInOne makes authors of those who wrote the words and the music.
func bothInOne(facts format.Facts) format.Facts {
	if !slices.Equal(facts.All("lyricist"), facts.All("composer")) {
		return facts
	}
	var kept format.Facts
	for _, f := range facts {
		switch f.Name {
		case "lyricist":
			f.Name = "author"
		case "composer":
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// order takes the names of verses; nothing after STOP is played.
func (r *reader) order(value string) {
	for _, name := range strings.Split(value, ",") {
		if name = strings.TrimSpace(name); strings.EqualFold(name, "stop") {
			return
		}
		if name != "" {
			r.out.Order = append(r.out.Order, name)
		}
	}
}

// decoded is text in base64, or as it stands when it is none.
func (r *reader) decoded(value string) string {
	data, err := base64.StdEncoding.DecodeString(value)
	if err != nil {
		return value
	}
	return encoding.DecodeAs(data, r.encoding).Text
}

type chord struct {
	at   int // in characters from the start of its line
	name string
}

const mostChords = 5_000

// readChords reads "column,line,chord" after "column,line,chord": columns may be fractions, and < is a flat.
func (r *reader) readChords(value string, line int) {
	r.chords = map[int][]chord{}
	for i, entry := range strings.Split(r.decoded(value), "\n") {
		parts := strings.SplitN(entry, ",", 3)
		if len(parts) < 3 || i > mostChords {
			continue
		}
		column, err1 := strconv.ParseFloat(strings.TrimSpace(parts[0]), 64)
		at, err2 := strconv.Atoi(strings.TrimSpace(parts[1]))
		if err1 != nil || err2 != nil || !(column < 10_000) || at > 100_000 {
			r.out.Losses.Add(line, "Some chords have no place that can be read; they were left out.")
			continue
		}
		name := strings.NewReplacer("<", "b", "=", "").Replace(strings.TrimSpace(parts[2]))
		r.chords[at] = append(r.chords[at], chord{max(0, int(column+0.999)), boxes.Words(name)})
	}
}
