package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"
	"unicode/utf16"

	"churchmusic/internal/layout"
)

// The numbers of the objects that every document has. Pages follow, two each.
const (
	catalogObject = iota + 1
	pagesObject
	infoObject
	resourcesObject
	outlinesObject
	firstPage
)

// bookmark is an entry of the outline beside the pages.
type bookmark struct {
	title string
	page  int
}

// document gathers pages and writes them as a PDF. Same input, same bytes.
type document struct {
	fonts     *Fonts
	paper     Paper
	title     string
	language  string
	created   time.Time
	pages     []*canvas
	subsets   []*subset
	numbers   map[*Font]int
	missing   []rune
	missed    map[rune]bool
	bookmarks []bookmark

	out     bytes.Buffer
	offsets []int
}

func newDocument(fonts *Fonts, paper Paper) *document {
	return &document{fonts: fonts, paper: paper, numbers: map[*Font]int{}, missed: map[rune]bool{}}
}

func (d *document) page() *canvas {
	c := &canvas{doc: d, height: d.paper.Height, rules: make([]byte, 0, 2048), text: make([]byte, 0, 32<<10)}
	d.pages = append(d.pages, c)
	return c
}

func (d *document) subset(f *Font) *subset {
	n, ok := d.numbers[f]
	if !ok {
		n = len(d.subsets)
		d.numbers[f] = n
		d.subsets = append(d.subsets, newSubset(f))
	}
	return d.subsets[n]
}

func (d *document) number(s *subset) int { return d.numbers[s.font] }

// misses notes a character that no font has.
func (d *document) misses(r rune) {
	const most = 40
	if !d.missed[r] && len(d.missing) < most {
		d.missed[r] = true
		d.missing = append(d.missing, r)
	}
}

// width measures text as it is drawn.
func (d *document) width(text string, l look) float64 {
	w := d.fonts.Width(text, l.face, l.size)
	if l.track != 0 {
		w += l.track * l.size * float64(len([]rune(text)))
	}
	return w
}

// writeTo writes the file.
func (d *document) writeTo(w io.Writer) error {
	d.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	last := firstPage + 2*len(d.pages) + 5*len(d.subsets) + len(d.bookmarks)
	d.offsets = make([]int, last)
	for i, c := range d.pages {
		d.putPage(i, c)
	}
	fonts := firstPage + 2*len(d.pages)
	for i, s := range d.subsets {
		d.putFont(fonts+5*i, s)
	}
	d.putOutlines(fonts + 5*len(d.subsets))
	d.putRoot(fonts)
	at := d.out.Len()
	fmt.Fprintf(&d.out, "xref\n0 %d\n0000000000 65535 f \n", last)
	for _, offset := range d.offsets[1:] {
		if offset == 0 {
			d.out.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(&d.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&d.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", last, catalogObject, infoObject, at)
	_, err := d.out.WriteTo(w)
	return err
}

func (d *document) object(n int, format string, args ...any) {
	d.offsets[n] = d.out.Len()
	fmt.Fprintf(&d.out, "%d 0 obj\n", n)
	fmt.Fprintf(&d.out, format, args...)
	d.out.WriteString("\nendobj\n")
}

// packers are kept, as each is a megabyte.
var packers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// stream puts a compressed stream; entries are further ones of its dictionary.
func (d *document) stream(n int, data []byte, entries string) {
	var packed bytes.Buffer
	z := packers.Get().(*zlib.Writer)
	defer packers.Put(z)
	z.Reset(&packed)
	_, _ = z.Write(data)
	_ = z.Close() // a bytes.Buffer takes everything
	d.object(n, "<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", packed.Len(), entries, packed.Bytes())
}

func (d *document) putPage(i int, c *canvas) {
	n := firstPage + 2*i
	annotations := ""
	if len(c.links) > 0 {
		annotations = "/Annots[" + d.annotations(c) + "]"
	}
	d.object(n, "<</Type/Page/Parent %d 0 R/Resources %d 0 R/MediaBox[0 0 %s]/Contents %d 0 R%s>>",
		pagesObject, resourcesObject, numbers(nil, d.paper.Width, d.paper.Height), n+1, annotations)
	d.stream(n+1, c.content(), "")
}

func (d *document) annotations(c *canvas) string {
	var b bytes.Buffer
	for _, l := range c.links {
		bottom := c.height - l.y - l.h
		fmt.Fprintf(&b, "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s]/Dest[%d 0 R/Fit]>>",
			numbers(nil, l.x, bottom, l.x+l.w, bottom+l.h), firstPage+2*l.page)
	}
	return b.String()
}

func (d *document) putOutlines(first int) {
	if len(d.bookmarks) == 0 {
		return
	}
	d.object(outlinesObject, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, first+len(d.bookmarks)-1, len(d.bookmarks))
	for i, b := range d.bookmarks {
		beside := ""
		if i > 0 {
			beside += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if i < len(d.bookmarks)-1 {
			beside += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		d.object(first+i, "<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>", hexText(b.title), outlinesObject, firstPage+2*b.page, beside)
	}
}

func (d *document) putRoot(fonts int) {
	kids, used := []byte(nil), []byte(nil)
	for i := range d.pages {
		kids = append(strconv.AppendInt(kids, int64(firstPage+2*i), 10), " 0 R "...)
	}
	for i := range d.subsets {
		used = fmt.Appendf(used, "/F%d %d 0 R", i, fonts+5*i)
	}
	extra := ""
	if len(d.bookmarks) > 0 {
		extra = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", outlinesObject)
	}
	if d.language != "" {
		extra += "/Lang" + hexText(d.language)
	}
	d.object(catalogObject, "<</Type/Catalog/Pages %d 0 R/ViewerPreferences<</DisplayDocTitle true>>%s>>", pagesObject, extra)
	d.object(pagesObject, "<</Type/Pages/Count %d/Kids[%s]>>", len(d.pages), kids)
	d.object(resourcesObject, "<</ProcSet[/PDF/Text]/Font<<%s>>>>", used)
	date := ""
	if !d.created.IsZero() {
		date = "/CreationDate(" + d.created.UTC().Format("D:20060102150405Z") + ")"
	}
	d.object(infoObject, "<</Title%s/Producer%s%s>>", hexText(d.title), hexText("Church Music Database"), date)
}

// hexText is a text string of a PDF, in UTF-16.
func hexText(s string) string {
	out := []byte("<feff")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04x", u)
	}
	return string(append(out, '>'))
}

// draw puts a laid-out page at a place.
func (c *canvas) draw(p *layout.Page, x, y float64) {
	for i := range p.Rules {
		r := &p.Rules[i]
		c.rule(x+r.X, y+r.Y, r.W, r.H, r.Ink)
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		c.write(r.Text, look{face: r.Style.Face(), ink: r.Style.Ink(), size: r.Size}, x+r.X, y+r.Y)
	}
}
