package store

type sqliteSearch struct{}
