package store

import (
	"context"
	"database/sql"
	"strconv"

	"churchmusic/internal/fault"
	"churchmusic/internal/song"
)

// placed is a row of a list with what its place in the order needs.
type placed struct {
	song.Summary
	sortTitle string
}

// Songs implements song.Reader.
func (db *DB) Songs(ctx context.Context, f song.Filter) (page song.Page, err error) {
	if f.Query != "" {
		page, err = db.search(ctx, f)
	} else {
		page, err = db.list(ctx, f)
	}
	return page, db.engine.translate(err)
}

func (db *DB) list(ctx context.Context, f song.Filter) (page song.Page, err error) {
	if f.Sort == "" || f.Sort == song.ByRelevance {
		f.Sort = song.ByTitle
	}
	o, ok := orders[f.Sort]
	if !ok {
		return page, fault.At("sort", "Sort by title, -updated, key or bpm.")
	}
	var c conditions
	if err = c.filter(f); err != nil {
		return page, err
	}
	if f.Limit <= 0 && f.Cursor == "" {
		page.Songs, err = all(ctx, db, scanSummaryOnly, "SELECT "+summaryColumns+" FROM songs s WHERE 1 = 1"+c.text.String()+o.text(), c.args...)
		page.Total = len(page.Songs)
		return page, err
	}
	if page.Total, err = one(ctx, db, value[int], "SELECT COUNT(*) FROM songs s WHERE 1 = 1"+c.text.String(), c.args...); err != nil {
		return page, err
	}
	return page, db.pageOf(ctx, f, o, &c, &page)
}

func scanSummaryOnly(r *sql.Rows) (song.Summary, error) { return scanSummary(r) }

const mostPerPage = 1000

func (db *DB) pageOf(ctx context.Context, f song.Filter, o order, c *conditions, page *song.Page) error {
	if err := c.after(o, f.Cursor); err != nil {
		return err
	}
	limit := f.Limit
	if limit <= 0 || limit > mostPerPage {
		limit = mostPerPage
	}
	c.args = append(c.args, limit+1)
	rows, err := all(ctx, db, func(r *sql.Rows) (l placed, err error) {
		l.Summary, err = scanSummary(r, &l.sortTitle)
		return l, err
	}, "SELECT "+summaryColumns+", s.sort_title FROM songs s WHERE 1 = 1"+c.text.String()+o.text()+" LIMIT $"+itoa(len(c.args)), c.args...)
	if err != nil {
		return err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		page.Next = o.cursor(&rows[limit-1])
	}
	page.Songs = make([]song.Summary, len(rows))
	for i := range rows {
		page.Songs[i] = rows[i].Summary
	}
	return nil
}

func itoa(n int) string { return strconv.Itoa(n) }

const selectFacets = `SELECT 'key' AS kind, '' AS grp, s.song_key AS label, s.key_order AS place, COUNT(*) FROM songs s WHERE s.deleted_at IS NULL AND s.visibility IN ($1,$2) AND s.song_key <> '' GROUP BY s.song_key, s.key_order
UNION ALL SELECT 'language', '', s.language, 0, COUNT(*) FROM songs s WHERE s.deleted_at IS NULL AND s.visibility IN ($1,$2) AND s.language <> '' GROUP BY s.language
UNION ALL SELECT 'meter', '', s.meter, 0, COUNT(*) FROM songs s WHERE s.deleted_at IS NULL AND s.visibility IN ($1,$2) AND s.meter <> '' GROUP BY s.meter
UNION ALL SELECT f.kind, MIN(f.label_group), MIN(f.label), 0, COUNT(*) FROM song_facets f JOIN songs s ON s.seq = f.song_seq WHERE s.visibility IN ($1,$2) GROUP BY f.kind, f.folded, f.folded_group`

type facetRow struct {
	kind, group, label string
	place, count       int
}

// Facets implements song.Reader.
func (db *DB) Facets(ctx context.Context, publicOnly bool) (song.Facets, error) {
	other := song.Members
	if publicOnly {
		other = song.Public
	}
	rows, err := all(ctx, db, func(r *sql.Rows) (f facetRow, err error) {
		err = r.Scan(&f.kind, &f.group, &f.label, &f.place, &f.count)
		return f, err
	}, selectFacets, string(song.Public), string(other))
	return facetsOf(rows), db.engine.translate(err)
}
