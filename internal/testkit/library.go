package testkit

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"churchmusic/internal/audit"
	"churchmusic/internal/ident"
	"churchmusic/internal/song"
	"churchmusic/internal/store"
)

// SongIDs makes the ids of built songs.
var SongIDs = ident.New()

// Song builds a song that keeps all rules, ready to be stored. Change says what is special about it.
func Song(title string, change ...func(*song.Song)) *song.Song {
	s := &song.Song{ID: SongIDs.Next(), Details: song.Details{Title: title, Visibility: song.Public}}
	for _, c := range change {
		c(s)
	}
	if err := s.Normalise(); err != nil {
		panic(fmt.Sprintf("testkit: song %q: %v", title, err))
	}
	for i := range s.Arrangements {
		if s.Arrangements[i].ID == "" {
			s.Arrangements[i].ID = SongIDs.Next()
		}
	}
	s.Derive(nil)
	return s
}

// Chart sets the chart of a song's only arrangement.
func Chart(text string) func(*song.Song) {
	return func(s *song.Song) { s.Arrangements = []song.Arrangement{{ChartText: text}} }
}

// Store keeps songs in a database as one change.
func Store(t testing.TB, db *store.DB, songs ...*song.Song) audit.Change {
	t.Helper()
	c, err := db.CreateSongs(context.Background(), audit.Created, songs)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// commonWords are the most frequent words of generated songs, the first most of all.
const commonWords = `the you and i my of to in your is all me we for lord god with love on be holy praise grace our are will name
heart jesus glory soul sing that who from every king it this life come let forever has light have great when
mercy so faithful now not heaven a day christ song hallelujah worship by cross power hands shall never hope
joy peace spirit blood river mountain morning rise high free saved savior worthy lamb throne earth stand fire
water voice near lift cry father alone truth way strong breath night shine new world how deep wide everlasting`

// Generator makes songs of made-up words with the frequencies of a language: the same seed gives the same songs.
type Generator struct {
	chance *rand.Rand
	words  []string
	sums   []float64
}

// NewGenerator gives a generator with a vocabulary of 12,000 words.
func NewGenerator(seed uint64) *Generator {
	g := &Generator{chance: rand.New(rand.NewPCG(seed, 1)), words: strings.Fields(commonWords)}
	known := map[string]bool{}
	for len(g.words) < 12_000 {
		if w := g.syllables(); len(w) >= 4 && !known[w] {
			known[w] = true
			g.words = append(g.words, w)
		}
	}
	sum := 0.0
	for i := range g.words {
		sum += 1 / float64(i+2)
		g.sums = append(g.sums, sum)
	}
	return g
}

func (g *Generator) syllables() string {
	starts := []string{"b", "br", "c", "ch", "d", "f", "g", "gl", "h", "j", "k", "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "th", "v", "w", "z"}
	vowels := []string{"a", "e", "i", "o", "u", "ea", "ai", "ou", "ie"}
	ends := []string{"", "n", "r", "l", "s", "th", "nd", "st", "m", "ng"}
	var b strings.Builder
	for range 2 + g.chance.IntN(2) {
		b.WriteString(starts[g.chance.IntN(len(starts))] + vowels[g.chance.IntN(len(vowels))] + ends[g.chance.IntN(len(ends))])
	}
	return b.String()
}

// Words gives n words, frequent ones more often.
func (g *Generator) Words(n int) string {
	out := make([]string, n)
	for i := range out {
		x := g.chance.Float64() * g.sums[len(g.sums)-1]
		lo, hi := 0, len(g.sums)-1
		for lo < hi {
			if mid := (lo + hi) / 2; g.sums[mid] < x {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		out[i] = g.words[lo]
	}
	return strings.Join(out, " ")
}

var generatedKeys = []string{"C", "D", "E", "F", "G", "A", "Bb", "Eb", "Am", "Em"}

// Song gives the next song: about 1,600 bytes of chart with some chords.
func (g *Generator) Song() *song.Song {
	var b strings.Builder
	key := generatedKeys[g.chance.IntN(len(generatedKeys))]
	fmt.Fprintf(&b, "{key: %s}\n{tempo: %d}\n{time: 4/4}\n", key, 60+g.chance.IntN(100))
	for verse := 1; b.Len() < 1400; verse++ {
		fmt.Fprintf(&b, "\n{start_of_verse: Verse %d}\n", verse)
		for range 4 {
			fmt.Fprintf(&b, "[%s]%s\n", key, g.Words(6+g.chance.IntN(3)))
		}
		b.WriteString("{end_of_verse}\n")
	}
	title := g.Words(2 + g.chance.IntN(4))
	return Song(strings.ToUpper(title[:1])+title[1:], Chart(b.String()), func(s *song.Song) {
		s.Authors = []song.Author{{Name: g.Words(2)}}
		s.Tags = []song.Tag{{Group: "theme", Name: g.words[g.chance.IntN(30)]}}
	})
}
