package propresenter7

import (
	"strconv"
	"strings"

	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/rtf"
)

// Numbers of the fields of a presentation.
const (
	nameField         = 3
	notesField        = 7
	selectedField     = 10
	arrangementsField = 11
	groupsField       = 12
	cuesField         = 13
	ccliField         = 14
	keyField          = 22
	musicField        = 23
)

const slideAction = 11

type reader struct {
	out      format.Builder
	encoding string
	cues     map[string][]byte
}

func (r *reader) facts(p []byte) {
	ccli := at(p, ccliField)
	title := text(ccli, 3)
	if strings.TrimSpace(title) == "" {
		title = text(p, nameField)
	}
	r.fact("title", title)
	if name := strings.TrimSpace(text(p, nameField)); name != "" && name != strings.TrimSpace(title) {
		r.fact("alias", name)
	}
	r.fact("author", text(ccli, 1))
	r.fact("artist", text(ccli, 2))
	r.fact("publisher", text(ccli, 4))
	if year := number(ccli, 5); year > 0 {
		r.fact("year", strconv.Itoa(year))
	}
	if song := number(ccli, 6); song > 0 {
		r.fact("ccli", strconv.Itoa(song))
	}
	r.fact("album", text(ccli, 8))
	r.fact("notes", text(p, notesField))
	r.key(p)
}

func (r *reader) fact(name, value string) {
	if value = boxes.Words(value); strings.TrimSpace(value) != "" {
		format.PutTag(&r.out.Facts, &r.out.Losses, 0, name, boxes.List(&r.out, value))
	}
}

// key takes the song's key: that of the music, else the one of the file's own field. A key in which somebody wants to see the song
// is no fact of it.
func (r *reader) key(p []byte) {
	original, user := strings.TrimSpace(text(p, musicField, 1)), strings.TrimSpace(text(p, musicField, 2))
	if original == "" {
		original = strings.TrimSpace(text(p, keyField))
	}
	if original == "" {
		original, user = user, ""
	}
	r.fact("key", original)
	if user != "" && user != original {
		r.out.Losses.Add(0, "ProPresenter shows this song in "+user+"; the chart keeps the original key, "+original+".")
	}
}

func (r *reader) groups(p []byte) []boxes.Group {
	each(p, cuesField, func(cue []byte) {
		if len(r.cues) < 10_000 {
			r.cues[strings.ToLower(text(cue, 1, 1))] = cue
		}
	})
	var groups []boxes.Group
	used := map[string]bool{}
	each(p, groupsField, func(g []byte) {
		group := boxes.Group{Name: text(g, 1, 2), ID: strings.ToLower(text(g, 1, 1, 1))}
		each(g, 2, func(id []byte) {
			cue := strings.ToLower(text(id, 1))
			if !used[cue] {
				used[cue] = true
				group.Slides = append(group.Slides, r.slides(r.cues[cue])...)
			}
		})
		groups = append(groups, group)
	})
	return append(groups, r.loose(p, used)...)
}

// loose gathers the slides that belong to no group.
func (r *reader) loose(p []byte, used map[string]bool) []boxes.Group {
	var group boxes.Group
	each(p, cuesField, func(cue []byte) {
		if id := strings.ToLower(text(cue, 1, 1)); !used[id] {
			used[id] = true
			group.Slides = append(group.Slides, r.slides(cue)...)
		}
	})
	if len(group.Slides) == 0 {
		return nil
	}
	return []boxes.Group{group}
}

// slides gives those of a cue; it has other actions too, such as a change of the background.
func (r *reader) slides(cue []byte) []boxes.Slide {
	var slides []boxes.Slide
	each(cue, 10, func(action []byte) {
		if number(action, 9) != slideAction {
			return
		}
		var slide boxes.Slide
		each(at(action, 23, 2, 1), 1, func(element []byte) {
			if graphics := at(element, 1); at(graphics, 13) != nil {
				slide.Boxes = append(slide.Boxes, r.box(graphics))
			}
		})
		slides = append(slides, slide)
	})
	return slides
}

func (r *reader) box(graphics []byte) boxes.Box {
	origin := at(graphics, 3, 1)
	words := at(graphics, 13)
	box := boxes.Box{Name: text(graphics, 2), X: real(origin, 1), Y: real(origin, 2), Text: rtf.Text(at(words, 5), r.encoding)}
	each(at(words, 3), 13, func(attribute []byte) {
		chord := strings.TrimSpace(text(attribute, 7))
		if chord != "" && len(chord) < 40 && len(box.Marks) < 2_000 {
			box.Marks = append(box.Marks, boxes.Mark{At: number(at(attribute, 1), 1), Chord: boxes.Words(chord)})
		}
	})
	return box
}

// order gives the selected arrangement as ids of groups; without one the groups stand in their order.
func (r *reader) order(p []byte, groups []boxes.Group) []string {
	selected := text(p, selectedField, 1)
	var ids, others []string
	each(p, arrangementsField, func(a []byte) {
		if !strings.EqualFold(text(a, 1, 1), selected) {
			if name := strings.TrimSpace(boxes.Words(text(a, 2))); len(others) < 10 {
				others = append(others, "“"+name+"”")
			}
			return
		}
		each(a, 3, func(id []byte) { ids = append(ids, text(id, 1)) })
	})
	if len(others) > 0 {
		r.out.Losses.Add(0, "The file has other arrangements, which were left out: "+strings.Join(others, ", ")+".")
	}
	return boxes.Order(&r.out, ids, groups)
}
