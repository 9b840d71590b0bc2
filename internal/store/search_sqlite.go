package store

import "strings"

type sqliteSearch struct{}

func (sqliteSearch) matching() (from, where, seq string) {
	return "search_words w", "w.search_words MATCH $1", "w.rowid"
}

func (sqliteSearch) matchText(all []clause) string {
	var b strings.Builder
	for i, c := range all {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteByte('(')
		for j, t := range c {
			if j > 0 {
				b.WriteString(" OR ")
			}
			b.WriteString(`"` + t.word + `"`)
			if t.prefix {
				b.WriteByte('*')
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

func (sqliteSearch) index(t *Tx, seq int64, words []string) error {
	_, err := t.exec("INSERT INTO search_words(rowid, words) VALUES($1,$2)", seq, strings.Join(words, " "))
	return err
}

func (sqliteSearch) unindex(t *Tx, seq int64) error {
	_, err := t.exec("DELETE FROM search_words WHERE rowid = $1", seq)
	return err
}
