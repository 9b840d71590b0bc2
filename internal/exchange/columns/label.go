package columns

import (
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/music"
)

// Label finds a line that names a section: "Verse 1", "[Chorus]", "(Bridge x2)", "V1:", "PRE-CHORUS", "Repeat Chorus". rest is
// what follows the label on its line: "Intro: G C D".
func Label(line string) (label, rest string, ok bool) {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > 200 {
		return "", "", false
	}
	if wrapped(line) {
		inner := strings.TrimSpace(line[1 : len(line)-1])
		_, isChord := music.ParseChord(inner)
		_, known := chart.ParseLabel(inner)
		return inner, "", known && !isChord
	}
	if head, tail, found := strings.Cut(line, ":"); found {
		return colon(head, strings.TrimSpace(tail))
	}
	return plain(line)
}

func wrapped(line string) bool {
	pair := line[:1] + line[len(line)-1:]
	return len(line) > 2 && (pair == "[]" || pair == "()" || pair == "<>") && !strings.ContainsAny(line[1:len(line)-1], "[]<>")
}

// colon takes "Chorus:", "Chorus: (x2)" and "Intro: G C D".
func colon(head, tail string) (string, string, bool) {
	head = strings.Trim(head, "[]() ")
	known, ok := chart.ParseLabel(again(head))
	if !ok || len([]rune(head)) < 2 && known.Number == 0 {
		return "", "", false
	}
	if tail != "" && isRepeat(tail) {
		return again(head) + " " + strings.Trim(tail, "()"), "", true
	}
	return again(head), strings.TrimLeft(tail, "] "), true
}

// plain takes a label that no sign sets off: it has a number, stands in capitals, or is a word that hardly begins a lyric line.
func plain(line string) (string, string, bool) {
	text := again(line)
	label, ok := chart.ParseLabel(text)
	if !ok {
		return bracketed(line)
	}
	if _, isChord := music.ParseChord(text); isChord {
		return "", "", false
	}
	first := strings.ToLower(strings.Fields(label.Text)[0])
	capitals := text == strings.ToUpper(text) && len([]rune(text)) > 2
	numbered := label.Number > 0 && text[0] != strings.ToLower(text[:1])[0]
	if !capitals && !numbered && text == line && (!usual[first] || text[0] == strings.ToLower(text[:1])[0]) {
		return "", "", false
	}
	return text, "", true
}

// bracketed takes "[Chorus] (2x)" and "[Intro] G C D".
func bracketed(line string) (string, string, bool) {
	inner, rest, found := strings.Cut(strings.TrimPrefix(line, "["), "]")
	if !strings.HasPrefix(line, "[") || !found {
		return "", "", false
	}
	_, isChord := music.ParseChord(inner)
	if _, ok := chart.ParseLabel(inner); !ok || isChord {
		return "", "", false
	}
	return colon(inner, strings.TrimSpace(rest))
}

// again takes "Repeat" and its kind off a label.
func again(text string) string {
	text = strings.TrimSpace(text)
	lower := strings.ToLower(text)
	for _, word := range []string{"repeat ", "back to ", "to ", "sing ", "refrão: "} {
		if strings.HasPrefix(lower, word) {
			return strings.TrimSpace(text[len(word):])
		}
	}
	return text
}

var usual = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("verse chorus refrain bridge pre-chorus prechorus intro outro interlude ending tag turnaround instrumental strophe " +
		"coro estrofa couplet vers vamp post-chorus chours chrous refrão estribillo strofe припев куплет") {
		set[w] = true
	}
	return set
}()
