// Package live carries change events from those who commit a change to those who show it. An event names what changed
// and carries no data: whoever receives it fetches again through the permission-checked API.
package live

import (
	"encoding/json"
	"time"
)

// Event says that a thing has a new version. Version is 0 where the thing has none. Change is the id of the change in the
// history, so that whoever made it can tell its own from others'.
type Event struct {
	Type    string `json:"type"`
	ID      string `json:"id,omitempty"`
	Version int64  `json:"version,omitempty"`
	Change  string `json:"change,omitempty"`
}

// The types of events.
const (
	Song        = "song"
	Profile     = "profile"
	ProfileSong = "profile_song"
	Account     = "account"
	Settings    = "settings"
	Many        = "many" // more changed than is worth naming: fetch what you show
)

// Message is an event ready to send: its JSON is made once for all listeners.
type Message struct {
	Event
	Text []byte
	At   time.Time // when it was published, to measure how long it took
}

// Bus is where changes are announced and sessions ended. The Hub is the bus of one process; a bus between
// replicas wraps it.
type Bus interface {
	// Publish announces committed changes. It never blocks and never fails.
	Publish(events ...Event)
	// EndSessions closes every subscription of these sessions within a second.
	EndSessions(sessionIDs ...string)
	// EndUser closes every subscription of a user, but not of the session that is kept ("" keeps none).
	EndUser(userID, keptSessionID string)
}

func message(e Event, at time.Time) Message {
	text, _ := json.Marshal(e) // a struct of two strings and a number always encodes
	return Message{Event: e, Text: text, At: at}
}
