package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"churchmusic/internal/audit"
)

// Repeat is the remembered answer of a request that carried an Idempotency-Key. Status is 0 when the change was made but
// its answer was not kept, because the program stopped between the two.
type Repeat struct {
	RequestHash string
	Status      int
	Header      map[string][]string
	Body        []byte
}

// repeatsKept is how long a request may be repeated.
const repeatsKept = 48 * time.Hour

// Answered gives the remembered answer for a key, if the key was used.
func (db *DB) Answered(ctx context.Context, o audit.Once) (Repeat, bool, error) {
	r, err := one(ctx, db, scanRepeat, "SELECT request_hash, status, headers, body FROM idempotency_keys WHERE principal = $1 AND idempotency_key = $2",
		o.Principal, o.Key)
	if errors.Is(err, sql.ErrNoRows) {
		return Repeat{}, false, nil
	}
	return r, err == nil, db.engine.translate(err)
}

func scanRepeat(rows *sql.Rows) (r Repeat, err error) {
	err = rows.Scan(&r.RequestHash, &r.Status, asJSON[map[string][]string]{&r.Header}, &r.Body)
	return r, err
}

// Remember keeps the answer of a request whose change is stored, and forgets those that are too old to be repeated.
func (db *DB) Remember(ctx context.Context, o audit.Once, r Repeat) error {
	return db.Update(ctx, 0, func(tx *Tx) error {
		if _, err := tx.exec("UPDATE idempotency_keys SET status = $1, headers = $2, body = $3 WHERE principal = $4 AND idempotency_key = $5",
			r.Status, asJSON[map[string][]string]{&r.Header}, string(r.Body), o.Principal, o.Key); err != nil {
			return err
		}
		_, err := tx.exec("DELETE FROM idempotency_keys WHERE created_at < $1", db.now()-repeatsKept.Milliseconds())
		return err
	})
}
