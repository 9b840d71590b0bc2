package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"churchmusic/internal/profile"
	"churchmusic/internal/store"
)

// fillProfiles makes the people and their lists. The harness asks for people by number, so they get ids made of it.
func fillProfiles(ctx context.Context, db *store.DB, place, folder string) error {
	names := map[string]string{} // id → name
	if err := lines(filepath.Join(folder, "profiles.jsonl"), func(line []byte) error {
		var p struct {
			ID   int    `json:"id"`
			Name string `json:"name"`
		}
		err := json.Unmarshal(line, &p)
		names[profileID(p.ID)] = p.Name
		return err
	}); err != nil {
		return err
	}
	made := map[string]string{} // wanted id → id as made
	for id, name := range names {
		p, _, err := db.CreateProfile(ctx, profile.Details{Name: name, Kind: profile.Leader, Instruments: []string{}}, "")
		if err != nil {
			return err
		}
		made[id] = p.ID
	}
	if err := rename(place, made); err != nil {
		return err
	}
	return fillLists(ctx, db, folder)
}

func rename(place string, made map[string]string) error {
	driver, address := "sqlite", "file:"+place+"?_pragma=busy_timeout(5000)"
	if store.IsPostgres(place) {
		driver, address = "pgx", place
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		return err
	}
	defer db.Close()
	for id, was := range made {
		if _, err := db.Exec("UPDATE profiles SET id = $1 WHERE id = $2", id, was); err != nil {
			return err
		}
	}
	return nil
}

func fillLists(ctx context.Context, db *store.DB, folder string) error {
	lists := map[string][]string{}
	if err := lines(filepath.Join(folder, "profile_songs.tsv"), func(line []byte) error {
		var p, s, position int
		_, err := fmt.Fscan(strings.NewReader(string(line)), &p, &s, &position)
		lists[profileID(p)] = append(lists[profileID(p)], fmt.Sprintf("song%011d", s))
		return err
	}); err != nil {
		return err
	}
	for id, songs := range lists {
		if _, err := db.AddSongs(ctx, id, songs, profile.Entry{Status: profile.Ready}); err != nil {
			return err
		}
	}
	return nil
}

func profileID(n int) string { return fmt.Sprintf("prof%011d", n) }
