package powerpoint

import (
	"path"
	"strconv"
	"strings"

	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/unzip"
)

const mostSlides = 1_000

// box is a text on a slide with its place, in English metric units.
type box struct {
	kind  string // of the placeholder: "title", "body", …; "" for a free text box
	x, y  float64
	lines []string
}

type slide struct {
	boxes []box
}

type reader struct {
	out     format.Builder
	file    *unzip.Archive
	layouts map[string]places
}

// part reads an XML part of the presentation; nil when there is none.
func (r *reader) part(name string) (*markup.Node, error) {
	data, err := r.file.Named(name)
	if err != nil || data == nil {
		return nil, err
	}
	root, _, broken, err := markup.Parse(data, "")
	if broken != "" {
		r.out.Losses.Add(0, broken)
	}
	if err != nil {
		r.out.Losses.Add(0, "A part of the presentation cannot be read; it was left out.")
		return nil, nil
	}
	return root, nil
}

// relations of a part: target and kind by id.
func (r *reader) relations(name string) (map[string]string, map[string]string, error) {
	root, err := r.part(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	targets, kinds := map[string]string{}, map[string]string{}
	for _, n := range root.All("Relationship") {
		target := n.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(name), target)
		}
		targets[n.Attr("Id")] = target
		kinds[path.Base(n.Attr("Type"))] = target
	}
	return targets, kinds, err
}

const presentation = "ppt/presentation.xml"

// slides reads them in the order in which they are shown, which is not that of their numbers.
func (r *reader) slides() ([]slide, error) {
	root, err := r.part(presentation)
	if err != nil {
		return nil, err
	}
	targets, _, err := r.relations(presentation)
	if err != nil {
		return nil, err
	}
	var slides []slide
	for i, id := range root.Child("sldIdLst").All("sldId") {
		if i == mostSlides {
			r.out.Losses.Add(0, "The presentation has more slides than a song can have; the rest was left out.")
			break
		}
		target := targets[relationID(id)]
		n, err := r.part(target)
		if err != nil {
			return nil, err
		}
		if n == nil {
			continue
		}
		if hidden := n.Attr("show"); hidden == "0" || hidden == "false" {
			r.out.Losses.Add(0, "Hidden slides were left out.")
			continue
		}
		s, err := r.slide(n, target)
		if err != nil {
			return nil, err
		}
		slides = append(slides, s)
	}
	return slides, nil
}

// relationID is the attribute r:id, which stands beside a plain id.
func relationID(n *markup.Node) string {
	for _, a := range n.Attrs {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func (r *reader) slide(n *markup.Node, name string) (slide, error) {
	layout, err := r.layout(name)
	if err != nil {
		return slide{}, err
	}
	var s slide
	r.shapes(n.Child("cSld").Child("spTree"), layout, &s, 0)
	return s, nil
}

// shapes gathers the boxes of a tree, those of groups included. Of two ways to draw the same, the first counts.
func (r *reader) shapes(tree *markup.Node, layout places, s *slide, depth int) {
	if tree == nil || depth > 10 {
		return
	}
	for _, n := range tree.Children {
		switch n.Name {
		case "sp":
			r.shape(n, layout, s)
		case "grpSp":
			r.shapes(n, layout, s, depth+1)
		case "AlternateContent":
			r.shapes(n.Child("Choice"), layout, s, depth+1)
		case "graphicFrame":
			r.tableOf(n, s)
		}
	}
}

// silent placeholders hold the date, the footer and the number of the slide.
var silent = map[string]bool{"dt": true, "ftr": true, "sldNum": true, "hdr": true}

func (r *reader) shape(n *markup.Node, layout places, s *slide) {
	ph := n.Child("nvSpPr").Child("nvPr").Child("ph")
	b := box{lines: lines(n.Child("txBody"))}
	if ph != nil {
		if b.kind = ph.Attr("type"); b.kind == "" {
			b.kind = "body"
		}
	}
	if silent[b.kind] || len(b.lines) == 0 || len(s.boxes) >= 50 {
		return
	}
	if at, ok := placeOf(n); ok {
		b.x, b.y = at.x, at.y
	} else if at, ok := layout.find(ph); ok {
		b.x, b.y = at.x, at.y
	} else if b.kind == "title" || b.kind == "ctrTitle" {
		b.y = -1
	}
	s.boxes = append(s.boxes, b)
}

// tableOf takes the cells of a table row by row.
func (r *reader) tableOf(n *markup.Node, s *slide) {
	var b box
	for _, row := range n.Child("graphic").Child("graphicData").Child("tbl").All("tr") {
		for _, cell := range row.All("tc") {
			b.lines = append(b.lines, lines(cell.Child("txBody"))...)
		}
	}
	if off := n.Child("xfrm").Child("off"); off != nil {
		b.x, b.y = number(off.Attr("x")), number(off.Attr("y"))
	}
	if len(b.lines) > 0 {
		s.boxes = append(s.boxes, b)
	}
}

// lines of a text body; blank ones part paragraphs.
func lines(body *markup.Node) []string {
	var all []string
	some := false
	for _, p := range bodyParagraphs(body) {
		var b strings.Builder
		for _, run := range p.Children {
			switch run.Name {
			case "r", "fld":
				b.WriteString(run.Child("t").String())
			case "br":
				b.WriteByte('\n')
			}
		}
		for line := range strings.SplitSeq(strings.ReplaceAll(b.String(), "\v", "\n"), "\n") {
			all = append(all, strings.TrimRight(line, " \t"))
			some = some || strings.TrimSpace(line) != ""
		}
	}
	if !some {
		return nil
	}
	return all
}

func bodyParagraphs(body *markup.Node) []*markup.Node { return body.All("p") }

func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
