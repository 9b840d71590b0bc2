package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"churchmusic/internal/app"
	"churchmusic/internal/exchange"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/music"
)

// convert turns files of songs into other formats, without a server and without a database.
func (w world) convert() *cobra.Command {
	cmd := &cobra.Command{
		Use: "convert --to FORMAT [IN] [OUT]", Short: "Turn a song file into another format",
		Long: `Turn a song file into another format: ` + strings.Join(targets(), ", ") + `.
IN and OUT are files, "-" or nothing for standard input and output; OUT may be a folder, and must be one when the input holds
several songs and the format holds one. What the other format cannot hold is told on standard error.`,
		Example: `  churchmusic convert --to text amazing-grace.cho
  churchmusic convert --to openlyrics --key G song.onsong song.xml
  churchmusic convert --to chordpro --capo 2 < song.txt
  churchmusic convert --to pdf --paper letter --columns 2 --key G book.cho booklet.pdf`,
		Args: cobra.MaximumNArgs(2),
	}
	flags := cmd.Flags()
	from := flags.String("from", "", "format of the input; found by its content when not given")
	to := flags.String("to", "", "format to write")
	key := flags.String("key", "", "sounding key to write the song in, such as Bb or F#m")
	transpose := flags.Int("transpose", 0, "semitones to move the song by")
	capo := flags.Int("capo", format.Keep, "fret of the capo: the chords become its shapes (0 for none)")
	notation := flags.String("notation", "letters", "letters, nashville, roman, solfege or german")
	charset := flags.String("encoding", "", "encoding of the input; found out when not given")
	plain := flags.Bool("plain-recalls", false, "in ChordPro, write {chorus} as {comment: Chorus}: OpenLP takes the order from it")
	paper := paperFlags(flags)
	flags.SortFlags = false
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		how := exchange.Conversion{From: *from, To: *to,
			Options: format.Options{Key: *key, Semitones: *transpose, Capo: *capo, Notation: format.Notation(*notation), PlainRecalls: *plain}}
		if err := checkConversion(how); err != nil {
			return err
		}
		in, out := places(args)
		if forPaper(how.To) {
			return w.convertToPaper(in, out, how, *charset, *paper)
		}
		return w.convertFile(in, out, how, *charset)
	}
	return cmd
}

// checkConversion refuses what would be ignored.
func checkConversion(how exchange.Conversion) error {
	if !slices.Contains(targets(), how.To) {
		return fmt.Errorf("--to %q is no format to write; choose one of %s", how.To, strings.Join(targets(), ", "))
	}
	if _, ok := music.ParseKey(how.Options.Key); how.Options.Key != "" && !ok {
		return fmt.Errorf("--key %q is no key; write it as Bb or F#m", how.Options.Key)
	}
	if how.Options.Key != "" && how.Options.Semitones != 0 {
		return fmt.Errorf("--key and --transpose exclude each other")
	}
	if how.Options.Capo < format.Keep || how.Options.Capo > 11 {
		return fmt.Errorf("--capo %d: a capo sits on fret 1 to 11, 0 is none", how.Options.Capo)
	}
	if !slices.Contains(format.Notations, how.Options.Notation) {
		return fmt.Errorf("--notation %q is not known; choose letters, nashville, roman, solfege or german", how.Options.Notation)
	}
	return nil
}

// targets are all formats that songs can be turned into.
func targets() []string { return append(exchange.Targets(), app.Papers...) }

// places are the files to read and to write; "-" is standard input and output.
func places(args []string) (in, out string) {
	in, out = "-", "-"
	if len(args) > 0 {
		in = args[0]
	}
	if len(args) > 1 {
		out = args[1]
	}
	return in, out
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

func (w world) convertFile(in, out string, how exchange.Conversion, charset string) error {
	data, err := w.readAll(in)
	if err != nil {
		return err
	}
	files, err := exchange.Convert(format.Input{Name: filepath.Base(in), Data: data, Encoding: charset}, how)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	w.tell(in, files)
	return w.writeAll(out, exchange.Extension(how.To), files)
}

func (w world) readAll(name string) ([]byte, error) {
	source := w.in
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		source = file
	}
	return io.ReadAll(io.LimitReader(source, format.LongestBook+1))
}

// tell says what was lost or changed.
func (w world) tell(in string, files []exchange.Converted) {
	for _, f := range files {
		for _, loss := range f.Losses {
			place := in
			if loss.Line > 0 {
				place = fmt.Sprintf("%s:%d", in, loss.Line)
			}
			fmt.Fprintf(w.err, "%s: %s: %s\n", place, f.Title, loss.Message)
		}
	}
}

func (w world) writeAll(out, extension string, files []exchange.Converted) error {
	if isFolder(out) {
		return writeFolder(out, extension, files)
	}
	if len(files) > 1 {
		return fmt.Errorf("the input holds %d songs; name a folder to write them to", len(files))
	}
	if out == "-" {
		_, err := w.out.Write(files[0].Data)
		return err
	}
	return os.WriteFile(out, files[0].Data, 0o644)
}

// writeFolder writes each song to a file of its title; a title that comes again gets a number.
func writeFolder(folder, extension string, files []exchange.Converted) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	taken := map[string]int{}
	for _, f := range files {
		name := fileName(f.Title)
		if taken[name]++; taken[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, taken[name])
		}
		if err := root.WriteFile(name+extension, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// fileName keeps letters and digits of a title.
func fileName(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0xc0
	})
	name := strings.Join(words, "-")
	if name == "" {
		return "song"
	}
	return strings.ToValidUTF8(name[:min(len(name), 100)], "")
}
