package store

type postgresSearch struct{}
