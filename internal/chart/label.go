package chart

import (
	"strconv"
	"strings"
)

// Label is what a section label says.
type Label struct {
	Type    Type
	Text    string // as written, without repeats, brackets and colon
	Number  int    // 0 for none
	Suffix  string // "a" of "Verse 2a"
	Repeat  int    // at least 1
	Refrain bool   // called a refrain
}

// ParseLabel reads "Verse 2", "[Chorus]", "(Refrain x2)", "V1", "Pre-Chorus:", also
// in other languages. ok is false when the words are no name of a section.
func ParseLabel(text string) (Label, bool) {
	label := Label{Repeat: 1, Text: bare(text)}
	if label.Text == "" || len(label.Text) > 60 {
		return label, false
	}
	label.cutRepeat()
	name := label.cutNumber(strings.ToLower(label.Text))
	kind, ok := labelWords[name]
	if !ok && label.Number > 0 || !ok && label.Text == strings.ToUpper(label.Text) {
		kind, ok = labelLetters[name]
		label.spellOut(kind, name)
	}
	label.Type = kind
	label.Refrain = strings.HasPrefix(name, "ref") || name == "r"
	return label, ok
}

// spellOut writes a short label such as "V1" in full.
func (l *Label) spellOut(kind Type, letter string) {
	word := kind.info().label
	if letter == "r" {
		word = "Refrain"
	}
	l.Text = word
	if l.Number > 0 {
		l.Text += " " + strconv.Itoa(l.Number) + l.Suffix
	}
}

func bare(text string) string {
	text = strings.TrimSpace(text)
	for _, pair := range []string{"[]", "()", "<>", "{}"} {
		if len(text) > 2 && text[0] == pair[0] && text[len(text)-1] == pair[1] {
			text = strings.TrimSpace(text[1 : len(text)-1])
		}
	}
	return strings.TrimSpace(strings.TrimRight(text, ":."))
}

// cutRepeat takes "x2", "(2x)" or "×2" off the end.
func (l *Label) cutRepeat() {
	at := strings.LastIndexAny(l.Text, " (")
	last := strings.ToLower(strings.Trim(l.Text[at+1:], "()"))
	last = strings.ReplaceAll(last, "×", "x")
	digits := strings.TrimPrefix(last, "x")
	if digits == last {
		digits = strings.TrimSuffix(last, "x")
	}
	n, err := strconv.Atoi(digits)
	if digits == last || err != nil || n < 1 || n > 20 || at < 0 {
		return
	}
	l.Repeat = n
	l.Text = strings.TrimRight(l.Text[:at], " (:-–")
}

// cutNumber takes "2", "2a" or "II" off the end and returns the name in front of it.
func (l *Label) cutNumber(name string) string {
	name = strings.ReplaceAll(name, "#", " ")
	end := len(name)
	if end > 1 && name[end-1] >= 'a' && name[end-1] <= 'd' && isDigit(name[end-2]) {
		l.Suffix = name[end-1:]
		end--
	}
	start := end
	for start > 0 && isDigit(name[start-1]) {
		start--
	}
	if n, err := strconv.Atoi(name[start:end]); err == nil && n > 0 && n < 1000 {
		l.Number = n
		return strings.TrimRight(name[:start], " .-")
	}
	l.Suffix = ""
	return l.cutRoman(name)
}

var numberWords = map[string]int{
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}

func (l *Label) cutRoman(name string) string {
	at := strings.LastIndexByte(name, ' ')
	if n := numberWords[name[at+1:]]; at > 0 && n > 0 {
		l.Number = n
		return strings.TrimRight(name[:at], " ")
	}
	return name
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

var labelLetters = map[string]Type{
	"v": Verse, "c": Chorus, "r": Chorus, "b": Bridge, "p": PreChorus, "pc": PreChorus, "t": Tag,
	"i": Intro, "in": Intro, "e": Ending, "o": Ending, "ch": Chorus, "br": Bridge, "vs": Verse,
}

var labelWords = wordTypes(map[Type]string{
	Verse: "verse,vers,verso,strophe,strofe,strofa,estrofa,couplet,stanza,stanze,vs,verse part,versa,estrofe,zwrotka,вірш,куплет,절,verset",
	Chorus: "chorus,coro,chor,chours,chrous,choru,refrain,refrein,refrão,refrao,refrán,refren,refrén,refräng,omkvæd,estribillo,ritornello," +
		"kehrvers,ref,kor,kör,припев,приспів,후렴,副歌",
	Bridge:    "bridge,puente,ponte,pont,brücke,bruecke,brug,most,c-teil,middle 8,middle eight,bridge part,브릿지,міст",
	PreChorus: "pre-chorus,prechorus,pre chorus,pre-coro,precoro,pre coro,pré-refrain,pre-refrain,prerefrain,lift,channel,climb,pre,pré-refrão,pre-ch",
	Tag:       "tag,tags,post-chorus,postchorus,post chorus,doxology",
	Intro:     "intro,introduction,einleitung,vorspiel,introducción,introduzione,introdução,entrada,intro riff",
	Interlude: "interlude,instrumental,inst,turnaround,turn around,turn,zwischenspiel,interludio,interlúdio,solo,break,vamp,riff,interludium,guitar solo,musical interlude",
	Ending:    "ending,outro,coda,end,schluss,nachspiel,final,finale,fin,outtro,último,conclusion",
})

func wordTypes(lists map[Type]string) map[string]Type {
	all := make(map[string]Type, 128)
	for kind, list := range lists {
		for _, word := range strings.Split(list, ",") {
			all[word] = kind
		}
	}
	return all
}
