package chart

import (
	"strings"

	"churchmusic/internal/music"
)

var commentStyles = map[string]string{"comment_italic": "italic", "comment_box": "box"}

// comment files a comment; one that names a section labels what follows.
func (r *reader) comment(line Line) {
	text := strings.TrimSpace(plain(line.Directive.Value))
	if label, ok := ParseLabel(text); ok && line.Directive.Selector == "" && r.labels(label, line) {
		return
	}
	line.Kind, line.Text, line.Style = Comment, text, "plain"
	if style := commentStyles[line.Directive.Name]; style != "" {
		line.Style = style
	}
	r.add(line)
}

// labels lets a comment or a line of text name the section that it stands above.
func (r *reader) labels(label Label, line Line) bool {
	line.Kind, line.Text = Heading, label.Text
	if !r.open {
		section := Section{Type: None}
		section.adopt(label, true)
		section.before = r.namesake(&section)
		r.begin(section)
		r.add(line)
		return true
	}
	s := r.current()
	if s.Label != "" || s.content {
		return false
	}
	s.adopt(label, s.Type == Verse)
	r.add(line)
	return true
}

// heading takes lines such as "[Verse 1]", "Chorus:" and "Verse 2".
func (r *reader) heading(text string, line Line) bool {
	text = strings.TrimSpace(text)
	label, ok := ParseLabel(text)
	if !ok || !looksLikeLabel(text, label) {
		return false
	}
	return r.labels(label, line)
}

func looksLikeLabel(text string, label Label) bool {
	if inner, ok := strings.CutPrefix(text, "["); ok {
		_, isChord := music.ParseChord(strings.TrimSuffix(inner, "]"))
		return !isChord && strings.HasSuffix(inner, "]")
	}
	if strings.HasSuffix(text, ":") && len([]rune(label.Text)) > 2 {
		return true
	}
	return plainLabels[strings.ToLower(strings.Fields(label.Text)[0])] && label.Text[0] >= 'A' && label.Text[0] <= 'Z'
}

// plainLabels are words that name a section even without a sign around them.
var plainLabels = names("verse", "chorus", "refrain", "bridge", "pre-chorus", "prechorus", "intro", "outro", "interlude", "strophe", "coro", "estrofa", "couplet")
