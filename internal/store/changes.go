package store

import (
	"context"
	"encoding/json"
	"fmt"

	"churchmusic/internal/audit"
)

// change notes who does what; the revisions of the things it touches refer to it, so it comes first in a transaction.
func (t *Tx) change(c audit.Change) error {
	_, err := t.exec("INSERT INTO changes(id, at, user_id, user_name, action, entity, entity_id, title, things, undone_by) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,'')",
		c.ID, c.At.UnixMilli(), c.Actor.UserID, c.Actor.Name, string(c.Action), string(c.Entity), c.EntityID, c.Title, c.Count)
	if err != nil || c.Once == nil {
		return err
	}
	_, err = t.exec("INSERT INTO idempotency_keys(principal, idempotency_key, request_hash, status, headers, body, created_at) VALUES($1,$2,$3,0,'{}','',$4)",
		c.Once.Principal, c.Once.Key, c.Once.RequestHash, c.At.UnixMilli())
	return err
}

// revise keeps the state of one thing after a change; a nil state means that the thing is gone.
func (t *Tx) revise(changeID string, e audit.Entity, id string, version int64, state any) error {
	var snapshot any
	if state != nil {
		b, err := json.Marshal(state)
		if err != nil {
			return fmt.Errorf("revision of %s %s: %w", e, id, err)
		}
		snapshot = string(b)
	}
	_, err := t.exec("INSERT INTO revisions(entity, entity_id, version, change_id, snapshot) VALUES($1,$2,$3,$4,$5)",
		string(e), id, version, changeID, snapshot)
	return err
}

// nextVersion gives the version after the newest revision of a thing: a thing that was removed and comes back goes on counting.
func (t *Tx) nextVersion(ctx context.Context, e audit.Entity, id string) (int64, error) {
	return one(ctx, t, value[int64], "SELECT COALESCE(MAX(version), 0) + 1 FROM revisions WHERE entity = $1 AND entity_id = $2", string(e), id)
}
