package store

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	"churchmusic/internal/fault"
	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// conditions collects what a statement asks for, numbering its arguments.
type conditions struct {
	text strings.Builder
	args []any
}

// and adds a condition; each ? in it stands for the next argument.
func (c *conditions) and(condition string, args ...any) {
	c.text.WriteString(" AND ")
	for _, a := range args {
		before, after, _ := strings.Cut(condition, "?")
		c.args = append(c.args, a)
		c.text.WriteString(before + "$" + strconv.Itoa(len(c.args)))
		condition = after
	}
	c.text.WriteString(condition)
}

// filter adds what a filter wants of songs s, without its query.
func (c *conditions) filter(f song.Filter) error {
	c.text.WriteString(" AND s.deleted_at IS NULL")
	if f.PublicOnly {
		c.and("s.visibility = 'public'")
	}
	if f.Key != "" {
		order := keyOrder(f.Key)
		if order == noKey {
			return fault.At("key", "This is not a key. Write it as G, Bb or F#m.")
		}
		c.and("s.key_order = ?", order)
	}
	if f.BPMMin > 0 {
		c.and("s.bpm >= ?", f.BPMMin)
	}
	if f.BPMMax > 0 {
		c.and("s.bpm BETWEEN 1 AND ?", f.BPMMax)
	}
	if f.Meter != "" {
		c.and("s.meter = ?", f.Meter)
	}
	if f.Language != "" {
		c.and("s.language = ?", f.Language)
	}
	c.facets(f)
	if f.Profile != "" {
		c.and("EXISTS (SELECT 1 FROM profile_songs p WHERE p.profile_id = ? AND p.song_id = s.id)", f.Profile)
	}
	if f.NotProfile != "" {
		c.and("NOT EXISTS (SELECT 1 FROM profile_songs p WHERE p.profile_id = ? AND p.song_id = s.id)", f.NotProfile)
	}
	return nil
}

const inFacet = "s.seq IN (SELECT f.song_seq FROM song_facets f WHERE f.kind = ? AND f.folded = ?"

func (c *conditions) facets(f song.Filter) {
	for _, tag := range f.Tags {
		if group, name, found := strings.Cut(tag, ":"); found {
			c.and(inFacet+" AND f.folded_group = ?)", tagFacet, fold.Text(name), fold.Text(group))
			continue
		}
		c.and(inFacet+")", tagFacet, fold.Text(tag))
	}
	if f.Author != "" {
		c.and(inFacet+")", authorFacet, fold.Text(f.Author))
	}
}

// order is how a list is sorted: by an expression, then by title, then by number.
type order struct {
	by         string // of songs s; empty for the title alone
	descending bool
	value      func(*placed) any
}

var orders = map[song.Sort]order{
	song.ByTitle:   {},
	song.ByUpdated: {"s.updated_at", true, func(r *placed) any { return r.UpdatedAt }},
	song.ByKey:     {"s.key_order", false, func(r *placed) any { return keyOrder(r.Key) }},
	song.ByBPM:     {"CASE WHEN s.bpm = 0 THEN 9999 ELSE s.bpm END", false, func(r *placed) any { return paceOf(r.BPM) }},
}

func paceOf(bpm int) int {
	if bpm == 0 {
		return 9999
	}
	return bpm
}

func (o order) text() string {
	switch {
	case o.by == "":
		return " ORDER BY s.sort_title, s.seq"
	case o.descending:
		return " ORDER BY " + o.by + " DESC, s.sort_title, s.seq"
	}
	return " ORDER BY " + o.by + ", s.sort_title, s.seq"
}

// cursor is the place of a row in an order: what the next page begins after.
type cursor struct {
	By    int64  `json:"b,omitempty"`
	Title string `json:"t"`
	Seq   int64  `json:"s"`
}

func (o order) cursor(r *placed) string {
	c := cursor{Title: r.sortTitle, Seq: r.Seq}
	if o.value != nil {
		c.By = asInt64(o.value(r))
	}
	b, _ := json.Marshal(c) // numbers and a text
	return base64.RawURLEncoding.EncodeToString(b)
}

func asInt64(v any) int64 {
	if n, ok := v.(int); ok {
		return int64(n)
	}
	n, _ := v.(int64)
	return n
}

// after continues an order behind a cursor.
func (c *conditions) after(o order, text string) error {
	if text == "" {
		return nil
	}
	var at cursor
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || json.Unmarshal(b, &at) != nil {
		return fault.At("cursor", "This cursor was not given by this list.")
	}
	switch {
	case o.by == "":
		c.and("(s.sort_title, s.seq) > (?, ?)", at.Title, at.Seq)
	case o.descending:
		c.and("("+o.by+" < ? OR "+o.by+" = ? AND (s.sort_title, s.seq) > (?, ?))", at.By, at.By, at.Title, at.Seq)
	default:
		c.and("("+o.by+", s.sort_title, s.seq) > (?, ?, ?)", at.By, at.Title, at.Seq)
	}
	return nil
}
