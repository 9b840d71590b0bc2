package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"churchmusic/internal/audit"
	"churchmusic/internal/history"
)

const changeColumns = "c.id, c.at, c.user_id, c.user_name, c.action, c.entity, c.entity_id, c.title, c.things, c.undone_by"

func changeTargets(c *audit.Change, at *int64) []any {
	return []any{&c.ID, at, &c.Actor.UserID, &c.Actor.Name, &c.Action, &c.Entity, &c.EntityID, &c.Title, &c.Count, &c.UndoneBy}
}

// A change is shown with one of the things it touched, and with the states before and after when it is the only one. Which one
// is looked up once for each change of the page: an import touches thousands.
func selectChanges(where, limit string) string {
	return "SELECT " + changeColumns + `, r.entity, r.entity_id,
CASE WHEN c.things = 1 THEN p.snapshot END, CASE WHEN c.things = 1 THEN r.snapshot END
FROM (SELECT c.*, (SELECT MIN(m.entity_id) FROM revisions m WHERE m.change_id = c.id) AS thing FROM changes c
WHERE ` + where + " ORDER BY c.id DESC LIMIT " + limit + `) c
LEFT JOIN revisions r ON r.change_id = c.id AND r.entity_id = c.thing
LEFT JOIN revisions p ON p.entity = r.entity AND p.entity_id = r.entity_id AND p.version = r.version - 1
ORDER BY c.id DESC`
}

// Changes implements history.Store.
func (db *DB) Changes(ctx context.Context, q history.Query) ([]history.Change, error) {
	where, args := changesOf(q)
	got, err := all(ctx, db, scanChange, selectChanges(where, number(len(args)+1)), append(args, q.Limit)...)
	return got, db.engine.translate(err)
}

// changesOf gives the condition on changes; the texts are few, as each is prepared once.
func changesOf(q history.Query) (string, []any) {
	where, args := []string{}, []any{}
	add := func(text string, values ...any) {
		for range values {
			args = append(args, values[0])
			values = values[1:]
			text = strings.Replace(text, "?", number(len(args)), 1)
		}
		where = append(where, text)
	}
	if !q.Users {
		where = append(where, "c.entity <> 'user'")
	}
	if q.Before != "" {
		add("c.id < ?", q.Before)
	}
	switch {
	case q.ID == "" && q.Entity != "":
		add("c.entity = ?", string(q.Entity))
	case q.ID != "" && q.Entity == audit.Profile: // with the changes of its list: ids of profile songs begin with the profile's
		add("(c.id IN (SELECT change_id FROM revisions WHERE entity = 'profile' AND entity_id = ?) OR "+
			"c.id IN (SELECT change_id FROM revisions WHERE entity = 'profile_song' AND entity_id >= ? AND entity_id < ?))", q.ID, q.ID+"/", q.ID+"0")
	case q.ID != "":
		add("c.id IN (SELECT change_id FROM revisions WHERE entity = ? AND entity_id = ?)", string(q.Entity), q.ID)
	}
	if len(where) == 0 {
		where = append(where, "1 = 1")
	}
	return strings.Join(where, " AND "), args
}

func number(n int) string { return "$" + string(rune('0'+n)) }

func scanChange(r *sql.Rows) (c history.Change, err error) {
	var at int64
	var entity, id, before, after sql.NullString
	err = r.Scan(append(changeTargets(&c.Change, &at), &entity, &id, &before, &after)...)
	c.At = time.UnixMilli(at).UTC()
	if entity.Valid {
		c.Things = []history.Thing{{Entity: audit.Entity(entity.String), ID: id.String}}
	}
	c.Differences = audit.Differences(rawOf(before), rawOf(after))
	return c, err
}

func rawOf(s sql.NullString) json.RawMessage {
	if !s.Valid {
		return nil
	}
	return json.RawMessage(s.String)
}

// Revisions implements history.Store.
func (db *DB) Revisions(ctx context.Context, t history.Thing, limit int) ([]audit.Revision, error) {
	got, err := all(ctx, db, func(r *sql.Rows) (v audit.Revision, err error) {
		var at int64
		var snapshot sql.NullString
		v.Entity, v.EntityID = t.Entity, t.ID
		err = r.Scan(append([]any{&v.Version, &snapshot}, changeTargets(&v.Change, &at)...)...)
		v.Snapshot, v.Change.At = rawOf(snapshot), time.UnixMilli(at).UTC()
		return v, err
	}, "SELECT r.version, r.snapshot, "+changeColumns+
		" FROM revisions r JOIN changes c ON c.id = r.change_id WHERE r.entity = $1 AND r.entity_id = $2 ORDER BY r.version DESC LIMIT $3",
		string(t.Entity), t.ID, limit)
	return got, db.engine.translate(err)
}
