// Package chart holds the model of a chart and reads and writes it as ChordPro.
// Reading never fails: what is not understood stays as it is and is reported as a
// problem. Everything here is pure.
package chart

import "churchmusic/internal/music"

// Chart is one song's chart. Sections hold every line of the text in order, also
// directives and blank lines, so that writing an unchanged chart gives the same bytes.
type Chart struct {
	Meta     Metadata
	Sections []Section
	Problems []Problem

	chords  map[string]symbol
	defined map[string]bool
	singles bool // small letters name single notes
	names   *music.Names
	regions []region
}

// Problem is something in the text that a person should look at. Line and Column
// count from 1; a column is a character. Fix says what to do and may be empty.
type Problem struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Fix     string `json:"fix,omitempty"`
}

// Section is a part of a chart. Words outside any marked section are sections of
// type None, one for each paragraph.
type Section struct {
	ID          string // stable: "v1", "c1"; "" when there is nothing to show
	Type        Type
	Environment string // NAME of start_of_NAME; "" outside any
	Label       string // for people: "Verse 1"
	Short       string // for the order strip: "V1"
	Number      int    // as labelled; 0 when the label has none
	Repeat      int    // times to play, at least 1
	Refrain     bool
	Hidden      bool // its selector is false
	Lines       []Line

	suffix  string // "a" of "Verse 2a"
	content bool   // has something to sing or play
	before  int    // the earlier section that a bare label repeats, -1 for none
}

// Kind is what a line is.
type Kind uint8

// The kinds of lines.
const (
	Lyrics    Kind = iota
	Comment        // shown to players
	Remark         // "#" lines, for the writer only
	Blank          //
	Directive      // any other directive, metadata too
	Start          // start_of_NAME
	End            // end_of_NAME
	Grid           //
	Literal        // inside tab, abc, ly, svg: never read
	Recall         // plays a section again
	Heading        // a label written as plain text or as a comment
)

// Line is one logical line. Number is its first line in the source, from 1, and 0
// for a line made in memory.
type Line struct {
	Kind      Kind
	Number    int
	Parts     []Part // Lyrics
	Cells     []Cell // Grid
	Text      string // Comment, Literal, Heading, Recall's own label
	Style     string // Comment: plain, italic or box
	Directive Command
	Hidden    bool // its selector is false
	Target    int  // Recall: index of the section, -1 when there is none

	source string // the bytes read, line ends included; "" when made or changed
	region int
}

// Part is a chord or an annotation, or neither, with the words up to the next one.
type Part struct {
	Chord      string // as typed, without brackets
	Annotation string
	Text       string
	Column     int // of the bracket in the source line, from 1
}

// Cell is one token of a grid row: a bar line, a chord or other text.
type Cell struct {
	Bar, Chord, Text string
	Column           int
}

// Command is a directive: its canonical name, its selector and its value.
type Command struct {
	Name     string
	Selector string
	Value    string
}

// Fresh makes Write set the line anew from its fields after a change.
func (l *Line) Fresh() { l.source = "" }
