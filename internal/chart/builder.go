package chart

import (
	"slices"

	"churchmusic/internal/music"
)

// builder collects the distinct chords of a view while it walks the lines.
type builder struct {
	chart    *Chart
	home     music.Key // effective key of the first region
	minor    bool
	flat     bool
	offered  []music.Key
	chords   []ChordView
	indexes  []int // indexes[i] == i, so that lines can point to them
	byName   map[chordKey]int
	spellers map[place]*speller
	copies   map[int]map[int]string // section → region → id of its copy there
	problems []Problem
}

// place says in which region a chord is written and in which one it is shown; the
// two differ when a section is recalled in another key.
type place struct {
	written, shown int
}

type chordKey struct {
	text string
	at   place
}

// mostChords bounds a view; no song comes near, only hostile text does.
const mostChords = 1000

func newBuilder(c *Chart, own Keys, minor, preferFlat bool) *builder {
	return &builder{
		chart:    c,
		home:     own.Written.InMode(minor).Move(c.firstRegion().transpose, preferFlat),
		minor:    minor,
		flat:     preferFlat,
		offered:  music.Offered(minor, preferFlat),
		chords:   make([]ChordView, 0, 24),
		indexes:  make([]int, mostChords),
		byName:   make(map[chordKey]int, 32),
		spellers: map[place]*speller{},
		copies:   map[int]map[int]string{},
	}
}

// speller has the way from a written key to each offered column.
type speller struct {
	moves []music.Move
	key   music.Key // written, for numbers
}

func (b *builder) speller(at place) *speller {
	if s, ok := b.spellers[at]; ok {
		return s
	}
	written := b.writtenKey(at.written)
	shown := b.writtenKey(at.shown).InMode(written.Minor)
	distance := shown.Pitch() + b.chart.regions[at.shown].transpose - b.home.Pitch()
	s := &speller{key: written, moves: make([]music.Move, len(b.offered))}
	for i, column := range b.offered {
		s.moves[i] = music.NewMove(written, b.target(column, distance, written.Minor))
	}
	b.spellers[at] = s
	return s
}

// writtenKey is the key that a region's chords are written in; where none is given,
// the chart's first one.
func (b *builder) writtenKey(at int) music.Key {
	if r := b.chart.regions[at]; r.hasKey {
		return r.key
	}
	first := b.chart.firstRegion()
	if first.hasKey {
		return first.key
	}
	return b.home.Move(-first.transpose, b.flat)
}

// target is where a region goes when the chart's home goes to a column. Between
// F♯ and G♭ it takes the one on the column's side, flats with flats.
func (b *builder) target(column music.Key, distance int, minor bool) music.Key {
	flat := column.Signature() < 0 || column.Signature() == 0 && b.flat
	if minor == column.Minor {
		return column.Move(distance, flat)
	}
	return music.OfferedAt(column.Pitch()+distance, minor, flat)
}

// chord is the index of a chord in the view, nil when the view is full.
func (b *builder) chord(text string, at place) *int {
	key := chordKey{text, at}
	index, ok := b.byName[key]
	if !ok {
		if len(b.chords) == mostChords {
			return nil
		}
		index = len(b.chords)
		b.byName[key] = index
		b.indexes[index] = index
		b.chords = append(b.chords, b.spell(text, at))
	}
	return &b.indexes[index]
}

func (b *builder) spell(text string, at place) ChordView {
	s := b.chart.chords[text]
	if s.kind != known {
		return unknownChord(text, len(b.offered))
	}
	sp := b.speller(at)
	n := len(b.offered)
	table := make([]music.Parts, 3*n)
	v := ChordView{Source: text, Known: true, Letters: table[:n:n], Solfege: table[n : 2*n : 2*n], German: table[2*n:]}
	for i := range sp.moves {
		moved := sp.moves[i].Chord(s.chord)
		v.Letters[i] = music.Letters.Parts(moved)
		v.Solfege[i] = music.Solfege.Parts(moved)
		v.German[i] = music.German.Parts(moved)
	}
	v.Nashville = music.Nashville(s.chord, sp.key)
	v.Roman = music.Roman(s.chord, sp.key)
	return v
}

func unknownChord(text string, n int) ChordView {
	parts := music.Parts{text}
	same := slices.Repeat([]music.Parts{parts}, n)
	return ChordView{Source: text, Letters: same, Solfege: same, German: same, Nashville: parts, Roman: parts}
}
