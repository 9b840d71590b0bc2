package store

import (
	"context"

	"churchmusic/internal/audit"
)

// begin notes a change with the id, actor and idempotency key of the request that the context carries.
func (t *Tx) begin(ctx context.Context, a audit.Action, e audit.Entity, id, title string, count int) (audit.Change, error) {
	c := audit.Begin(ctx, t.db.options.Now().UTC(), t.db.options.IDs.Next)
	t.changeID = c.ID
	c.Action, c.Entity, c.EntityID, c.Title, c.Count = a, e, id, title, count
	return c, t.change(c)
}
