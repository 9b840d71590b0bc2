package powerpoint

import (
	"sort"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/boxes"
	"churchmusic/internal/exchange/credits"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/exchange/pages"
)

// row is how far apart in height two boxes may begin and still stand beside each other: a twelfth of the usual slide.
const row = 571_500

// song makes a song of slides.
func song(b *format.Builder, slides []slide) {
	for i := range slides {
		slides[i].sort()
	}
	running := runningTitle(slides)
	if running != "" {
		format.Put(&b.Facts, "title", boxes.Plain(running))
	}
	if len(slides) > 1 && titleSlide(slides[0], slides[1:]) {
		opening(b, slides[0])
		slides = slides[1:]
	}
	var paragraphs [][]string
	for _, s := range slides {
		paragraphs = append(paragraphs, s.paragraphs(b.Facts.Get("title"))...)
	}
	pages.Song(b, paragraphs)
}

// sort puts the boxes into reading order: from above, and from the left where they stand beside each other.
func (s *slide) sort() {
	sort.SliceStable(s.boxes, func(i, j int) bool { return s.boxes[i].y < s.boxes[j].y })
	for from := 0; from < len(s.boxes); {
		to := from + 1
		for to < len(s.boxes) && s.boxes[to].y-s.boxes[from].y < row {
			to++
		}
		beside := s.boxes[from:to]
		sort.SliceStable(beside, func(i, j int) bool { return beside[i].x < beside[j].x })
		from = to
	}
}

// runningTitle is a text that stands alone in a box of most slides.
func runningTitle(slides []slide) string {
	count := map[string]int{}
	for _, s := range slides {
		for _, b := range s.boxes {
			if text := b.single(); text != "" && len(s.boxes) > 1 {
				count[text]++
			}
		}
	}
	best := ""
	for text, n := range count {
		_, isLabel := chart.ParseLabel(text)
		if n < 2 || n*2 <= len(slides) || isLabel || isCredit(text) {
			continue
		}
		if best == "" || n > count[best] || n == count[best] && text < best {
			best = text
		}
	}
	return best
}

func isCredit(text string) bool { return credits.Line(&format.Builder{}, text, 0) }

// single is the text of a box of one line.
func (b box) single() string {
	text := ""
	for _, line := range b.lines {
		if line = strings.TrimSpace(line); line != "" && text != "" {
			return ""
		} else if line != "" {
			text = line
		}
	}
	return text
}

// titleSlide says whether the first slide names the song: by its kind, or since it is short beside the others.
func titleSlide(first slide, others []slide) bool {
	lines, words := 0, 0
	for _, b := range first.boxes {
		if b.kind == "ctrTitle" || b.kind == "subTitle" {
			return true
		}
		for _, line := range b.lines {
			if line = strings.TrimSpace(line); line != "" && !isCredit(line) {
				lines++
				words += len(strings.Fields(line))
			}
		}
	}
	long := 0
	for _, s := range others {
		if s.length() > 2 {
			long++
		}
	}
	return lines > 0 && lines < 3 && words < 12 && long*2 > len(others)
}

func (s slide) length() int {
	n := 0
	for _, b := range s.boxes {
		n += len(b.lines)
	}
	return n
}

// opening reads the title slide: its first line is the title, the others who made the song.
func opening(b *format.Builder, s slide) {
	for _, box := range s.boxes {
		for _, line := range box.lines {
			line = strings.Join(strings.Fields(boxes.Plain(line)), " ")
			switch {
			case line == "" || credits.Line(b, line, 0) || line == b.Facts.Get("title"):
			case b.Facts.Get("title") == "":
				format.Put(&b.Facts, "title", line)
			case len(strings.Fields(line)) < 7 && b.Facts.Get("author") == "":
				b.Losses.Add(0, "“"+line+"” stands on the title slide; it was taken as the author.")
				author(b, strings.TrimPrefix(line, "by "))
			default:
				format.Put(&b.Facts, "notes", line)
			}
		}
	}
}

// author takes "John Newton, 1779" for a name and a year.
func author(b *format.Builder, line string) {
	at := strings.LastIndexAny(line, " (") + 1
	if year := strings.Trim(line[at:], "()"); len(year) == 4 && format.Digits(year) == year {
		format.Put(&b.Facts, "year", year)
		line = strings.TrimRight(line[:at], " ,(")
	}
	format.PutPeople(&b.Facts, "author", line)
}

// paragraphs of a slide: its boxes, without the song's title. Blank lines within a box part nothing but its looks.
func (s slide) paragraphs(title string) [][]string {
	var all []string
	for _, b := range s.boxes {
		if text := b.single(); title != "" && text != "" && sameTitle(text, title) && len(s.boxes) > 1 {
			continue
		}
		for _, line := range b.lines {
			if strings.TrimSpace(line) != "" {
				all = append(all, line)
			}
		}
	}
	return [][]string{all}
}

// sameTitle takes "Amazing Grace (2/4)" for the title too.
func sameTitle(text, title string) bool {
	rest, found := strings.CutPrefix(strings.ToLower(text), strings.ToLower(title))
	return found && strings.Trim(rest, " ()[]-–0123456789/.") == ""
}
