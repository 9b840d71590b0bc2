// Package live tells browsers that something changed, after the change is durable. It carries facts, not data: who hears
// of a change fetches it again through the API, where permissions are checked.
package live

// Event names what changed. Version is the thing's new version, 0 where it has none.
type Event struct {
	Type    string `json:"type"`
	ID      string `json:"id"`
	Version int64  `json:"version"`
}
