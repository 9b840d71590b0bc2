// Package audit says who changed what: every change of stored data carries one Change, and leaves a Revision of each thing it touched.
package audit

import (
	"encoding/json"
	"time"
)

// Actor is who makes a change; the zero Actor is the program itself (starter library, command line).
type Actor struct {
	UserID string
	Name   string
}

// Action is what was done, in one word that the history screen shows.
type Action string

// The actions.
const (
	Created   Action = "created"
	Updated   Action = "updated"
	Deleted   Action = "deleted"
	Restored  Action = "restored"
	Added     Action = "added"
	Removed   Action = "removed"
	Reordered Action = "reordered"
	Copied    Action = "copied"
	Imported  Action = "imported"
	Bulk      Action = "bulk"
	Undone    Action = "undone"
	Purged    Action = "purged"
)

// Entity is the kind of thing that a change is about.
type Entity string

// The entities that keep revisions. The id of a profile song is "profile/song".
const (
	Song        Entity = "song"
	Profile     Entity = "profile"
	ProfileSong Entity = "profile_song"
	User        Entity = "user" // for administrators only, and never undone
)

// Change is one act of one person, undone as one. A bulk change touches many things and has no EntityID, but that of several
// songs of a profile's list has the profile's id.
type Change struct {
	ID       string
	At       time.Time
	Actor    Actor
	Action   Action
	Entity   Entity
	EntityID string
	Title    string           // what it was about, in the words of the time: a song's title, a person's name
	Count    int              // how many things it touched
	UndoneBy string           // the change that undid this one, or empty
	Versions map[string]int64 // the new versions of a list's rows by song, where a change of a list was just made
	Once     *Once            // kept in the same transaction, so that a repeated request changes nothing
}

// Revision is the whole state of one thing after one change. A nil Snapshot means: not there any more.
type Revision struct {
	Entity   Entity
	EntityID string
	Version  int64
	Change   Change
	Snapshot json.RawMessage
}

// Difference is one field before and after a change, as text a person can read.
type Difference struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}
