package song

import (
	"encoding/json"
	"slices"
	"strings"

	"churchmusic/internal/chart"
)

// Reading is what a chart says about its arrangement.
type Reading struct {
	KeyWritten string
	Key        string // sounding, by the chart alone
	BPM        int
	Meter      string
	Duration   int
	Lyrics     []string // line by line, without chords
}

// ReadChart reads a chart for what an arrangement and the search need of it.
func ReadChart(text string) Reading {
	if strings.TrimSpace(text) == "" {
		return Reading{}
	}
	c := chart.Read(text)
	r := Reading{BPM: c.Meta.Tempo(), Meter: c.Meta.Meter(), Duration: c.Meta.Duration(), Lyrics: c.LyricLines()}
	if keys := chart.Sounding(c, false); keys.Known {
		r.KeyWritten, r.Key = keys.Written.String(), keys.Sounding.String()
	}
	if r.BPM > fastest {
		r.BPM = 0
	}
	if !meterForm.MatchString(r.Meter) {
		r.Meter = ""
	}
	if r.Duration > longestSong {
		r.Duration = 0
	}
	return r
}

// derive fills in what follows from the chart. Tempo, meter and duration come from the chart too, as long as nobody says
// something else: old is what the arrangement was before, nil when it is new.
func (a *Arrangement) derive(r Reading, old *Arrangement, was Reading) {
	a.KeyWritten, a.Key = r.KeyWritten, r.Key
	if a.DefaultKey != "" {
		a.Key = a.DefaultKey
	}
	if old == nil {
		old = &Arrangement{}
	}
	a.BPM = follow(a.BPM, old.BPM, was.BPM, r.BPM)
	a.Meter = follow(a.Meter, old.Meter, was.Meter, r.Meter)
	a.DurationSeconds = follow(a.DurationSeconds, old.DurationSeconds, was.Duration, r.Duration)
}

// follow gives what a field is after a chart has changed: what was said (now), unless nothing was said, or what is said is
// only what the old chart said.
func follow[T comparable](now, before, oldChart, newChart T) T {
	var none T
	if now == none || now == before && before == oldChart && newChart != none {
		return newChart
	}
	return now
}

// Derive fills in what follows from other fields. Old is the song before the change, nil for a new one.
func (s *Song) Derive(old *Song) {
	readings := make([]Reading, len(s.Arrangements))
	for i := range s.Arrangements {
		a := &s.Arrangements[i]
		readings[i] = ReadChart(a.ChartText)
		var before *Arrangement
		var was Reading
		if old != nil {
			before = old.Arrangement(a.ID)
		}
		switch {
		case before == nil:
		case before.ChartText == a.ChartText:
			was = readings[i]
		default:
			was = ReadChart(before.ChartText)
		}
		a.derive(readings[i], before, was)
	}
	s.gather(readings)
}

// Lyrics gives the lyric lines of all arrangements, the default's first, each line once.
func (s *Song) Lyrics() []string {
	if s.lyrics != nil {
		return s.lyrics
	}
	readings := make([]Reading, len(s.Arrangements))
	for i := range s.Arrangements {
		readings[i] = ReadChart(s.Arrangements[i].ChartText)
	}
	s.gather(readings)
	return s.lyrics
}

func (s *Song) gather(readings []Reading) {
	all := []string{}
	seen := map[string]bool{}
	for _, wantDefault := range []bool{true, false} {
		for i, r := range readings {
			if s.Arrangements[i].Default != wantDefault {
				continue
			}
			for _, l := range r.Lyrics {
				if !seen[l] {
					seen[l] = true
					all = append(all, l)
				}
			}
		}
	}
	s.lyrics = all
}

// Byline names who made the song: authors of words and music, or everybody where there are none of these.
func (d *Details) Byline() string {
	names := make([]string, 0, len(d.Authors))
	for _, makers := range []bool{true, false} {
		for _, a := range d.Authors {
			if makers == (a.Role == Words || a.Role == Music || a.Role == Both) && !slices.Contains(names, a.Name) {
				names = append(names, a.Name)
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return strings.Join(names, ", ")
}

// TagNames gives the names of the tags.
func (d *Details) TagNames() Names {
	names := make([]string, len(d.Tags))
	for i, t := range d.Tags {
		names[i] = t.Name
	}
	b, _ := json.Marshal(names) // a list of texts
	return Names(b)
}

// Summary gives the song as lists show it.
func (s *Song) Summary() Summary {
	out := Summary{ID: s.ID, Version: s.Version, Title: s.Title, Byline: s.Byline(), Tune: s.Tune, Tags: s.TagNames(),
		Language: s.Language, Public: s.Visibility == Public, UpdatedAt: s.UpdatedAt.UnixMilli()}
	if a := s.DefaultArrangement(); a != nil {
		out.Key, out.BPM, out.Meter = a.Key, a.BPM, a.Meter
	}
	return out
}
