// Package boxes turns slides into sections. A presentation program keeps words in text boxes on slides, slides in named groups, and
// an order of the groups; the boxes stand in any order in the file and are read as people see them.
package boxes

import (
	"sort"
	"strings"

	"churchmusic/internal/exchange/columns"
	"churchmusic/internal/exchange/format"
)

// Box is a text on a slide.
type Box struct {
	Name  string
	X, Y  float64
	Text  string
	Marks []Mark
}

// Mark is a chord over a box's text.
type Mark struct {
	At    int // in UTF-16 units from the start of the text
	Chord string
}

// Slide is one slide.
type Slide struct {
	Label string // of the section that begins here, "" for none
	Boxes []Box
	Notes string
}

// Group is a run of slides under one name.
type Group struct {
	Name, ID string
	Slides   []Slide
}

const (
	mostSlides = 5_000
	mostBoxes  = 50
)

// Sections adds a block for each group, and for each label on a slide within it. The names of the blocks are the groups' ids.
func Sections(b *format.Builder, program string, groups []Group) {
	w := &writer{out: b, program: program, second: translations(groups)}
	for _, g := range groups {
		w.group(g)
	}
	w.told()
}

type writer struct {
	out      *format.Builder
	program  string
	second   map[string]bool // names of boxes that hold another language
	language bool
	slides   int
	full     bool
}

// told says once what was changed on many slides.
func (w *writer) told() {
	if w.language {
		w.out.Losses.Add(0, "The slides show a second text beside the words, such as a translation; it was kept as comments.")
	}
	if w.full {
		w.out.Losses.Add(0, "The file has more slides than a song can have; the rest was left out.")
	}
}

func (w *writer) group(g Group) {
	block := &format.Block{Label: Label(g.Name), Name: g.ID}
	for _, s := range g.Slides {
		if w.slides++; w.slides > mostSlides {
			w.full = true
			break
		}
		lines := w.slide(s)
		label := s.Label
		if label == "" && g.Name == "" {
			label, lines = ownLabel(lines)
		}
		if label != "" && (len(block.Lines) > 0 || block.Label == "") {
			w.add(block)
			block = &format.Block{Label: Label(label), Name: g.ID}
		}
		block.Lines = append(block.Lines, lines...)
	}
	w.add(block)
}

// add keeps a block with words. A group without any is a blank slide, which is no part of a song.
func (w *writer) add(block *format.Block) {
	if block.Has() || len(block.Lines) > 0 {
		w.out.Blocks = append(w.out.Blocks, *block)
	}
}

// slide gives the lines of a slide.
func (w *writer) slide(s Slide) []string {
	var words, other []string
	for _, box := range Sorted(s.Boxes) {
		lines := Lines(box.Text, box.Marks)
		if w.second[box.Name] && len(words) > 0 {
			for _, line := range lines {
				other = append(other, format.Comment(line))
			}
			continue
		}
		words = append(words, lines...)
	}
	w.language = w.language || len(other) > 0
	if note := strings.TrimSpace(s.Notes); note != "" {
		words = append(words, format.Comment(note))
	}
	return append(words, other...)
}

// Sorted gives boxes as people read them: from above, and those beside each other from the left.
func Sorted(all []Box) []Box {
	kept := make([]Box, 0, len(all))
	for _, box := range all {
		text := strings.TrimSpace(box.Text)
		if text != "" && text != "Double-click to edit" && len(kept) < mostBoxes {
			kept = append(kept, box)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool {
		if kept[i].Y != kept[j].Y {
			return kept[i].Y < kept[j].Y
		}
		return kept[i].X < kept[j].X
	})
	return kept
}

// translations finds the boxes that hold another language: they only ever stand below a box whose name leads several slides. Boxes
// of other names are parts of the words.
func translations(groups []Group) map[string]bool {
	leads, follows := map[string]int{}, map[string]string{}
	for _, g := range groups {
		for _, s := range g.Slides {
			sorted := Sorted(s.Boxes)
			for i, box := range sorted {
				if i == 0 {
					leads[box.Name]++
				} else if box.Name != "" {
					follows[box.Name] = sorted[0].Name
				}
			}
		}
	}
	second := map[string]bool{}
	for name, lead := range follows {
		second[name] = leads[name] == 0 && leads[lead] > 1
	}
	return second
}

// ownLabel takes a label that stands as the first line of a slide.
func ownLabel(lines []string) (string, []string) {
	if len(lines) == 0 || strings.Contains(lines[0], "{") {
		return "", lines
	}
	if label, rest, ok := columns.Label(lines[0]); ok && rest == "" {
		return label, lines[1:]
	}
	return "", lines
}

// Label is the name of a group unless it says nothing, as "Group" and "Blank" do.
func Label(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	switch strings.ToLower(name) {
	case "group", "blank", "blank slide", "slide", "slides", "background", "default", "unnamed", "untitled":
		return ""
	}
	return name
}

// Order keeps the ids of an arrangement whose groups have words; groups without words are blank slides and say nothing.
func Order(b *format.Builder, ids []string, groups []Group) []string {
	known := make(map[string]bool, len(groups))
	for _, g := range groups {
		known[strings.ToLower(g.ID)] = true
	}
	sung := make(map[string]bool, len(b.Blocks))
	for i := range b.Blocks {
		sung[strings.ToLower(b.Blocks[i].Name)] = b.Blocks[i].Has() || sung[strings.ToLower(b.Blocks[i].Name)]
	}
	order := make([]string, 0, len(ids))
	for _, id := range ids {
		switch id = strings.ToLower(strings.TrimSpace(id)); {
		case sung[id]:
			order = append(order, id)
		case !known[id]:
			b.Losses.Add(0, "The arrangement names a group that the file does not have; it was left out.")
		}
	}
	return order
}
