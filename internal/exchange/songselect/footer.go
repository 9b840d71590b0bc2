package songselect

import (
	"strings"

	"churchmusic/internal/exchange/format"
)

type footing int

// What a line of the footer is. The footer differs by year and country.
const (
	words footing = iota
	songNumber
	licence
	copyright
	rights
)

// footer says what a line of the footer is, words for any other line.
func footer(line string) (footing, string) {
	line = strings.TrimSpace(line)
	lower := strings.ToLower(line)
	switch {
	case strings.HasPrefix(lower, "ccli") && (strings.Contains(lower, "licen") || strings.Contains(lower, "lizenz") || strings.Contains(lower, "licença")):
		return licence, line
	case strings.HasPrefix(lower, "ccli") && format.Digits(line) != "":
		return songNumber, format.Digits(line)
	case strings.HasPrefix(line, "©"), strings.HasPrefix(lower, "(c)"), strings.HasPrefix(lower, "copyright"), lower == "public domain":
		return copyright, line
	case strings.Contains(lower, "songselect") && len(line) > 20, strings.HasPrefix(lower, "for use solely"), strings.Contains(lower, "www.ccli.com"),
		strings.HasPrefix(lower, "all rights reserved"), strings.HasPrefix(lower, "nutzung ausschliesslich"), strings.HasPrefix(lower, "nutzung ausschließlich"):
		return rights, line
	}
	return words, line
}

// splitFooter parts the lines of the song from the footer, and reads the footer. The paragraph that holds the song's number
// begins it; the authors stand in it, above or below.
func splitFooter(lines []string, b *format.Builder) []string {
	at := -1
	for i, line := range lines {
		if kind, _ := footer(line); kind == songNumber {
			at = i
			break
		}
	}
	if at < 0 {
		return lines
	}
	from := at
	for from > 0 && strings.TrimSpace(lines[from-1]) != "" {
		from--
	}
	if at-from > 3 || !isFooterHead(lines[from:at]) {
		from = at
	}
	for i := from; i < len(lines); i++ {
		footLine(lines[i], i+1, b)
	}
	return lines[:from]
}

// isFooterHead says whether the lines between a blank line and the number are authors and copyright, and no words of the song.
func isFooterHead(lines []string) bool {
	for _, line := range lines {
		kind, text := footer(line)
		names := kind == words && (strings.Contains(text, "|") || strings.Contains(text, " / ") || !strings.ContainsAny(text, ",;!?[{")) && len(text) < 200
		if kind != copyright && !names {
			return false
		}
	}
	return true
}

func footLine(line string, number int, b *format.Builder) {
	kind, text := footer(line)
	switch {
	case text == "" || strings.HasPrefix(text, "{"):
	case kind == songNumber:
		format.Put(&b.Facts, "ccli", text)
	case kind == licence:
		format.PutTag(&b.Facts, &b.Losses, number, "ccli_license", text)
	case kind == copyright:
		format.Put(&b.Facts, "copyright", strings.TrimSpace(strings.ReplaceAll(text, " | ", "; ")))
	case kind == rights:
	default:
		people(text, b)
	}
}

// people reads "Anna Smith | Bert Jones", "Words: A | Music: B", "Words by A and B".
func people(text string, b *format.Builder) {
	for _, part := range strings.Split(strings.ReplaceAll(text, " / ", "|"), "|") {
		role := "author"
		if head, tail, found := strings.Cut(part, ":"); found {
			if fact := format.TagName(head); fact != "" && fact != "title" {
				role, part = fact, tail
			}
		} else if head, tail, found := strings.Cut(part, " by "); found {
			if fact := format.TagName(head + " by"); fact != "" {
				role, part = fact, tail
			}
		}
		if role == "author" {
			format.PutPeople(&b.Facts, role, strings.TrimSpace(part)+"|")
			continue
		}
		format.PutPeople(&b.Facts, role, part)
	}
}
