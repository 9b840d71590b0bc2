package opendocument

import (
	"strconv"
	"strings"

	"churchmusic/internal/exchange/markup"
	"churchmusic/internal/exchange/pages"
)

type reader struct {
	parents    map[string]string
	paragraphs []pages.Paragraph
}

const (
	deepest    = 20
	mostBlanks = 200 // that one element may stand for
)

// body gathers the paragraphs of a part, those in lists, tables and sections included.
func (r *reader) body(n *markup.Node, depth int) {
	if depth > deepest {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "p", "h":
			r.paragraph(c)
		case "list", "list-item", "list-header", "section", "table", "table-row", "table-header-rows", "table-cell", "text-box", "frame", "index-body":
			r.body(c, depth+1)
			if c.Name == "table-cell" {
				r.paragraphs = append(r.paragraphs, pages.Paragraph{})
			}
		}
	}
}

func (r *reader) paragraph(n *markup.Node) {
	style := n.Attr("style-name")
	for i := 0; i < 10 && r.parents[style] != ""; i++ {
		style = r.parents[style]
	}
	style = strings.ToLower(strings.ReplaceAll(style, "_20_", " "))
	if n.Name == "h" && style != "title" {
		style = "heading " + n.Attr("outline-level")
	}
	var b strings.Builder
	write(&b, n, 0)
	r.paragraphs = append(r.paragraphs, pages.Paragraph{Style: style, Text: b.String()})
}

// write adds the text of an element. Line ends of the file are blanks; notes and remarks are no text.
func write(b *strings.Builder, n *markup.Node, depth int) {
	if depth > deepest {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "":
			b.WriteString(strings.NewReplacer("\r", " ", "\n", " ", "\t", " ").Replace(c.Text))
		case "s":
			count, _ := strconv.Atoi(c.Attr("c"))
			b.WriteString(strings.Repeat(" ", min(max(count, 1), mostBlanks)))
		case "tab":
			b.WriteByte('\t')
		case "line-break":
			b.WriteByte('\n')
		case "span", "a", "ruby", "ruby-base", "meta":
			write(b, c, depth+1)
		}
	}
}
