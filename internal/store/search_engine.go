package store

// searcher is what differs between the engines' full-text search. Words are folded and hold only letters, digits and marks.
type searcher interface {
	// matching gives the pieces of a statement that finds songs by a match text, its $1: the table, the condition and the
	// column that holds songs.seq.
	matching() (from, where, seq string)
	// matchText writes what all clauses want as the engine's query.
	matchText(all []clause) string
	index(t *Tx, seq int64, words []string) error
	unindex(t *Tx, seq int64) error
}

// clause is satisfied by any of its terms.
type clause []term

// term is a word, or the beginning of one.
type term struct {
	word   string
	prefix bool
}

// Words of a field of their own are indexed once more behind a mark, which no folded text can hold.
const (
	titleMark  = "\ue000" // titles and aliases
	firstMark  = "\ue001" // the first line
	numberMark = "\ue002" // songbook numbers and CCLI song numbers
)

// longestTerm bounds an indexed word, in bytes: PostgreSQL takes no more than 2,046.
const longestTerm = 60
