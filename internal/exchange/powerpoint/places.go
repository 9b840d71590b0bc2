package powerpoint

import "churchmusic/internal/exchange/markup"

type place struct{ x, y float64 }

// places are where a layout puts its placeholders, by index and by kind.
type places struct {
	index, kind map[string]place
}

// find is the place that a placeholder takes from its layout.
func (p places) find(ph *markup.Node) (place, bool) {
	if ph == nil {
		return place{}, false
	}
	if at, ok := p.index[ph.Attr("idx")]; ok && ph.Attr("idx") != "" {
		return at, true
	}
	kind := ph.Attr("type")
	if kind == "" {
		kind = "body"
	}
	at, ok := p.kind[kind]
	return at, ok
}

// placeOf is where a shape says that it stands.
func placeOf(n *markup.Node) (place, bool) {
	off := n.Child("spPr").Child("xfrm").Child("off")
	if off == nil {
		return place{}, false
	}
	return place{number(off.Attr("x")), number(off.Attr("y"))}, true
}

// layout reads the places of a slide's layout, and of its master where the layout is silent.
func (r *reader) layout(slide string) (places, error) {
	_, kinds, err := r.relations(slide)
	if err != nil {
		return places{}, err
	}
	name := kinds["slideLayout"]
	if known, ok := r.layouts[name]; ok || name == "" {
		return known, nil
	}
	p := places{index: map[string]place{}, kind: map[string]place{}}
	_, kinds, err = r.relations(name)
	if err != nil {
		return places{}, err
	}
	for _, part := range []string{kinds["slideMaster"], name} {
		root, err := r.part(part)
		if err != nil {
			return places{}, err
		}
		p.take(root)
	}
	r.layouts[name] = p
	return p, nil
}

func (p places) take(root *markup.Node) {
	for _, n := range root.Child("cSld").Child("spTree").All("sp") {
		ph := n.Child("nvSpPr").Child("nvPr").Child("ph")
		at, ok := placeOf(n)
		if ph == nil || !ok {
			continue
		}
		kind := ph.Attr("type")
		if kind == "" {
			kind = "body"
		}
		p.kind[kind] = at
		if index := ph.Attr("idx"); index != "" {
			p.index[index] = at
		}
	}
}
