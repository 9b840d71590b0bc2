package app

import (
	"io"
	"os"
	"slices"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/fault"
	"churchmusic/internal/layout"
	"churchmusic/internal/pdf"
	"churchmusic/internal/webpage"
)

// Papers are the names of what Paper writes.
var Papers = []string{"pdf", "html"}

// Paper says how songs are printed. Zero values choose by themselves.
type Paper struct {
	To         string  // one of Papers
	Format     string  // "a4" or "letter"
	Columns    int     // 1 to 3
	Size       float64 // of the words, in points
	LargePrint bool
	WordsOnly  bool
	WrittenOut bool     // repeated sections stand as often as they are sung
	Licence    string   // the church's, for the foot
	Fonts      []string // font files for characters that the program's fonts lack
}

// Check names what cannot be printed so, as a fault of kind Invalid.
func (p Paper) Check() error {
	var wrong fault.Fields
	if !slices.Contains(Papers, p.To) {
		wrong.Add("to", "Songs are printed as %s.", strings.Join(Papers, " or "))
	}
	if _, ok := pdf.PaperNamed(p.Format); !ok {
		wrong.Add("paper", "Paper is a4 or letter.")
	}
	if p.Columns < 0 || p.Columns > 3 {
		wrong.Add("columns", "There can be 1 to 3 columns.")
	}
	if p.Size != 0 && (p.Size < 8 || p.Size > 36) {
		wrong.Add("text_size", "Text has 8 to 36 points.")
	}
	return wrong.Err()
}

// Write prints songs into one file and gives sentences about what its readers will miss.
func (p Paper) Write(w io.Writer, docs []*format.Document) (notices []string, err error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	fonts, err := p.fonts()
	if err != nil {
		return nil, err
	}
	if p.To == "html" {
		return nil, webpage.Write(w, p.page(docs, fonts))
	}
	report, err := pdf.Write(w, p.booklet(docs, fonts))
	return report.Notices(), err
}

func (p Paper) fonts() (*pdf.Fonts, error) {
	added := make([]*pdf.Font, 0, len(p.Fonts))
	for _, name := range p.Fonts {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		font, err := pdf.ParseFont("Added", data)
		if err != nil {
			return nil, err
		}
		added = append(added, font)
	}
	return pdf.NewFonts(added...), nil
}

func (p Paper) booklet(docs []*format.Document, fonts *pdf.Fonts) pdf.Booklet {
	paper, _ := pdf.PaperNamed(p.Format)
	b := pdf.Booklet{Paper: paper, Columns: p.Columns, Size: p.Size, LargePrint: p.LargePrint, Licence: p.Licence, Fonts: fonts}
	for _, d := range docs {
		b.Songs = append(b.Songs, pdf.Song{View: printed(d), Choice: p.choice(d)})
	}
	if len(docs) == 1 {
		b.Language = docs[0].Facts.Get("language")
	}
	return b
}

func (p Paper) page(docs []*format.Document, fonts *pdf.Fonts) webpage.Page {
	page := webpage.Page{Letter: strings.EqualFold(p.Format, "letter"), Columns: p.Columns, Size: p.Size, Licence: p.Licence, Metrics: fonts}
	if p.LargePrint && p.Size == 0 {
		page.Size, page.Columns = layout.LargePrint, max(1, p.Columns)
	}
	for _, d := range docs {
		page.Songs = append(page.Songs, webpage.Song{View: printed(d), Choice: p.choice(d)})
	}
	if len(docs) == 1 {
		page.Language = docs[0].Facts.Get("language")
	}
	return page
}

// printed is a document's view with the facts that stand above and below it.
func printed(d *format.Document) *chart.View {
	d.View.Title = d.Title()
	d.View.Byline = strings.Join(format.Byline(d.Facts), " · ")
	return &d.View
}

func (p Paper) choice(d *format.Document) layout.Choice {
	key, ok := layout.KeyIndex(&d.View, d.Sounding.String())
	if !ok {
		key = layout.SoundingIndex(&d.View)
	}
	return layout.Choice{Key: key, Capo: d.Capo, Notation: layout.Notation(d.Options.Notation), WordsOnly: p.WordsOnly, WrittenOut: p.WrittenOut || p.LargePrint}
}
