package music

import "strings"

type opening struct {
	text    string
	quality string
	triad   Triad
}

// openings are tried in order; "maj" stands first so that "m" does not take its letter.
var openings = []opening{
	{"maj", "", Major}, {"Maj", "", Major}, {"MAJ", "", Major}, {"ma7", "", Major}, {"ma9", "", Major}, {"ma1", "", Major},
	{"minor", "m", Minor}, {"min", "m", Minor}, {"Min", "m", Minor}, {"mi", "m", Minor}, {"m", "m", Minor},
	{"-", "m", Minor}, {"−", "m", Minor}, {"–", "m", Minor},
	{"dim", "dim", Diminished}, {"Dim", "dim", Diminished}, {"°", "°", Diminished}, {"º", "°", Diminished},
	{"o", "°", Diminished}, {"ø", "ø", Diminished}, {"Ø", "ø", Diminished}, {"h", "ø", Diminished},
	{"aug", "aug", Augmented}, {"Aug", "aug", Augmented}, {"+", "+", Augmented},
}

// readSuffix splits quality from extension; false when any part is not known.
func (c *Chord) readSuffix(s string) bool {
	c.Suffix = s
	rest := s
	for _, o := range openings {
		if !strings.HasPrefix(s, o.text) || flatFive(s) {
			continue
		}
		if o.quality != "" {
			c.Quality, c.Triad = o.quality, o.triad
			rest = s[len(o.text):]
		}
		break
	}
	if !validExtension(rest) {
		return false
	}
	c.Extension = display(rest)
	return true
}

// flatFive tells "C-5" (a lowered fifth) from "C-7" (minor).
func flatFive(s string) bool {
	return s == "-5"
}

// words of an extension, each before what begins like it.
var extensionWords = []string{
	"maj", "Maj", "MAJ", "ma", "Ma", "M", "Δ", "△", "∆", "^", "j7",
	"sus", "Sus", "add", "Add", "omit", "no", "alt", "dom", "dim", "aug",
	"13", "11", "10", "12", "2", "3", "4", "5", "6", "7", "8", "9",
	"b", "#", "♭", "♯", "+", "-", "−", "°", "*", "/", ",", " ",
}

func validExtension(s string) bool {
	depth, before := 0, ""
	for s != "" {
		switch {
		case s[0] == '(':
			depth, before, s = depth+1, "(", s[1:]
			continue
		case s[0] == ')' && depth > 0 && before != "(":
			depth, before, s = depth-1, ")", s[1:]
			continue
		}
		word := extensionWord(s)
		if word == "" || !fits(word, s[len(word):], before, depth) {
			return false
		}
		before, s = word, s[len(word):]
	}
	return depth == 0
}

func extensionWord(s string) string {
	for _, w := range extensionWords {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// fits says whether a word may stand between what comes before and after it.
func fits(word, after, before string, depth int) bool {
	switch word {
	case "b", "#", "♭", "♯", "omit", "no", "add", "Add":
		return startsWithNumber(after)
	case "/", ",":
		return startsWithNumber(after)
	case " ":
		return depth > 0 && before != "("
	case "*":
		return after == ""
	case "j7":
		return before == ""
	case "3", "8", "10", "12":
		return before == "no" || before == "omit" || before == "add" || isAlter(before)
	}
	return true
}

func isAlter(word string) bool {
	switch word {
	case "b", "#", "♭", "♯", "+", "-", "−":
		return true
	}
	return false
}

func startsWithNumber(s string) bool {
	_, s = parseAlter(s)
	s = strings.TrimLeft(s, "+- (")
	if s == "" {
		return false
	}
	return s[0] >= '1' && s[0] <= '9' || strings.HasPrefix(s, "maj") || strings.HasPrefix(s, "add") || strings.HasPrefix(s, "sus")
}

var signs = strings.NewReplacer("b", "♭", "#", "♯", "^", "Δ", "MAJ", "maj", "Maj", "maj", "M", "maj", "∆", "Δ", "△", "Δ", "Sus", "sus", "Add", "add")

func display(extension string) string {
	if !strings.ContainsAny(extension, "b#^MSA∆△") {
		return extension
	}
	return signs.Replace(extension)
}
