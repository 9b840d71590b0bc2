package layout

import (
	"strconv"

	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// Notation is how chords are named.
type Notation string

// The notations that a view is spelled in.
const (
	Letters   Notation = "letters"
	Solfege   Notation = "solfege"
	German    Notation = "german"
	Nashville Notation = "nashville"
	Roman     Notation = "roman"
)

// Choice is how one reader wants a chart.
type Choice struct {
	Key        int // the sounding key: an index of the view's Keys
	Capo       int // 0 to 11; the shapes shown are Key − Capo
	Notation   Notation
	WordsOnly  bool
	WrittenOut bool // repeated sections stand as often as they are sung
}

// SoundingIndex is the index of the view's own key, 0 when it has none.
func SoundingIndex(v *chart.View) int {
	if i, ok := KeyIndex(v, v.Key); ok {
		return i
	}
	return 0
}

// KeyIndex finds a key by its name, else by its sound. Major and minor are one: a name
// in the other mode means the key with that tonic in the chart's own mode.
func KeyIndex(v *chart.View, name string) (int, bool) {
	for i := range v.Keys {
		if v.Keys[i].Name == name {
			return i, true
		}
	}
	key, ok := music.ParseKey(name)
	if !ok {
		return 0, false
	}
	return keyAt(v, key.Pitch())
}

func keyAt(v *chart.View, pitch int) (int, bool) {
	for i := range v.Keys {
		if v.Keys[i].Pitch == pitch {
			return i, true
		}
	}
	return 0, false
}

// Shapes is the index of the key that a player with the chosen capo fingers.
func (c Choice) Shapes(v *chart.View) int {
	if c.Key < 0 || c.Key >= len(v.Keys) {
		return 0
	}
	if c.Capo%12 == 0 {
		return c.Key
	}
	if i, ok := keyAt(v, ((v.Keys[c.Key].Pitch-c.Capo)%12+12)%12); ok {
		return i
	}
	return c.Key
}

// KeyText names a key of the view in the reader's notation: H and B where the chords are
// German, letters where they are numbers.
func (c Choice) KeyText(v *chart.View, index int) string {
	if index < 0 || index >= len(v.Keys) {
		return ""
	}
	names := music.Letters
	switch c.Notation {
	case German:
		names = music.German
	case Solfege:
		names = music.Solfege
	}
	key, ok := music.ParseKey(v.Keys[index].Name)
	if !ok || names == music.Letters {
		return v.Keys[index].Label
	}
	if key.Minor {
		return names.Name(key.Tonic) + "m"
	}
	return names.Name(key.Tonic)
}

// Spelled is a chord of the view as the reader sees it.
func (c Choice) Spelled(chord *chart.ChordView, shapes int) music.Parts {
	list := chord.Letters
	switch c.Notation {
	case Nashville:
		return chord.Nashville
	case Roman:
		return chord.Roman
	case Solfege:
		list = chord.Solfege
	case German:
		list = chord.German
	}
	if shapes >= 0 && shapes < len(list) {
		return list[shapes]
	}
	return music.Parts{chord.Source}
}

// shownSection is a section to set, with how often it is played there.
type shownSection struct {
	view  *chart.SectionView
	times int
}

// mostLines are written out; a longer song has its sections once.
const mostLines = 5000

// order is each section once as written, or all in the order in which they are played.
func (c Choice) order(v *chart.View) []shownSection {
	if !c.WrittenOut || len(v.Sequence) == 0 || linesPlayed(v) > mostLines {
		shown := make([]shownSection, len(v.Sections))
		for i := range v.Sections {
			shown[i] = shownSection{&v.Sections[i], 1}
		}
		return shown
	}
	byID := sectionsByID(v)
	shown := make([]shownSection, 0, len(v.Sequence))
	for _, step := range v.Sequence {
		if s := byID[step.Section]; s != nil {
			shown = append(shown, shownSection{s, max(1, step.Repeat)})
		}
	}
	return shown
}

func linesPlayed(v *chart.View) int {
	byID, n := sectionsByID(v), 0
	for _, step := range v.Sequence {
		if s := byID[step.Section]; s != nil {
			n += 1 + len(s.Lines)
		}
	}
	return n
}

func sectionsByID(v *chart.View) map[string]*chart.SectionView {
	byID := make(map[string]*chart.SectionView, len(v.Sections))
	for i := range v.Sections {
		byID[v.Sections[i].ID] = &v.Sections[i]
	}
	return byID
}

// Order is the order strip: the labels of the sections as they are played, with ×2 where
// one follows itself. It is empty when there is nothing to say: fewer than two entries.
func Order(v *chart.View) []string {
	byID := sectionsByID(v)
	labels := make([]string, 0, len(v.Sequence))
	last, times := "", 0
	end := func() {
		if s := byID[last]; s != nil && s.Label != "" {
			labels = append(labels, s.Label+timesText(times))
		}
	}
	for _, step := range v.Sequence {
		if step.Section != last {
			end()
			last, times = step.Section, 0
		}
		times += max(1, step.Repeat)
	}
	end()
	if len(labels) < 2 {
		return nil
	}
	return labels
}

func timesText(n int) string {
	if n < 2 {
		return ""
	}
	return " ×" + strconv.Itoa(n)
}

// inset sections stand apart with a rule beside them, as refrains do in hymnals.
func inset(s *chart.SectionView) bool { return s.Refrain || s.Type == chart.Chorus }
