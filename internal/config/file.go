package config

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// parseFile reads "key = value" lines with # comments, or, when the text begins with {, one JSON object.
func parseFile(text []byte) (map[string]string, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return parseJSON(text)
	}
	return parseLines(text)
}

func parseLines(text []byte) (map[string]string, error) {
	out := map[string]string{}
	s := bufio.NewScanner(bytes.NewReader(text))
	for n := 1; s.Scan(); n++ {
		line := strings.TrimSpace(s.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		key = strings.TrimSpace(key)
		if !ok || key == "" {
			return nil, fmt.Errorf("line %d: wanted key = value", n)
		}
		if _, twice := out[key]; twice {
			return nil, fmt.Errorf("line %d: %s is set twice", n, key)
		}
		out[key] = unquote(strings.TrimSpace(value))
	}
	return out, s.Err()
}

func unquote(v string) string {
	if n := len(v); n >= 2 && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		return v[1 : n-1]
	}
	return v
}

func parseJSON(text []byte) (map[string]string, error) {
	var raw map[string]any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&raw); err != nil {
		return nil, fmt.Errorf("wanted one JSON object: %w", err)
	}
	if d.More() {
		return nil, fmt.Errorf("wanted one JSON object and nothing behind it")
	}
	out := map[string]string{}
	for key, value := range raw {
		v, err := plain(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		out[key] = v
	}
	return out, nil
}

// plain writes a JSON value as the text that a flag would carry; a list becomes its parts with commas between.
func plain(value any) (string, error) {
	switch v := value.(type) {
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case bool:
		return fmt.Sprint(v), nil
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			s, ok := e.(string)
			if !ok {
				return "", fmt.Errorf("wanted a list of texts")
			}
			parts[i] = s
		}
		return strings.Join(parts, ","), nil
	}
	return "", fmt.Errorf("wanted a text, a number, true or false, or a list of texts")
}
