package word

import (
	"strings"

	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/pages"
)

type reader struct {
	styles     map[string]string
	paragraphs []pages.Paragraph
}

const deepest = 20

// body gathers the paragraphs of a part, those in tables and content controls included.
func (r *reader) body(n *markup.Node, depth int) {
	if n == nil || depth > deepest {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "p":
			r.paragraph(c)
		case "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "customXml", "smartTag":
			r.body(c, depth+1)
			if c.Name == "tc" {
				r.paragraphs = append(r.paragraphs, pages.Paragraph{})
			}
		}
	}
}

func (r *reader) paragraph(p *markup.Node) {
	id := value(p.Child("pPr").Child("pStyle"))
	style, known := r.styles[id]
	if !known {
		style = strings.ToLower(strings.Replace(id, "Heading", "heading ", 1))
	}
	var b strings.Builder
	page := runs(&b, p, 0)
	r.paragraphs = append(r.paragraphs, pages.Paragraph{Style: style, Text: b.String()})
	if page {
		r.paragraphs = append(r.paragraphs, pages.Paragraph{})
	}
}

// runs writes the text of a paragraph and says whether a page ends in it. Deleted text is not text.
func runs(b *strings.Builder, n *markup.Node, depth int) (page bool) {
	if depth > deepest {
		return false
	}
	for _, c := range n.Children {
		switch c.Name {
		case "r", "hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "bdo", "dir", "customXml":
			page = runs(b, c, depth+1) || page
		case "t":
			b.WriteString(c.String())
		case "tab":
			b.WriteByte('\t')
		case "cr":
			b.WriteByte('\n')
		case "br":
			if kind := c.Attr("type"); kind == "page" || kind == "column" {
				page = true
			} else {
				b.WriteByte('\n')
			}
		case "noBreakHyphen":
			b.WriteByte('-')
		}
	}
	return page
}

func value(n *markup.Node) string {
	if n == nil {
		return ""
	}
	return n.Attr("val")
}
