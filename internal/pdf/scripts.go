package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"churchmusic/internal/chart"
)

// shapedScripts join or stack their letters or run from right to left.
var shapedScripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Arabic", unicode.Arabic}, {"Hebrew", unicode.Hebrew}, {"Syriac", unicode.Syriac}, {"Thaana", unicode.Thaana}, {"N’Ko", unicode.Nko},
	{"Devanagari", unicode.Devanagari}, {"Bengali", unicode.Bengali}, {"Gurmukhi", unicode.Gurmukhi}, {"Gujarati", unicode.Gujarati},
	{"Oriya", unicode.Oriya}, {"Tamil", unicode.Tamil}, {"Telugu", unicode.Telugu}, {"Kannada", unicode.Kannada}, {"Malayalam", unicode.Malayalam},
	{"Sinhala", unicode.Sinhala}, {"Thai", unicode.Thai}, {"Lao", unicode.Lao}, {"Tibetan", unicode.Tibetan}, {"Burmese", unicode.Myanmar},
	{"Khmer", unicode.Khmer}, {"Mongolian", unicode.Mongolian}, {"Javanese", unicode.Javanese}, {"Balinese", unicode.Balinese},
}

// firstShaped is the lowest character of any of them.
const firstShaped = 0x590

func (p *press) shaped() []string {
	found := map[string]bool{}
	for i := range p.Songs {
		eachText(p.Songs[i].View, func(text string) { lookForScripts(text, found) })
	}
	var names []string
	for _, s := range shapedScripts {
		if found[s.name] {
			names = append(names, s.name)
		}
	}
	return names
}

func lookForScripts(text string, found map[string]bool) {
	for _, r := range text {
		if r < firstShaped {
			continue
		}
		for _, s := range shapedScripts {
			if unicode.Is(s.table, r) {
				found[s.name] = true
				break
			}
		}
	}
}

// eachText visits all words of a chart that are printed.
func eachText(v *chart.View, visit func(string)) {
	visit(v.Title)
	visit(v.Byline)
	for i := range v.Sections {
		visit(v.Sections[i].Label)
		for j := range v.Sections[i].Lines {
			line := &v.Sections[i].Lines[j]
			visit(line.Text)
			for k := range line.Parts {
				visit(line.Parts[k].Text)
				visit(line.Parts[k].Annotation)
			}
		}
	}
}

// Notices are sentences about what a reader of the file will miss; none when all is well.
func (r Report) Notices() []string {
	var notices []string
	if len(r.Shaped) > 0 {
		notices = append(notices, fmt.Sprintf("%s letters join, stack or run from right to left, which this PDF does not show. Print from the browser instead.", strings.Join(r.Shaped, " and ")))
	}
	if len(r.Missing) > 0 {
		notices = append(notices, fmt.Sprintf("No font here has these characters: %s Add a font file that has them.", spaced(r.Missing)))
	}
	return notices
}

func spaced(list []rune) string {
	var b strings.Builder
	for _, r := range list {
		b.WriteRune(r)
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String()) + "."
}
