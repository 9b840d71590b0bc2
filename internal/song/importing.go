package song

import (
	"context"
	"strings"

	"churchmusic/internal/account"
	"churchmusic/internal/audit"
	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
)

// Source is one song to take in.
type Source struct {
	Name string // where it comes from: a file's name
	Song Song
}

// Import says how to take songs in.
type Import struct {
	Update     bool // songs that are there already are changed instead of skipped
	Visibility Visibility
}

// Result is what became of a source.
type Result string

// The results.
const (
	Added   Result = "added"
	Updated Result = "updated"
	Skipped Result = "skipped"
	Refused Result = "refused"
)

// Outcome is what became of one source, with a sentence why.
type Outcome struct {
	Name, Title string
	Result      Result
	Why         string
	SongID      string
}

// Import takes songs in as one change. Each source has an outcome, in the same order; a wrong one stops no other.
func (l *Library) Import(ctx context.Context, sources []Source, o Import) ([]Outcome, audit.Change, error) {
	if err := account.From(ctx).Need(account.EditSongs); err != nil {
		return nil, audit.Change{}, err
	}
	batch := &batch{library: l, o: o, outcomes: make([]Outcome, len(sources)), seen: map[string][]seen{}}
	songs := make([]*Song, len(sources))
	for i := range sources {
		songs[i] = batch.take(i, &sources[i])
	}
	twins, err := l.reader.Duplicates(ctx, present(songs))
	if err != nil {
		return nil, audit.Change{}, err
	}
	for i, s := range songs {
		if s == nil {
			continue
		}
		twin := twins[0]
		twins = twins[1:]
		if err := batch.sort(ctx, i, s, twin); err != nil {
			return nil, audit.Change{}, err
		}
	}
	if len(batch.add)+len(batch.replace) == 0 {
		return batch.outcomes, audit.Change{}, nil
	}
	c, err := l.writer.ImportSongs(ctx, batch.add, batch.replace)
	return batch.outcomes, c, err
}

func present(songs []*Song) []*Song {
	out := make([]*Song, 0, len(songs))
	for _, s := range songs {
		if s != nil {
			out = append(out, s)
		}
	}
	return out
}

// batch is an import under way.
type batch struct {
	library      *Library
	o            Import
	outcomes     []Outcome
	seen         map[string][]seen // by identity
	add, replace []*Song
}

type seen struct{ name, tune string }

// take gives the song of a source ready to be stored, nil when it breaks a rule or stands twice in the batch.
func (b *batch) take(i int, source *Source) *Song {
	s, out := source.Song.Clone(), &b.outcomes[i]
	out.Name, out.Title = source.Name, s.Title
	if s.Title == "" {
		s.Title = titleFromName(source.Name)
	}
	if s.Visibility == "" {
		s.Visibility = b.o.Visibility
	}
	if err := b.library.prepare(&s); err != nil {
		out.Result, out.Why = Refused, whyRefused(err)
		return nil
	}
	out.Title = s.Title
	for _, identity := range s.identities() {
		for _, first := range b.seen[identity] {
			if identity[0] == '#' || SameTune(first.tune, s.Tune) {
				out.Result, out.Why = Skipped, "the same song as "+first.name
				return nil
			}
		}
		b.seen[identity] = append(b.seen[identity], seen{source.Name, s.Tune})
	}
	return &s
}

// SameTune says whether two songs of the same words can be the same: a tune that is not told is no other tune.
func SameTune(a, b string) bool {
	a, b = fold.Text(a), fold.Text(b)
	return a == b || a == "" || b == ""
}

func titleFromName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	return strings.TrimSpace(strings.NewReplacer("_", " ", "-", " ").Replace(name))
}

func whyRefused(err error) string {
	f, ok := fault.As(err)
	if !ok || len(f.Fields) == 0 {
		return err.Error()
	}
	why := make([]string, len(f.Fields))
	for i, field := range f.Fields {
		why[i] = field.Name + ": " + field.Message
	}
	return strings.Join(why, " ")
}

// identities are what makes a song the same as another: its CCLI song number, and its folded title with the first line.
func (s *Song) identities() []string {
	first := ""
	if l := s.Lyrics(); len(l) > 0 {
		first = fold.Text(l[0])
	}
	out := []string{"=" + fold.Text(s.Title) + "\n" + first}
	if s.CCLISongNumber != "" {
		out = append(out, "#"+s.CCLISongNumber)
	}
	return out
}

// sort decides what happens to a song that may be there already.
func (b *batch) sort(ctx context.Context, i int, s *Song, twin Twin) error {
	out := &b.outcomes[i]
	switch {
	case twin.ID == "":
		out.Result, out.SongID = Added, s.ID
		b.add = append(b.add, s)
		return nil
	case !b.o.Update:
		out.Result, out.SongID, out.Why = Skipped, twin.ID, "“"+twin.Title+"” has the same "+twin.By
		return nil
	}
	old, err := b.library.reader.Song(ctx, twin.ID)
	if err != nil {
		return err
	}
	now := old.Clone()
	now.take(s)
	if err := b.library.settle(&now, &old); err != nil {
		out.Result, out.Why = Refused, whyRefused(err)
		return nil
	}
	if now.Same(&old) {
		out.Result, out.SongID, out.Why = Skipped, twin.ID, "nothing is new"
		return nil
	}
	out.Result, out.SongID, out.Why = Updated, twin.ID, "“"+twin.Title+"” has the same "+twin.By
	b.replace = append(b.replace, &now)
	return nil
}

// take puts what another song says into this one: its details where it has any, its default chart into the default arrangement.
func (s *Song) take(o *Song) {
	visibility, details := s.Visibility, o.Details
	s.Details.keep(&details)
	s.Details = details
	s.Visibility = visibility
	if from, into := o.DefaultArrangement(), s.DefaultArrangement(); from != nil && into != nil {
		into.ChartText = from.ChartText
		keepText(&into.DefaultKey, from.DefaultKey)
	}
}

// Start stores the songs that a library begins with, unless it has ever had a song. It says how many there were.
func (l *Library) Start(ctx context.Context, songs func() ([]Song, error)) (int, error) {
	if err := account.From(ctx).Need(account.EditSongs); err != nil {
		return 0, err
	}
	c, err := l.writer.CreateFirstSongs(ctx, func() ([]*Song, error) {
		all, err := songs()
		out := make([]*Song, len(all))
		for i := range all {
			out[i] = &all[i]
			if err == nil {
				err = l.prepare(out[i])
			}
		}
		return out, err
	})
	return c.Count, err
}
