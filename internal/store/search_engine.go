package store

// searcher is what differs between the engines' full-text search.
type searcher interface{}
