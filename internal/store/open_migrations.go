package store

import (
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

func gooseSetting(engine string) (goose.Dialect, []goose.ProviderOption, error) {
	if engine == "sqlite" {
		return goose.DialectSQLite3, nil, nil
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return "", nil, err
	}
	return goose.DialectPostgres, []goose.ProviderOption{goose.WithSessionLocker(locker)}, nil
}
