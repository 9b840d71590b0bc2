package app

import (
	"fmt"

	"churchmusic/internal/api"
)

// Document gives the OpenAPI document as YAML. It describes every operation and needs no database.
func Document(version string) ([]byte, error) {
	u := newUseCases(nil, nil, nil, "", nil)
	a, err := newAPI(u, api.NewDoor(u.accounts, false), api.Core{Version: version})
	if err != nil {
		return nil, fmt.Errorf("describe the API: %w", err)
	}
	return a.OpenAPI().YAML()
}
