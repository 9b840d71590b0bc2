package webpage

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"churchmusic/internal/chart"
	"churchmusic/internal/layout"
	"churchmusic/internal/pdf"
	"churchmusic/internal/starter"
)

func page(t testing.TB, text string, c layout.Choice) (*chart.View, string) {
	t.Helper()
	v := chart.NewView(chart.Read(text), chart.ViewOptions{})
	c.Key = layout.SoundingIndex(&v)
	var out bytes.Buffer
	if err := Write(&out, Page{Songs: []Song{{&v, c}}, Metrics: pdf.NewFonts()}); err != nil {
		t.Fatal(err)
	}
	return &v, out.String()
}

var (
	tags = regexp.MustCompile(`<[^>]*>`)
	over = regexp.MustCompile(`<b class="c[^"]*">.*?</b>`)
	body = regexp.MustCompile(`(?s)<p class="ln"[^>]*>(.*?)</p>`)
)

// TestStarterSongsKeepTheirWords reads the words back out of the page, line by line.
func TestStarterSongsKeepTheirWords(t *testing.T) {
	files, err := starter.Songs()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		v, text := page(t, f.Text, layout.Choice{})
		var want, got []string
		for _, s := range v.Sections {
			for _, l := range s.Lines {
				words := ""
				for _, p := range l.Parts {
					words += p.Text
				}
				if l.Kind == "lyrics" {
					want = append(want, strings.Join(strings.Fields(words), " "))
				}
			}
		}
		for _, m := range body.FindAllStringSubmatch(text, -1) {
			words := html.UnescapeString(tags.ReplaceAllString(over.ReplaceAllString(m[1], ""), ""))
			got = append(got, strings.Join(strings.Fields(words), " "))
		}
		if a, b := strings.Join(want, "\n"), strings.Join(got, "\n"); a != b {
			t.Errorf("%s: words differ\n got %s\nwant %s", f.Name, b, a)
		}
		if n := strings.Count(text, `<b class="c">`); n < 10 {
			t.Errorf("%s: %d chords", f.Name, n)
		}
	}
}

// TestNothingComesFromOutside: no scripts, and no address but none at all.
func TestNothingComesFromOutside(t *testing.T) {
	_, text := page(t, "{title: <script>alert(1)</script>}\n{c: <img src=x onerror=alert(1)>}\n{key: C}\n[C]a & b <i>c</i> [*\"><script>]d", layout.Choice{})
	for _, bad := range []string{"<script", "<img", "http:", "https:", "url(", "@import"} {
		if strings.Contains(strings.ToLower(text), bad) {
			t.Errorf("the page contains %q", bad)
		}
	}
	wellFormed(t, text)
}

// wellFormed checks that every element is closed.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text[strings.Index(text, "<body>"):strings.Index(text, "</html>")]))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
}

func TestEveryKindOfLine(t *testing.T) {
	source := "{title: All}\n{key: G}\n{sog: Intro}\n| G . | C D7 |\n{eog}\n{sov}\n[Gmaj9]vi[D7sus4/F#]sion[*slow]\n{c: remark}\n{cb: boxed}\n\nplain\n{eov}\n{soc}\nchorus\n{eoc}\n{sot}\ne|-0-|\n{eot}"
	_, text := page(t, source, layout.Choice{Notation: layout.Nashville, WrittenOut: true})
	wellFormed(t, text)
	for _, want := range []string{
		`<span class="bar"><b>4</b><b>5<sup>7</sup></b></span>`, `<span class="s hy"`, `<sup>7sus4</sup><i>/7</i>`, `<b class="c note">slow</b>`,
		`<p class="cue plain">remark</p>`, `<p class="cue box">boxed</p>`, `<section class="sec refrain">`, `<pre class="tab">e|-0-|</pre>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	_, text = page(t, source, layout.Choice{WordsOnly: true})
	for _, bad := range []string{`<b class="c">`, "bars\"", "<pre"} {
		if strings.Contains(text, bad) {
			t.Errorf("words only, and yet %s", bad)
		}
	}
}

func BenchmarkSixtyLines(b *testing.B) {
	var source strings.Builder
	source.WriteString("{title: Long song}\n{key: G}\n")
	for range 60 {
		source.WriteString("A[G]mazing grace, how [G7]sweet the [C]sound that [D7]saved a wretch like [Em]me\n")
	}
	v := chart.NewView(chart.Read(source.String()), chart.ViewOptions{})
	fonts := pdf.NewFonts()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, Page{Songs: []Song{{&v, layout.Choice{}}}, Metrics: fonts}); err != nil {
			b.Fatal(err)
		}
	}
}
