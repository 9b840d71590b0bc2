package account

import (
	"context"
	"time"

	"churchmusic/internal/fault"
)

// How long things last. A session ends when it was not used for IdleFor, and at the latest KeptFor after sign-in. A device
// on which somebody signed in is known to belong to that person for DeviceKnownFor.
const (
	IdleFor        = 30 * 24 * time.Hour
	KeptFor        = 365 * 24 * time.Hour
	DeviceKnownFor = 365 * 24 * time.Hour
	seenEvery      = 10 * time.Minute
)

// Session is one signed-in device of a user. Its token exists in the browser only.
type Session struct {
	ID         string
	UserID     string
	CSRFToken  string
	Label      string // "Chrome on Windows"
	Address    string
	CreatedAt  time.Time
	LastSeenAt time.Time
	ExpiresAt  time.Time
}

// Device is a session as its owner sees it.
type Device struct {
	Session
	Current bool
}

// Started is a session that just began. The tokens are told once and to nobody but the browser.
type Started struct {
	Principal   Principal
	Token       string
	DeviceToken string // empty when the device was known already
	ExpiresAt   time.Time

	DeviceExpiresAt time.Time
}

// NewSession is what AddSession stores together.
type NewSession struct {
	Session
	TokenHash    string
	DeviceHash   string // a device to know from now on; empty for none
	DeviceExpiry time.Time
	Replaces     string   // id of the session that this one takes the place of
	Forgives     []string // subjects whose failed attempts are forgotten
}

// SessionStore keeps sessions and known devices.
type SessionStore interface {
	// SessionByToken gives a session and its user, or NotFound when there is none or the user is disabled. It does not look at the clock.
	SessionByToken(ctx context.Context, tokenHash string) (Session, User, error)
	// AddSession also removes what has expired or is more than a user can have.
	AddSession(ctx context.Context, s NewSession) error
	Sessions(ctx context.Context, userID string) ([]Session, error)
	// EndSession ends a session of the user; NotFound when the user has none of that id.
	EndSession(ctx context.Context, userID, id string) error
	// EndOtherSessions ends all sessions of the user but one, and forgets the known devices.
	EndOtherSessions(ctx context.Context, userID, keptID string) error
	// Seen notes that a session was used. It makes nothing else old.
	Seen(ctx context.Context, sessionID, userID string, at time.Time) error
	// KnowsDevice says whether a device token belongs to the user behind a folded username.
	KnowsDevice(ctx context.Context, deviceHash, foldedUsername string, now time.Time) (bool, error)
}

func over(seen, expires, now time.Time) bool {
	return !now.Before(expires) || now.Sub(seen) >= IdleFor
}

func principal(s Session, u User) Principal {
	return Principal{UserID: u.ID, Username: u.Username, Name: u.Name, Role: u.Role, ProfileID: u.ProfileID, SessionID: s.ID, CSRFToken: s.CSRFToken}
}

// Visitor is what a request says about where it comes from.
type Visitor struct {
	Address     string
	UserAgent   string
	DeviceToken string // from the cookie of a known device, or empty
	SessionID   string // the session that the request is signed in with, or empty
}

// newSession prepares a session of a user; what it replaces ends with the same transaction.
func (a *Accounts) newSession(u User, v Visitor) (NewSession, Started) {
	now := a.now()
	token := newToken()
	s := Session{ID: a.ids.Next(), UserID: u.ID, CSRFToken: newToken(), Label: DeviceLabel(v.UserAgent), Address: v.Address,
		CreatedAt: now, LastSeenAt: now, ExpiresAt: now.Add(KeptFor)}
	return NewSession{Session: s, TokenHash: hashToken(token).String(), Replaces: v.SessionID},
		Started{Principal: principal(s, u), Token: token, ExpiresAt: s.ExpiresAt}
}

// Continue gives a user whose sessions ended by the user's own act a new one on the same device.
func (a *Accounts) Continue(ctx context.Context, u User, v Visitor) (Started, error) {
	n, s := a.newSession(u, v)
	return s, a.store.AddSession(ctx, n)
}

// know makes the device of a session known by a new token.
func (n *NewSession) know(s *Started) {
	s.DeviceToken = newToken()
	n.DeviceHash = hashToken(s.DeviceToken).String()
	n.DeviceExpiry = n.CreatedAt.Add(DeviceKnownFor)
	s.DeviceExpiresAt = n.DeviceExpiry
}

// SignOut ends the principal's session and closes its live connections. Signing out twice is fine.
func (a *Accounts) SignOut(ctx context.Context, p Principal) error {
	if err := a.EndDevice(ctx, p, p.SessionID); err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	return nil
}

// Devices lists where the principal is signed in, the latest used first.
func (a *Accounts) Devices(ctx context.Context, p Principal) ([]Device, error) {
	if err := p.Need(SignedIn); err != nil {
		return nil, err
	}
	sessions, err := a.store.Sessions(ctx, p.UserID)
	out := make([]Device, 0, len(sessions))
	for _, s := range sessions {
		if !over(s.LastSeenAt, s.ExpiresAt, a.now()) {
			out = append(out, Device{s, s.ID == p.SessionID})
		}
	}
	return out, err
}

// EndDevice ends one of the principal's own sessions; NotFound for any other.
func (a *Accounts) EndDevice(ctx context.Context, p Principal, id string) error {
	if err := p.Need(SignedIn); err != nil {
		return err
	}
	if err := a.store.EndSession(ctx, p.UserID, id); err != nil {
		return err
	}
	a.live.EndSessions(id)
	return nil
}

// EndOtherDevices ends all of the principal's sessions but the one that asks, and forgets the known devices.
func (a *Accounts) EndOtherDevices(ctx context.Context, p Principal) error {
	if err := p.Need(SignedIn); err != nil {
		return err
	}
	if err := a.store.EndOtherSessions(ctx, p.UserID, p.SessionID); err != nil {
		return err
	}
	a.live.EndUser(p.UserID, p.SessionID)
	return nil
}
