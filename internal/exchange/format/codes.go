package format

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
)

// Codes gives each section of a document a short name, "V1", "C", by id: the letter is asked for by type, and the number is that of
// the label, else the next free one. A section that is the only one of its letter and has no number stands alone, unless all are to be
// numbered.
func (d *Document) Codes(all bool, letter func(*chart.SectionView) string) map[string]string {
	letters, numbers := map[string]string{}, map[string]int{}
	count, used := map[string]int{}, map[string]bool{}
	for i := range d.View.Sections {
		s := &d.View.Sections[i]
		l := letter(s)
		letters[s.ID] = l
		count[l]++
		label, _ := chart.ParseLabel(s.Label)
		name := l + strconv.Itoa(label.Number)
		if label.Number > 0 && !used[name] {
			numbers[s.ID], used[name] = label.Number, true
		}
	}
	codes := make(map[string]string, len(letters))
	next := map[string]int{}
	for i := range d.View.Sections {
		id := d.View.Sections[i].ID
		l := letters[id]
		n := numbers[id]
		if n == 0 && (all || count[l] > 1) {
			for n = next[l] + 1; used[l+strconv.Itoa(n)]; n++ {
				continue
			}
			next[l], used[l+strconv.Itoa(n)] = n, true
		}
		codes[id] = l
		if n > 0 {
			codes[id] += strconv.Itoa(n)
		}
	}
	return codes
}

// Spaced sets a blank between the letters and the number of a label: "Interlude2".
func Spaced(label string) string {
	at := strings.IndexAny(label, "0123456789")
	if at < 3 || label[at-1] == ' ' {
		return label
	}
	return label[:at] + " " + label[at:]
}

// Sung says whether a section has anything to sing or play.
func Sung(s *chart.SectionView) bool { return sung(*s) }

// LineWords joins the words of a line.
func LineWords(parts []chart.PartView) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}
