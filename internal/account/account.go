// Package account knows users, roles and sessions, and decides who may do what. It keeps passwords as argon2id hashes,
// sessions and links as hashes of random tokens, and counts failed sign-ins in the database.
package account

import (
	"context"
	"sync/atomic"
	"time"

	"churchmusic/internal/fault"
	"churchmusic/internal/ident"
)

// Ender closes live connections whose session ended; live.Bus is one.
type Ender interface {
	EndSessions(sessionIDs ...string)
	EndUser(userID, keptSessionID string)
}

// Options are what New needs. Only Store must be set.
type Options struct {
	Store      Store
	Now        func() time.Time
	IDs        *ident.Generator
	Live       Ender
	ChurchName string // shown until the settings name the church
	Derive     Deriver
}

// Accounts is the use cases of users, sessions and settings. It is safe for concurrent use.
type Accounts struct {
	store      Store
	now        func() time.Time
	ids        *ident.Generator
	live       Ender
	churchName string

	hashes   *hasher
	sessions sessionCache
	settings memo[struct{}, Settings]
	counts   memo[sight, Counts]

	inhabited atomic.Bool // there is a user
}

// New gives the use cases over a store.
func New(o Options) *Accounts {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.IDs == nil {
		o.IDs = ident.New()
	}
	if o.Live == nil {
		o.Live = nobody{}
	}
	if o.Derive == nil {
		o.Derive = inProcess
	}
	return &Accounts{store: o.Store, now: o.Now, ids: o.IDs, live: o.Live, churchName: o.ChurchName,
		hashes: newHasher(hashQueue, o.Derive), sessions: sessionCache{entries: map[tokenHash]*cached{}}}
}

// Store keeps what this package decides. Errors are faults where one is named, and whatever the database said else.
type Store interface {
	UserStore
	SessionStore
	AttemptStore
	SetupStore
	SettingsStore
	// AccountState is the same as long as all that this store reads is the same.
	AccountState(ctx context.Context) (uint64, error)
	// LibraryState is the same as long as the counts are the same.
	LibraryState(ctx context.Context) (uint64, error)
}

type nobody struct{}

func (nobody) EndSessions(...string)  {}
func (nobody) EndUser(string, string) {}

// missing is what a hidden or unknown thing answers.
func missing(what string) error { return fault.New(fault.NotFound, "This %s does not exist.", what) }
