package columns

import (
	"strings"
	"unicode/utf8"

	"churchmusic/internal/music"
)

// Names says how a file names its chords: nil for letters.
type Names struct {
	System *music.Names
}

// Kind is what a line looks like.
type Kind int

// The kinds of lines. Perhaps is a line such as "A" or "Am": words that are chords as well; the lines around it decide.
const (
	Words Kind = iota
	Perhaps
	Row  // chords
	Bars // chords or rests between bar lines: "| G / / / |"
	Tab  // a stave of tablature
)

type class int

const (
	isWord class = iota
	isNear       // a slip of the pen or a remark: something that may stand in a chord row but does not make one
	isSign       // bar, rest, repeat
	isBar
	isDouble // a chord that is a word too
	isChord
)

// Chords says whether a line that is Perhaps a row has only what chords are commonly called: nobody writes Go for G°.
func Chords(line string) bool {
	for _, t := range tokens(line) {
		switch strings.Trim(t.text, ",;") {
		case "A", "Am", "E", "Em", "Ami", "Emi":
		default:
			return false
		}
	}
	return true
}

// Look says what a line is.
func (n Names) Look(line string) Kind {
	if IsTab(line) {
		return Tab
	}
	list := remarks(tokens(line))
	if len(list) == 0 || len(list) > 200 {
		return Words
	}
	var count [isChord + 1]int
	for _, t := range list {
		count[n.class(t.text)]++
	}
	chords := count[isChord] + count[isDouble]
	switch {
	case count[isWord] > 0:
		return Words
	case count[isBar] > 0 && count[isNear] == 0 && (chords > 0 || count[isBar] > 1):
		return Bars
	case chords == 0 || count[isNear] > 0 && chords < 2*count[isNear]:
		return Words
	case count[isChord] == 0 && !spread(line, list):
		return Perhaps
	}
	return Row
}

// spread finds the gaps that chords leave for the words under them.
func spread(line string, list []token) bool {
	return list[0].column >= 2 || strings.Contains(strings.TrimSpace(line), "   ")
}

// class says what one token may be.
func (n Names) class(s string) class {
	switch {
	case strings.Trim(s, "|:‖∥") == "" && strings.ContainsAny(s, "|‖∥"):
		return isBar
	case strings.Trim(s, "/-–—.%*~,;:()•·") == "", isRepeat(s), s == "->", s == "→", s == "//":
		return isSign
	}
	switch s = strings.Trim(s, ",;|"); {
	case doubles[s] && n.System != music.Solfege:
		return isDouble
	case n.chord(s):
		return isChord
	case n.several(s):
		return isChord
	case near(s):
		return isNear
	}
	return isWord
}

// doubles are chords that are also words of the languages that churches sing in.
var doubles = map[string]bool{"A": true, "Am": true, "Ah": true, "Eh": true, "E": true, "Do": true, "Go": true, "Co": true, "Bo": true,
	"Eo": true, "Ao": true, "Fo": true, "Emi": true, "Ami": true, "Ebb": true, "Em": true}

func (n Names) chord(s string) bool {
	if strings.HasSuffix(s, "o") && len(s) == 2 && n.System != music.Solfege {
		return false
	}
	if n.System != nil {
		if _, ok := n.System.ParseChord(s); ok {
			return true
		}
	}
	_, ok := music.ParseChord(s)
	return ok
}

// Spell writes a chord of the file in letters, which is how charts are stored.
func (n Names) Spell(s string) string {
	if n.System == nil {
		return s
	}
	if c, ok := n.System.ParseChord(s); ok {
		return c.String()
	}
	return s
}

// FindNames looks for rows that only German or fixed-do names explain.
func FindNames(lines []string) Names {
	var letters, german, solfege int
	for _, line := range lines {
		list := tokens(line)
		if len(list) == 0 || len(list) > 200 {
			continue
		}
		switch {
		case (Names{}).all(list):
			letters++
		case (Names{music.German}).all(list):
			german++
		case len(list) > 1 && (Names{music.Solfege}).all(list):
			solfege++
		}
	}
	switch {
	case german > 0 && german >= solfege:
		return Names{music.German}
	case solfege > letters:
		return Names{music.Solfege}
	}
	return Names{}
}

// all says whether a line has chords of a naming and nothing else.
func (n Names) all(list []token) bool {
	for _, t := range list {
		if !n.chord(t.text) {
			return false
		}
	}
	return true
}

// several takes chords joined by dashes or commas: "G-D", "C,F".
func (n Names) several(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–,~", r) })
	if len(parts) < 2 || len(parts) > 8 {
		return false
	}
	for _, p := range parts {
		if !n.chord(p) {
			return false
		}
	}
	return true
}

// near takes what begins like a chord but is none ("Gmajj7"), and remarks in parentheses.
func near(s string) bool {
	if strings.HasPrefix(s, "(") || strings.HasSuffix(s, ")") {
		return len(s) <= 60
	}
	note, rest, ok := music.ParseNote(s)
	if !ok || rest == "" {
		return false
	}
	if note.Alter != 0 {
		return utf8.RuneCountInString(rest) <= 8
	}
	return strings.ContainsAny(rest[:1], "0123456789/+°(") || strings.ContainsAny(rest, "0123456789") && strings.HasPrefix(rest, "m")
}

// isRepeat takes "x2", "2x", "(x3)".
func isRepeat(s string) bool {
	s = strings.ToLower(strings.Trim(s, "()[]"))
	s = strings.ReplaceAll(s, "×", "x")
	digits := strings.TrimPrefix(strings.TrimSuffix(s, "x"), "x")
	return len(digits) == len(s)-1 && digits != "" && len(digits) <= 2 && strings.Trim(digits, "0123456789") == ""
}

// IsTab finds a line of a tablature stave.
func IsTab(line string) bool {
	line = strings.TrimSpace(line)
	if strings.Count(line, "-") < 4 {
		return false
	}
	rest := strings.TrimLeft(line, "eEBbGDAdgah#:| ")
	return strings.ContainsRune(line, '|') && strings.Trim(rest, "-0123456789|hpbrsxX/\\~^()*.<>tvTM= \t:") == ""
}
