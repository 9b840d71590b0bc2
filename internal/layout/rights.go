package layout

import (
	"strings"

	"churchmusic/internal/chart"
)

// Rights says who owns a song and by which licence of the church it is copied; a song in
// the public domain needs none.
func Rights(v *chart.View, licence string) string {
	parts := make([]string, 0, 3)
	switch {
	case v.PublicDomain:
		parts = append(parts, "Words and music in the public domain")
	case v.Copyright != "":
		parts = append(parts, owned(v.Copyright))
	}
	if v.CCLISongNumber != "" {
		parts = append(parts, "CCLI song "+v.CCLISongNumber)
	}
	if licence != "" && !v.PublicDomain {
		parts = append(parts, licence)
	}
	return strings.Join(parts, " · ")
}

// owned puts the sign before a copyright line that has none.
func owned(line string) string {
	lower := strings.ToLower(line)
	for _, sign := range []string{"public domain", "copyright", "(c)", "©", "℗"} {
		if strings.Contains(lower, sign) {
			return line
		}
	}
	return "© " + line
}
