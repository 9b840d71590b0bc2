package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// asJSON stores a small ordered list or object that belongs to its row and is never searched by SQL.
type asJSON[T any] struct{ V *T }

// Value implements driver.Valuer.
func (j asJSON[T]) Value() (driver.Value, error) {
	b, err := json.Marshal(j.V)
	return string(b), err
}

// Scan implements sql.Scanner.
func (j asJSON[T]) Scan(src any) error {
	switch s := src.(type) {
	case string:
		return json.Unmarshal([]byte(s), j.V)
	case []byte:
		return json.Unmarshal(s, j.V)
	}
	return fmt.Errorf("JSON column holds %T", src)
}
