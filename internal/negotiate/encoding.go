// Package negotiate chooses between representations of one answer.
package negotiate

import "strings"

// Encoding picks the content encoding for an Accept-Encoding header: the acceptable one of the highest quality, among equals
// the first offered. The empty text means identity, which is also the answer when nothing fits.
func Encoding(accept string, offered ...string) string {
	best, bestQ := "", quality(accept, "identity")
	for _, name := range offered {
		if q := quality(accept, name); q > bestQ || (q > 0 && q == bestQ && best == "") {
			best, bestQ = name, q
		}
	}
	return best
}

// quality gives thousandths, 0 for refused or not mentioned.
func quality(accept, name string) int {
	if q, ok := lookup(accept, name); ok {
		return q
	}
	if q, ok := lookup(accept, "*"); ok {
		return q
	}
	return 0
}

func lookup(accept, name string) (int, bool) {
	for rest := accept; rest != ""; {
		var item string
		item, rest, _ = strings.Cut(rest, ",")
		coding, params, _ := strings.Cut(item, ";")
		if strings.EqualFold(strings.TrimSpace(coding), name) {
			return weight(params), true
		}
	}
	return 0, false
}

// weight reads ";q=0.125" as 125; what cannot be read counts as 0.
func weight(params string) int {
	v, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(params)), "q=")
	if !ok {
		return 1000
	}
	whole, part, _ := strings.Cut(v, ".")
	if (whole != "0" && whole != "1") || len(part) > 3 {
		return 0
	}
	q := int(whole[0]-'0') * 1000
	for i, scale := 0, 100; i < len(part); i, scale = i+1, scale/10 {
		if part[i] < '0' || part[i] > '9' {
			return 0
		}
		q += int(part[i]-'0') * scale
	}
	return min(q, 1000)
}
