package chart

import "churchmusic/internal/music"

// View is a chart as the web pages get it: sections with their lines, and each
// distinct chord spelled in every offered key and notation, so that a change of key
// is a lookup. The first block is filled in by the caller.
type View struct {
	SongID         string `json:"song_id"`
	ArrangementID  string `json:"arrangement_id"`
	Version        int64  `json:"version"`
	Title          string `json:"title"`
	Byline         string `json:"byline,omitempty"`
	Tune           string `json:"tune"`
	Year           string `json:"year"`
	Copyright      string `json:"copyright"`
	PublicDomain   bool   `json:"public_domain"`
	CCLISongNumber string `json:"ccli_song_number"`

	BPM   int    `json:"bpm"`
	Meter string `json:"meter"`

	Key        string `json:"key"`
	KeyWritten string `json:"key_written"`
	KeyGuessed bool   `json:"key_guessed"`
	KeyReason  string `json:"key_reason"`
	Capo       int    `json:"capo"`

	Keys     []KeyView     `json:"keys"`
	Chords   []ChordView   `json:"chords"`
	Sections []SectionView `json:"sections"`
	Sequence []Step        `json:"sequence"`
	Warnings []Problem     `json:"warnings"`
}

// KeyView is one key on offer; its place in the list is its column in the spellings.
type KeyView struct {
	Name  string `json:"name" doc:"As stored, such as Bb"`
	Label string `json:"label" doc:"For people, such as B♭"`
	Pitch int    `json:"pitch" doc:"Pitch class, 0 for C"`
}

// ChordView is one distinct chord. A spelling is root, quality, extension, bass.
type ChordView struct {
	Source    string        `json:"source"`
	Known     bool          `json:"known"`
	Letters   []music.Parts `json:"letters"`
	Solfege   []music.Parts `json:"solfege"`
	German    []music.Parts `json:"german"`
	Nashville music.Parts   `json:"nashville"`
	Roman     music.Parts   `json:"roman"`
}

// SectionView is a section to show.
type SectionView struct {
	ID      string     `json:"id"`
	Type    Type       `json:"type"`
	Label   string     `json:"label"`
	Short   string     `json:"short"`
	Cue     string     `json:"cue,omitempty"`
	Refrain bool       `json:"refrain,omitempty"`
	Lines   []LineView `json:"lines"`
}

// LineView is one line; Kind says which of the other fields it has.
type LineView struct {
	Kind    string     `json:"kind" enum:"lyrics,comment,grid,tab,recall,blank"`
	Parts   []PartView `json:"parts,omitempty"`
	Cells   []CellView `json:"cells,omitempty"`
	Text    string     `json:"text,omitempty"`
	Style   string     `json:"style,omitempty"`
	Section string     `json:"section,omitempty"`
	Label   string     `json:"label,omitempty"`
}

// PartView is words with the chord, by its index, or the annotation above their start.
type PartView struct {
	Chord      *int   `json:"chord,omitempty"`
	Annotation string `json:"annotation,omitempty"`
	Text       string `json:"text"`
}

// CellView is a bar line, a chord or other text in a grid row.
type CellView struct {
	Bar   string `json:"bar,omitempty"`
	Chord *int   `json:"chord,omitempty"`
	Text  string `json:"text,omitempty"`
}

// ViewOptions say how the arrangement wants its chart.
type ViewOptions struct {
	DefaultKey string   // sounding key of the arrangement; "" for the chart's own
	PreferFlat bool     // G♭ and E♭m before F♯ and D♯m
	Sequence   []string // section ids; nil for the order of the text
}

// NewView makes the view of a chart.
func NewView(c *Chart, options ViewOptions) View {
	own := Sounding(c, options.PreferFlat)
	sounding, reason := effectiveKey(own, options)
	v := View{
		Title: c.Meta.Get("title"), Tune: c.Meta.Get("tune"), Year: c.Meta.Get("year"), Copyright: c.Meta.Get("copyright"),
		CCLISongNumber: c.Meta.Get("ccli"), BPM: c.Meta.Tempo(), Meter: c.Meta.Meter(),
		Key: sounding.String(), KeyWritten: own.Written.String(), KeyGuessed: own.Guessed, KeyReason: reason, Capo: own.Capo,
		Keys: keyViews(sounding.Minor, options.PreferFlat),
	}
	b := newBuilder(c, own, sounding.Minor, options.PreferFlat)
	v.Sections = b.sections()
	v.Chords = b.chords
	var missing []Problem
	v.Sequence, missing = c.steps(options.Sequence, b.copies)
	v.Warnings = append(append(make([]Problem, 0, len(c.Problems)+len(missing)), c.Problems...), b.problems...)
	v.Warnings = append(v.Warnings, missing...)
	return v
}

// effectiveKey lets the arrangement's default key win over the chart's own.
func effectiveKey(own Keys, options ViewOptions) (music.Key, string) {
	wanted, ok := music.ParseKey(options.DefaultKey)
	if !ok {
		return own.Sounding, own.Reason
	}
	if own.Known && !own.Guessed {
		wanted = wanted.InMode(own.Sounding.Minor)
	}
	wanted = wanted.Offered(options.PreferFlat)
	if wanted == own.Sounding && !own.Guessed {
		return wanted, own.Reason
	}
	return wanted, wanted.Text() + ", the default key of the arrangement"
}

func keyViews(minor, preferFlat bool) []KeyView {
	offered := music.Offered(minor, preferFlat)
	views := make([]KeyView, len(offered))
	for i, k := range offered {
		views[i] = KeyView{k.String(), k.Text(), k.Pitch()}
	}
	return views
}
