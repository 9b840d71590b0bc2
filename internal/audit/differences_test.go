package audit

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestDifferencesAreReadable(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		want          []Difference
	}{
		"nothing":     {`{"title":"A","version":1}`, `{"title":"A","version":2}`, nil},
		"came":        {``, `{"title":"A"}`, nil},
		"went":        {`{"title":"A"}`, ``, nil},
		"text":        {`{"title":"A"}`, `{"title":"B"}`, []Difference{{"title", "A", "B"}}},
		"number":      {`{"bpm":0,"capo":2}`, `{"bpm":120,"capo":2}`, []Difference{{"bpm", "0", "120"}}},
		"yes and no":  {`{"favourite":false}`, `{"favourite":true}`, []Difference{{"favourite", "no", "yes"}}},
		"new field":   {`{}`, `{"tune":"NEW BRITAIN"}`, []Difference{{"tune", "", "NEW BRITAIN"}}},
		"list":        {`{"aliases":["a"]}`, `{"aliases":["a","b"]}`, []Difference{{"aliases", "a", "a, b"}}},
		"list of two": {`{"authors":[]}`, `{"authors":[{"role":"words","name":"John Newton"}]}`, []Difference{{"authors", "", "John Newton · words"}}},
		"inside":      {`{"display":{"columns":1}}`, `{"display":{"columns":2}}`, []Difference{{"display.columns", "1", "2"}}},
		"only the lines that differ": {`{"chart_text":"a\nb\nc"}`, `{"chart_text":"a\nx\nc"}`,
			[]Difference{{"chart_text", "b", "x"}}},
		"a named part, renamed": {`{"arrangements":[{"id":"1","name":"Old","bpm":80},{"id":"2","name":"Same"}]}`,
			`{"arrangements":[{"id":"2","name":"Same"},{"id":"1","name":"New","bpm":90}]}`,
			[]Difference{{"arrangements.New.bpm", "80", "90"}, {"arrangements.New.name", "Old", "New"}}},
	} {
		got := Differences(json.RawMessage(c.before), json.RawMessage(c.after))
		if !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if got == nil {
			t.Errorf("%s: nil", name)
		}
	}
}

func TestSameStateLooksAtTheContent(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{``, ``, true},
		{`{"title":"A"}`, ``, false},
		{`{"title":"A","deleted_at":"2026-01-01T00:00:00Z"}`, ``, true},
		{`{"title":"A","version":1,"updated_at":"x"}`, `{"version":3,"updated_at":"y","title":"A"}`, true},
		{`{"title":"A"}`, `{"title":"B"}`, false},
	} {
		if got := SameState(json.RawMessage(c.a), json.RawMessage(c.b)); got != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
