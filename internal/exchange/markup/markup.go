// Package markup reads XML files of other programs within bounds: so many bytes, so deep, so many tokens, no entities of their own.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"churchmusic/internal/exchange/encoding"
	"churchmusic/internal/fault"
)

// Node is an element, or a piece of text when Name is "". Namespaces are left out.
type Node struct {
	Name     string
	Text     string
	Line     int
	Attrs    []xml.Attr
	Children []*Node
}

const (
	deepest    = 64
	mostTokens = 1_000_000
)

// Parse gives the root element. Broken XML gives what was read up to the break, and the sentence that says so; an error only
// when there is no element at all.
func Parse(data []byte, chosen string) (root *Node, name string, broken string, err error) {
	text := encoding.DecodeAs(data, first(chosen, declared(data)))
	p := parser{d: xml.NewDecoder(strings.NewReader(text.Text))}
	p.d.Strict = false
	p.d.Entity = xml.HTMLEntity
	p.d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	cause := p.run()
	if p.root == nil {
		return nil, text.Encoding, "", fault.New(fault.Invalid, "This is no XML file that can be read.").Because(cause)
	}
	if cause != nil {
		broken = "The file is broken; what stands after the break is lost."
	}
	return p.root, text.Encoding, broken, nil
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// declared is the encoding that the XML declaration names.
func declared(data []byte) string {
	head := data[:min(len(data), 200)]
	end := bytes.Index(head, []byte("?>"))
	if end < 0 || !bytes.Contains(head[:end], []byte("<?xml")) {
		return ""
	}
	_, rest, found := bytes.Cut(head[:end], []byte("encoding="))
	if !found || len(rest) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	return string(name)
}

type parser struct {
	d     *xml.Decoder
	root  *Node
	stack []*Node
}

func (p *parser) run() error {
	for range mostTokens {
		t, err := p.d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := p.token(t); err != nil {
			return err
		}
	}
	return errors.New("too many tokens")
}

func (p *parser) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		p.end(t.Name.Local)
	case xml.CharData:
		if len(p.stack) > 0 && len(t) > 0 {
			top := p.stack[len(p.stack)-1]
			top.Children = append(top.Children, &Node{Text: string(t)})
		}
	}
	return nil
}

func (p *parser) start(t xml.StartElement) error {
	if len(p.stack) == deepest {
		return errors.New("too deep")
	}
	line, _ := p.d.InputPos()
	n := &Node{Name: t.Name.Local, Attrs: t.Copy().Attr, Line: line}
	switch {
	case len(p.stack) > 0:
		top := p.stack[len(p.stack)-1]
		top.Children = append(top.Children, n)
	case p.root == nil:
		p.root = n
	default:
		return errors.New("a second root")
	}
	if n.Name != "br" { // nobody puts anything into it, and many forget to close it
		p.stack = append(p.stack, n)
	}
	return nil
}

// end closes the innermost open element of a name; one that is not open is ignored.
func (p *parser) end(name string) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].Name == name {
			p.stack = p.stack[:i]
			return
		}
	}
}

// Attr is the value of an attribute, "" for none.
func (n *Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child is the first child of a name; nil for none, and nil has no children either.
func (n *Node) Child(name string) *Node {
	for _, c := range n.All(name) {
		return c
	}
	return nil
}

// All are the children of a name.
func (n *Node) All(name string) []*Node {
	if n == nil {
		return nil
	}
	found := make([]*Node, 0, 4)
	for _, c := range n.Children {
		if c.Name == name {
			found = append(found, c)
		}
	}
	return found
}

// String is all text within an element.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}

// Value is the text of a child of a name, blanks joined.
func (n *Node) Value(name string) string {
	return strings.Join(strings.Fields(n.Child(name).String()), " ")
}

// Root is the name of the first element of a head of a file, "" when it is no XML.
func Root(head string) string {
	head = strings.TrimLeft(head, "\ufeff \t\r\n")
	for strings.HasPrefix(head, "<?") || strings.HasPrefix(head, "<!") {
		end := strings.IndexByte(head, '>')
		if strings.HasPrefix(head, "<!--") {
			end = strings.Index(head, "-->") + 2
		}
		if end < 2 {
			return ""
		}
		head = strings.TrimLeft(head[end+1:], " \t\r\n")
	}
	if !strings.HasPrefix(head, "<") {
		return ""
	}
	end := strings.IndexAny(head, " \t\r\n>/")
	if end < 2 {
		return ""
	}
	return head[1:end]
}
