package audit

import (
	"bytes"
	"encoding/json"
	"slices"
	"sort"
	"strings"
)

// untold are fields that change by themselves or follow from others: nobody wants to read them.
var untold = []string{"id", "version", "created_at", "updated_at", "deleted_at"}

// Differences compares two snapshots of one thing field by field. Where one of them is missing the thing came or went, which
// the action tells already: there are no differences then. Of long texts only the lines that differ are given.
func Differences(before, after json.RawMessage) []Difference {
	out := []Difference{}
	b, a := decode(before), decode(after)
	if b == nil || a == nil {
		return out
	}
	walk(&out, "", b, a)
	return out
}

// SameState says whether two snapshots hold the same, apart from version and times. Two missing ones are the same.
func SameState(a, b json.RawMessage) bool {
	x, y := decode(a), decode(b)
	for _, m := range []map[string]any{x, y} {
		for _, name := range []string{"version", "created_at", "updated_at"} {
			delete(m, name)
		}
	}
	return equal(x, y)
}

func decode(raw json.RawMessage) map[string]any {
	if len(raw) == 0 {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var out map[string]any
	if d.Decode(&out) != nil || out["deleted_at"] != nil { // in the trash is gone, too
		return nil
	}
	return out
}

func equal(a, b any) bool {
	x, _ := json.Marshal(a) // maps are written in the order of their keys
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

func walk(out *[]Difference, prefix string, before, after map[string]any) {
	for _, name := range names(before, after) {
		if slices.Contains(untold, name) || equal(before[name], after[name]) {
			continue
		}
		compare(out, prefix+name, before[name], after[name])
	}
}

func compare(out *[]Difference, field string, before, after any) {
	if b, ok := object(before); ok {
		if a, ok := object(after); ok {
			walk(out, field+".", b, a)
			return
		}
	}
	if b, a := parts(before), parts(after); b != nil && a != nil {
		walkParts(out, field, b, a)
		return
	}
	x, y := trimCommon(readable(before), readable(after))
	if x != y {
		*out = append(*out, Difference{field, x, y})
	}
}

func object(v any) (map[string]any, bool) {
	if v == nil {
		return map[string]any{}, true
	}
	m, ok := v.(map[string]any)
	return m, ok
}

// parts gives a list of things with id and name, such as arrangements, as an object by id; nil for every other list.
func parts(v any) map[string]any {
	list, ok := v.([]any)
	if !ok {
		return nil
	}
	out := make(map[string]any, len(list))
	for _, e := range list {
		m, ok := e.(map[string]any)
		if !ok || m["id"] == nil || m["name"] == nil {
			return nil
		}
		out[readable(m["id"])] = m
	}
	return out
}

func walkParts(out *[]Difference, field string, before, after map[string]any) {
	for _, id := range names(before, after) {
		b, _ := object(before[id])
		a, _ := object(after[id])
		name := a["name"]
		if name == nil {
			name = b["name"]
		}
		walk(out, field+"."+readable(name)+".", b, a)
	}
}

func names(a, b map[string]any) []string {
	out := make([]string, 0, len(a))
	for n := range a {
		out = append(out, n)
	}
	for n := range b {
		if _, ok := a[n]; !ok {
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

// readable gives a value as text for people: lists with commas, the values of an object beside each other.
func readable(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		return join(v, ", ")
	case map[string]any:
		values := make([]any, 0, len(v))
		for _, n := range names(v, nil) {
			values = append(values, v[n])
		}
		return join(values, " · ")
	}
	return ""
}

func join(values []any, between string) string {
	texts := make([]string, 0, len(values))
	for _, v := range values {
		if t := readable(v); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, between)
}

// trimCommon drops the lines that two texts of several lines share at their beginning and end.
func trimCommon(before, after string) (string, string) {
	b, a := strings.Split(before, "\n"), strings.Split(after, "\n")
	if len(b) == 1 || len(a) == 1 {
		return before, after
	}
	for len(b) > 0 && len(a) > 0 && b[0] == a[0] {
		b, a = b[1:], a[1:]
	}
	for len(b) > 0 && len(a) > 0 && b[len(b)-1] == a[len(a)-1] {
		b, a = b[:len(b)-1], a[:len(a)-1]
	}
	return strings.Join(b, "\n"), strings.Join(a, "\n")
}
