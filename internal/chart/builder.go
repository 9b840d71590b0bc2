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
	spellers map[int]*speller
	copies   map[int]map[int]string // section → region → id of its copy there
	problems []Problem
}

type chordKey struct {
	text   string
	region int
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
		spellers: map[int]*speller{},
		copies:   map[int]map[int]string{},
	}
}

// speller has the way from one region's written key to each offered column.
type speller struct {
	moves  []music.Move
	key    music.Key // written, for numbers
	shifts int
}

func (b *builder) speller(at int) *speller {
	if s, ok := b.spellers[at]; ok {
		return s
	}
	r := b.chart.regions[at]
	written := r.key
	if !r.hasKey {
		written = b.writtenHome()
	}
	written = written.InMode(b.modeOf(r))
	distance := written.Pitch() + r.transpose - b.home.Pitch()
	s := &speller{key: written, moves: make([]music.Move, len(b.offered))}
	for i, column := range b.offered {
		s.moves[i] = music.NewMove(written, b.target(column, distance, written.Minor))
	}
	b.spellers[at] = s
	return s
}

// modeOf is a region's own mode; a chart without a key has the mode of its view.
func (b *builder) modeOf(r region) bool {
	if r.hasKey {
		return r.key.Minor
	}
	return b.minor
}

func (b *builder) writtenHome() music.Key {
	first := b.chart.firstRegion()
	if first.hasKey {
		return first.key
	}
	return b.home.Move(-first.transpose, b.flat)
}

// target is where a region goes when the chart's home goes to a column.
func (b *builder) target(column music.Key, distance int, minor bool) music.Key {
	if minor == column.Minor {
		return column.Move(distance, b.flat)
	}
	return music.OfferedAt(column.Pitch()+distance, minor, b.flat)
}

// chord is the index of a chord in the view, nil when the view is full.
func (b *builder) chord(text string, region int) *int {
	key := chordKey{text, region}
	at, ok := b.byName[key]
	if !ok {
		if len(b.chords) == mostChords {
			return nil
		}
		at = len(b.chords)
		b.byName[key] = at
		b.indexes[at] = at
		b.chords = append(b.chords, b.spell(text, region))
	}
	return &b.indexes[at]
}

func (b *builder) spell(text string, region int) ChordView {
	s := b.chart.chords[text]
	if s.kind != known {
		return unknownChord(text, len(b.offered))
	}
	sp := b.speller(region)
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
