package sqlitefile

import "strings"

const (
	mostColumns = 200
	longestSQL  = 64 << 10
)

// columnsOf reads the names of the columns out of CREATE TABLE, and which of them is the row's number, -1 for none.
func columnsOf(sql string) (columns []string, rowid int) {
	open := strings.IndexByte(sql, '(')
	if open < 0 || len(sql) > longestSQL {
		return nil, -1
	}
	rowid = -1
	integers, apart := map[string]int{}, ""
	for _, definition := range definitions(sql[open+1:]) {
		if constraint(definition) {
			if apart == "" {
				apart = keyOf(definition)
			}
			continue
		}
		name, rest := firstName(definition)
		if name == "" || len(columns) == mostColumns {
			continue
		}
		words := strings.Fields(strings.ToLower(rest))
		if len(words) > 0 && words[0] == "integer" {
			integers[strings.ToLower(name)] = len(columns)
			if strings.Contains(strings.Join(words, " "), "primary key") {
				rowid = len(columns)
			}
		}
		columns = append(columns, strings.ToLower(name))
	}
	if at, ok := integers[apart]; ok && rowid < 0 {
		rowid = at
	}
	return columns, rowid
}

// keyOf is the only column of a PRIMARY KEY (id) that stands apart, "" for none.
func keyOf(definition string) string {
	lower := strings.ToLower(definition)
	at := strings.Index(lower, "primary key")
	if at < 0 {
		return ""
	}
	_, inner, found := strings.Cut(lower[at:], "(")
	inner, _, closed := strings.Cut(inner, ")")
	if !found || !closed || strings.Contains(inner, ",") {
		return ""
	}
	name, _ := firstName(strings.TrimSpace(inner))
	return name
}

// constraint says whether a definition is no column.
func constraint(definition string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(definition)), " ")
	word, _, _ = strings.Cut(word, "(")
	switch word {
	case "primary", "unique", "check", "foreign", "constraint", "":
		return true
	}
	return false
}

// definitions parts a list at its commas, outside of brackets and quotes.
func definitions(s string) []string {
	var parts []string
	depth, from := 0, 0
	quote := byte(0)
	for i := range len(s) {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case c == '[':
			quote = ']'
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ')' || c == ',' && depth == 0:
			parts = append(parts, strings.TrimSpace(s[from:i]))
			from = i + 1
			if c == ')' {
				return parts
			}
		}
	}
	return append(parts, strings.TrimSpace(s[from:]))
}

// firstName takes the name at the start of a definition, quoted or not.
func firstName(s string) (name, rest string) {
	if s == "" {
		return "", ""
	}
	end := byte(0)
	switch s[0] {
	case '"', '`', '\'':
		end = s[0]
	case '[':
		end = ']'
	}
	if end != 0 {
		name, rest, _ = strings.Cut(s[1:], string(end))
		return name, rest
	}
	at := strings.IndexAny(s, " \t\r\n(")
	if at < 0 {
		return s, ""
	}
	return s[:at], s[at:]
}
