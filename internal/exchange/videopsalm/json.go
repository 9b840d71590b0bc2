package videopsalm

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// value is a value of the file: an object, a list or a text. Numbers and words without quotes are texts.
type value struct {
	text   string
	list   []value
	object map[string]value
}

// get is a member of an object as text.
func (v value) get(name string) string { return strings.TrimSpace(v.object[name].text) }

const (
	deepest    = 32
	mostValues = 1_000_000
)

// parser reads what VideoPsalm calls JSON: names without quotes, line ends within texts, commas that are missing.
type parser struct {
	s     string
	at    int
	depth int
	count int
	fault bool // the file is broken or too deep
}

// blanks skips what stands between values.
func (p *parser) blanks() {
	for p.at < len(p.s) && strings.IndexByte(" \t\r\n,:", p.s[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) value() value {
	p.blanks()
	if p.count++; p.count > mostValues || p.depth > deepest || p.at >= len(p.s) {
		p.fault = true
		p.at = len(p.s)
		return value{}
	}
	switch p.s[p.at] {
	case '{':
		return p.objectValue()
	case '[':
		return p.listValue()
	}
	return value{text: p.word()}
}

func (p *parser) objectValue() value {
	v := value{object: map[string]value{}}
	p.at++
	p.depth++
	defer func() { p.depth-- }()
	for {
		p.blanks()
		if p.at >= len(p.s) {
			p.fault = true
			return v
		}
		if p.s[p.at] == '}' {
			p.at++
			return v
		}
		if p.s[p.at] == ']' || p.s[p.at] == '[' || p.s[p.at] == '{' {
			p.fault = true
			p.at++
			continue
		}
		name := p.word()
		v.object[name] = p.value()
	}
}

func (p *parser) listValue() value {
	v := value{list: []value{}}
	p.at++
	p.depth++
	defer func() { p.depth-- }()
	for {
		p.blanks()
		if p.at >= len(p.s) {
			p.fault = true
			return v
		}
		if p.s[p.at] == ']' {
			p.at++
			return v
		}
		if p.s[p.at] == '}' {
			p.fault = true
			p.at++
			continue
		}
		v.list = append(v.list, p.value())
	}
}

// word reads a text in quotes, or up to the next sign.
func (p *parser) word() string {
	if p.s[p.at] == '"' {
		return p.quoted()
	}
	from := p.at
	for p.at < len(p.s) && strings.IndexByte(" \t\r\n,:{}[]\"", p.s[p.at]) < 0 {
		p.at++
	}
	return p.s[from:p.at]
}

func (p *parser) quoted() string {
	var b strings.Builder
	for p.at++; p.at < len(p.s); p.at++ {
		switch c := p.s[p.at]; c {
		case '"':
			p.at++
			return b.String()
		case '\\':
			p.at++
			p.escape(&b)
		default:
			b.WriteByte(c)
		}
	}
	p.fault = true
	return b.String()
}

func (p *parser) escape(b *strings.Builder) {
	if p.at >= len(p.s) {
		return
	}
	switch c := p.s[p.at]; c {
	case 'n', 'r':
		b.WriteByte('\n')
	case 't':
		b.WriteByte(' ')
	case 'u':
		if p.at+4 < len(p.s) {
			if n, err := strconv.ParseUint(p.s[p.at+1:p.at+5], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				p.at += 4
			}
		}
	default:
		b.WriteByte(c)
	}
}
