package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"

	"churchmusic/internal/app"
	"churchmusic/internal/exchange"
	"churchmusic/internal/exchange/format"
)

// paperFlags adds what only printing knows.
func paperFlags(flags *pflag.FlagSet) *app.Paper {
	p := &app.Paper{}
	flags.StringVar(&p.Format, "paper", "a4", "pdf, html: a4 or letter")
	flags.IntVar(&p.Columns, "columns", 0, "pdf, html: 1 to 3; found by the song when not given")
	flags.Float64Var(&p.Size, "text-size", 0, "pdf, html: points of the words; 11, or down to 10 to save a page, when not given")
	flags.BoolVar(&p.LargePrint, "large-print", false, "pdf, html: 18 points, one column, everything written out")
	flags.BoolVar(&p.WordsOnly, "words-only", false, "pdf, html: without chords")
	flags.BoolVar(&p.WrittenOut, "write-out", false, "pdf, html: repeated sections as often as they are sung")
	flags.StringVar(&p.Licence, "licence", "", "pdf, html: the church's licence for the foot, such as \"CCLI licence 123456\"")
	flags.StringArrayVar(&p.Fonts, "font", nil, "pdf: TrueType file for characters that the program's fonts lack, such as Chinese ones; may be repeated")
	return p
}

func forPaper(to string) bool { return slices.Contains(app.Papers, to) }

// convertToPaper prints a file's songs: into one file, or each into its own when OUT is a folder.
func (w world) convertToPaper(in, out string, how exchange.Conversion, charset string, p app.Paper) error {
	p.To = how.To
	if err := p.Check(); err != nil {
		return err
	}
	data, err := w.readAll(in)
	if err != nil {
		return err
	}
	docs, losses, err := exchange.Documents(format.Input{Name: filepath.Base(in), Data: data, Encoding: charset}, how)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	files := make([]exchange.Converted, 0, len(docs))
	for i, group := range grouped(docs, isFolder(out)) {
		var file bytes.Buffer
		notices, err := p.Write(&file, group)
		if err != nil {
			return fmt.Errorf("%s: %w", in, err)
		}
		files = append(files, exchange.Converted{Title: group[0].Title(), Data: file.Bytes(), Losses: append(noticed(notices), lossesOf(losses, i, len(group))...)})
	}
	w.tell(in, files)
	return w.writeAll(out, "."+how.To, files)
}

// grouped puts all songs into one file, or each into its own.
func grouped(docs []*format.Document, apart bool) [][]*format.Document {
	if !apart {
		return [][]*format.Document{docs}
	}
	groups := make([][]*format.Document, len(docs))
	for i := range docs {
		groups[i] = docs[i : i+1]
	}
	return groups
}

func lossesOf(losses [][]format.Loss, first, n int) (all []format.Loss) {
	for _, list := range losses[first : first+n] {
		all = append(all, list...)
	}
	return all
}

func noticed(notices []string) (losses []format.Loss) {
	for _, n := range notices {
		losses = append(losses, format.Loss{Message: n})
	}
	return losses
}
