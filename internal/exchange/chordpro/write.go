package chordpro

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/music"
)

// Write gives the text as it stands, or with its chords moved: everything else, also what nothing here understands, stays byte
// for byte.
func (Format) Write(doc *format.Document) ([]byte, []format.Loss, error) {
	text := doc.Text
	var losses format.Losses
	if doc.Moves() || doc.Options.PlainRecalls {
		m := newMover(doc)
		text = m.text()
		losses = m.losses
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return []byte(text), losses, nil
}

// mover rewrites the chords of a text, each from the written key that holds where it stands.
type mover struct {
	doc       *format.Document
	lines     map[int]*chart.Line // by number
	semitones int
	flat      bool
	from      music.Key
	move      music.Move
	names     *music.Names
	losses    format.Losses
	keyed     bool // the chart names its key
	capo      bool // it has a capo directive
}

func newMover(doc *format.Document) *mover {
	c := chart.Read(doc.Text)
	own := chart.Sounding(c, doc.Options.PreferFlat)
	shapes := doc.Shapes()
	m := &mover{doc: doc, lines: map[int]*chart.Line{}, names: music.Letters, keyed: c.Meta.Get("key") != ""}
	m.semitones = shapes.Pitch() - own.Sounding.Move(-own.Capo, doc.Options.PreferFlat).Pitch()
	m.flat = shapes.Signature() < 0 || shapes.Signature() == 0 && doc.Options.PreferFlat
	if strings.Contains(doc.Text, "[H") || strings.HasPrefix(c.Meta.Get("key"), "H") {
		m.names = music.German
	}
	for i := range c.Sections {
		for j := range c.Sections[i].Lines {
			m.lines[c.Sections[i].Lines[j].Number] = &c.Sections[i].Lines[j]
		}
	}
	m.enter(own.Written)
	return m
}

// enter sets the written key from which chords are moved.
func (m *mover) enter(key music.Key) {
	m.from = key
	m.move = music.NewMove(key, m.target(key))
}

func (m *mover) target(key music.Key) music.Key {
	if (m.semitones%12+12)%12 == 0 {
		return key
	}
	return music.OfferedAt(key.Pitch()+m.semitones, key.Minor, m.flat)
}

// text rewrites line by line; a line that a backslash joins to the one before is of the same kind.
func (m *mover) text() string {
	var b strings.Builder
	var line *chart.Line
	for i, raw := range strings.Split(m.doc.Text, "\n") {
		next, begins := m.lines[i+1]
		if begins {
			line = next
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(m.line(line, raw, begins))
	}
	return m.added() + b.String()
}

// added are the directives that the chart lacked.
func (m *mover) added() string {
	var b strings.Builder
	if !m.keyed && m.doc.Options.Key != "" {
		b.WriteString("{key: " + m.doc.Shapes().String() + "}\n")
	}
	if !m.capo && m.doc.Capo > 0 {
		b.WriteString("{capo: " + strconv.Itoa(m.doc.Capo) + "}\n")
	}
	return b.String()
}

func (m *mover) line(line *chart.Line, raw string, begins bool) string {
	if line == nil || line.Hidden || !begins && line.Kind != chart.Lyrics && line.Kind != chart.Grid {
		return raw
	}
	switch line.Kind {
	case chart.Directive:
		return m.directive(line, raw)
	case chart.Recall:
		if m.doc.Options.PlainRecalls && line.Directive.Name == "chorus" {
			return "{comment: Chorus}"
		}
	case chart.Lyrics:
		return m.brackets(raw)
	case chart.Grid:
		return m.cells(raw)
	}
	return raw
}

// brackets moves the chords of a line of words.
func (m *mover) brackets(raw string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(raw, '[')
		if open < 0 {
			break
		}
		end := strings.IndexByte(raw[open:], ']')
		if end < 0 {
			break
		}
		b.WriteString(raw[:open] + "[" + m.chord(raw[open+1:open+end]) + "]")
		raw = raw[open+end+1:]
	}
	b.WriteString(raw)
	return b.String()
}

// cells moves the chords of a grid row and leaves its bars and blanks.
func (m *mover) cells(raw string) string {
	var b strings.Builder
	from := 0
	for i := 0; i <= len(raw); i++ {
		if i < len(raw) && !strings.ContainsRune(" \t~[]", rune(raw[i])) {
			continue
		}
		b.WriteString(m.chord(raw[from:i]))
		if i < len(raw) {
			b.WriteByte(raw[i])
		}
		from = i + 1
	}
	return b.String()
}

func (m *mover) directive(line *chart.Line, raw string) string {
	switch line.Directive.Name {
	case "key":
		key, ok := m.parseKey(line.Directive.Value)
		if !ok {
			return raw
		}
		m.enter(key)
		return "{key: " + m.target(key).String() + "}"
	case "capo":
		m.capo = true
		return "{capo: " + strconv.Itoa(m.doc.Capo) + "}"
	case "define", "chord":
		m.losses.Add(line.Number, "The shape of a defined chord was kept as it is; the moved chord needs a new one.")
	}
	return raw
}

func (m *mover) parseKey(text string) (music.Key, bool) {
	if key, ok := m.names.ParseKey(text); ok {
		return key, true
	}
	return music.ParseKey(text)
}

// chord moves one chord and names it; what is no chord stays.
func (m *mover) chord(text string) string {
	c, ok := m.names.ParseChord(strings.TrimSpace(text))
	if !ok || text == "" {
		return text
	}
	moved, key := m.move.Chord(c), m.target(m.from)
	switch m.doc.Options.Notation {
	case format.Nashville:
		return format.Number(music.Nashville(moved, key))
	case format.Roman:
		return music.Roman(moved, key).Text()
	case format.Solfege:
		return music.Solfege.Parts(moved).Text()
	case format.German:
		return music.German.Parts(moved).Text()
	}
	return moved.String()
}
