package chart

import (
	"strconv"
	"strings"
)

// Field is one metadata entry; names repeat and keep their order.
type Field struct {
	Name  string // canonical, lower case
	Value string
	Line  int // where it stands in the source; 0 when made in memory
}

// Metadata is an ordered multi-map.
type Metadata []Field

// Get is the first value of a name, or "".
func (m Metadata) Get(name string) string {
	for _, f := range m {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// All is every value of a name, in order.
func (m Metadata) All(name string) []string {
	values := make([]string, 0, 2)
	for _, f := range m {
		if f.Name == name {
			values = append(values, f.Value)
		}
	}
	return values
}

// Add appends a value.
func (m *Metadata) Add(name, value string) {
	*m = append(*m, Field{Name: name, Value: value})
}

// first is the first value that any of the names has.
func (m Metadata) first(names ...string) string {
	for _, name := range names {
		if v := m.Get(name); v != "" {
			return v
		}
	}
	return ""
}

// Tempo is the beats a minute, 0 when unknown.
func (m Metadata) Tempo() int {
	return leadingNumber(m.first("tempo", "bpm"), 999)
}

// leadingNumber reads "96" out of "96 bpm"; 0 for none or one above the limit.
func leadingNumber(text string, limit int) int {
	text = strings.TrimSpace(text)
	end := 0
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	n, err := strconv.Atoi(text[:end])
	if err != nil || n > limit {
		return 0
	}
	return n
}

// Meter is the time signature, "3/4", or "".
func (m Metadata) Meter() string { return strings.TrimSpace(m.Get("time")) }

// Capo is the fret, 0 for none.
func (m Metadata) Capo() int {
	return leadingNumber(m.Get("capo"), 23)
}

// Duration is in seconds, 0 when unknown: "268", "4:28" and "1:04:28" are read.
func (m Metadata) Duration() int {
	total := 0
	for _, part := range strings.Split(strings.TrimSpace(m.Get("duration")), ":") {
		whole, _, _ := strings.Cut(part, ".")
		n, err := strconv.Atoi(whole)
		if err != nil || n < 0 || total > 100_000 {
			return 0
		}
		total = total*60 + n
	}
	return total
}
