// Package model writes a song as JSON for other programs: its facts, sections, lines of chord and lyric pairs, and warnings.
package model

import (
	"bytes"
	"encoding/json"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
)

// Song is the model of one song.
type Song struct {
	Title    string          `json:"title"`
	Metadata []Field         `json:"metadata"`
	Key      Key             `json:"key"`
	Capo     int             `json:"capo"`
	Tempo    int             `json:"tempo"`
	Meter    string          `json:"meter"`
	Duration int             `json:"duration"`
	Sections []Section       `json:"sections"`
	Sequence []chart.Step    `json:"sequence"`
	Warnings []chart.Problem `json:"warnings"`
}

// Field is one fact; names repeat.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Key is the sounding key and that of the shapes, in which the chords are given.
type Key struct {
	Sounding string `json:"sounding"`
	Shapes   string `json:"shapes"`
	Guessed  bool   `json:"guessed"`
	Reason   string `json:"reason"`
}

// Section is a part of the song.
type Section struct {
	ID     string     `json:"id"`
	Type   chart.Type `json:"type"`
	Label  string     `json:"label"`
	Short  string     `json:"short"`
	Repeat int        `json:"repeat"`
	Lines  []Line     `json:"lines"`
}

// Line is a line; its kind says which of the other fields it has.
type Line struct {
	Kind    string `json:"kind"`
	Pairs   []Pair `json:"pairs,omitempty"`
	Text    string `json:"text,omitempty"`
	Section string `json:"section,omitempty"`
}

// Pair is a chord, a remark or a bar line with the words that follow it.
type Pair struct {
	Chord      *Chord `json:"chord,omitempty"`
	Annotation string `json:"annotation,omitempty"`
	Bar        string `json:"bar,omitempty"`
	Lyrics     string `json:"lyrics"`
}

// Chord is a chord with its parts; an unknown one has only its text.
type Chord struct {
	Text      string `json:"text"`
	Known     bool   `json:"known"`
	Root      string `json:"root"`
	Quality   string `json:"quality"`
	Extension string `json:"extension"`
	Bass      string `json:"bass"`
}

// New makes the model of a document.
func New(doc *format.Document) Song {
	v := &doc.View
	s := Song{Title: doc.Title(), Metadata: make([]Field, 0, len(doc.Facts)), Capo: doc.Capo, Tempo: doc.Facts.Tempo(), Meter: doc.Facts.Meter(),
		Duration: doc.Facts.Duration(), Sections: make([]Section, 0, len(v.Sections)), Sequence: v.Sequence, Warnings: v.Warnings}
	if doc.HasKey {
		s.Key = Key{doc.Sounding.String(), doc.Shapes().String(), doc.Guessed, v.KeyReason}
	}
	for _, f := range doc.Facts {
		s.Metadata = append(s.Metadata, Field{f.Name, f.Value})
	}
	m := maker{doc: doc, names: doc.Chords(false)}
	for i := range v.Sections {
		s.Sections = append(s.Sections, m.section(&v.Sections[i]))
	}
	return s
}

// JSON writes songs: one as an object, several as a list.
func JSON(songs []Song) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	var err error
	if len(songs) == 1 {
		err = e.Encode(songs[0])
	} else {
		err = e.Encode(songs)
	}
	return b.Bytes(), err
}

type maker struct {
	doc   *format.Document
	names []string
}

func (m *maker) section(s *chart.SectionView) Section {
	out := Section{ID: s.ID, Type: s.Type, Label: s.Label, Short: s.Short, Repeat: m.doc.Repeat(s.ID), Lines: make([]Line, 0, len(s.Lines))}
	for i := range s.Lines {
		out.Lines = append(out.Lines, m.line(&s.Lines[i]))
	}
	return out
}

func (m *maker) line(l *chart.LineView) Line {
	out := Line{Kind: l.Kind, Text: l.Text, Section: l.Section}
	for _, p := range l.Parts {
		out.Pairs = append(out.Pairs, Pair{Chord: m.chord(p.Chord), Annotation: p.Annotation, Lyrics: p.Text})
	}
	for _, c := range l.Cells {
		out.Pairs = append(out.Pairs, Pair{Chord: m.chord(c.Chord), Bar: c.Bar, Lyrics: c.Text})
	}
	return out
}

func (m *maker) chord(index *int) *Chord {
	if index == nil {
		return nil
	}
	c := &Chord{Text: m.names[*index], Known: m.doc.View.Chords[*index].Known}
	if c.Known {
		parts := m.doc.Parts(*index, false)
		c.Root, c.Quality, c.Extension, c.Bass = parts[0], parts[1], parts[2], parts[3]
	}
	return c
}
