package store

import (
	"cmp"
	"slices"

	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// facetsOf sorts what was counted: keys round the octave, the rest by name. Keys that sound the same count as one, under
// the spelling that more songs use.
func facetsOf(rows []facetRow) song.Facets {
	slices.SortFunc(rows, func(a, b facetRow) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(fold.Text(a.group), fold.Text(b.group)),
			cmp.Compare(fold.Text(a.label), fold.Text(b.label)), cmp.Compare(a.label, b.label))
	})
	f := song.Facets{Keys: keyFacets(rows), Languages: []song.FacetValue{}, Meters: []song.FacetValue{}, Authors: []song.FacetValue{}, Tags: []song.TagCount{}}
	for _, r := range rows {
		switch v := (song.FacetValue{Value: r.label, Count: r.count}); r.kind {
		case "language":
			f.Languages = append(f.Languages, v)
		case "meter":
			f.Meters = append(f.Meters, v)
		case authorFacet:
			f.Authors = append(f.Authors, v)
		case tagFacet:
			f.Tags = append(f.Tags, song.TagCount{Group: r.group, Value: r.label, Count: r.count})
		}
	}
	return f
}

func keyFacets(rows []facetRow) []song.FacetValue {
	out := []song.FacetValue{}
	last, most := -1, 0
	for _, r := range rows {
		switch {
		case r.kind != "key":
		case r.place == last:
			v := &out[len(out)-1]
			v.Count += r.count
			if r.count > most {
				v.Value, most = r.label, r.count
			}
		default:
			out = append(out, song.FacetValue{Value: r.label, Count: r.count})
			last, most = r.place, r.count
		}
	}
	return out
}
