package store

import "strings"

type postgresSearch struct{}

func (postgresSearch) matching() (from, where, seq string) {
	return "search_words w", "w.words @@ $1::tsquery", "w.song_seq"
}

func (postgresSearch) matchText(all []clause) string {
	var b strings.Builder
	for i, c := range all {
		if i > 0 {
			b.WriteString(" & ")
		}
		b.WriteByte('(')
		for j, t := range c {
			if j > 0 {
				b.WriteString(" | ")
			}
			b.WriteString("'" + t.word + "'")
			if t.prefix {
				b.WriteString(":*")
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

func (postgresSearch) index(t *Tx, seq int64, words []string) error {
	_, err := t.exec("INSERT INTO search_words(song_seq, words) VALUES($1, array_to_tsvector(string_to_array($2, ' ')))", seq, strings.Join(words, " "))
	return err
}

func (postgresSearch) unindex(t *Tx, seq int64) error {
	_, err := t.exec("DELETE FROM search_words WHERE song_seq = $1", seq)
	return err
}
