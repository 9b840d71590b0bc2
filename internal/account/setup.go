package account

import (
	"context"
	"time"

	"churchmusic/internal/fault"
)

// SetupFor is how long a set-up link works. A restart makes a new one as long as there is no user.
const SetupFor = 7 * 24 * time.Hour

// FirstAdmin is what the set-up link asks for.
type FirstAdmin struct {
	Token, ChurchName        string
	Name, Username, Password string
}

// SetupStore keeps the set-up link.
type SetupStore interface {
	// SetSetupLink makes a token the only set-up link; false when there is a user already.
	SetSetupLink(ctx context.Context, tokenHash string, now, expires time.Time) (bool, error)
	HasSetupLink(ctx context.Context, tokenHash string, now time.Time) (bool, error)
	// SetUp consumes the link and stores the first user, the church's name and a session, or answers NotFound when the link is
	// used, expired or there is a user already.
	SetUp(ctx context.Context, tokenHash string, u User, passwordHash, churchName string, s NewSession) error
}

// SetupToken gives the token of a new set-up link, or "" when there is a user already. Links given before stop working.
func (a *Accounts) SetupToken(ctx context.Context) (string, error) {
	token, now := newToken(), a.now()
	wanted, err := a.store.SetSetupLink(ctx, hashToken(token).String(), now, now.Add(SetupFor))
	if err != nil || !wanted {
		return "", err
	}
	return token, nil
}

// SetupNeeded says whether there is no user yet. Since the last administrator stays, it asks no more once there is one.
func (a *Accounts) SetupNeeded(ctx context.Context) (bool, error) {
	if a.inhabited.Load() {
		return false, nil
	}
	some, err := a.store.HasUsers(ctx)
	if some {
		a.inhabited.Store(true)
	}
	return !some && err == nil, err
}

// SetUp makes the first administrator and names the church, for who has the link. It works once.
func (a *Accounts) SetUp(ctx context.Context, f FirstAdmin, v Visitor) (_ Started, err error) {
	defer fault.Wrap(&err, "set up")
	hash, now := hashToken(f.Token).String(), a.now()
	ok, err := a.store.HasSetupLink(ctx, hash, now)
	if err != nil {
		return Started{}, err
	}
	if !ok {
		return Started{}, usedLink()
	}
	u := a.newUser(NewUser{Username: f.Username, Name: f.Name, Role: Admin})
	church := tidy(f.ChurchName)
	if err := checkSetup(u, church, f.Password); err != nil {
		return Started{}, err
	}
	passwordHash, err := a.hashes.hash(ctx, f.Password)
	if err != nil {
		return Started{}, err
	}
	n, s := a.newSession(u, v)
	n.know(&s)
	if err := a.store.SetUp(ctx, hash, u, passwordHash, church, n); fault.Is(err, fault.NotFound) {
		return Started{}, usedLink()
	} else if err != nil {
		return Started{}, err
	}
	return s, nil
}

func checkSetup(u User, church, password string) error {
	var wrong fault.Fields
	checkName(&wrong, "church_name", church)
	if err := u.check(); err != nil {
		f, _ := fault.As(err)
		wrong = append(wrong, f.Fields...)
	}
	checkPassword(&wrong, "password", password, u.Username, u.Name, church)
	return wrong.Err()
}

func usedLink() error {
	return fault.New(fault.NotFound, "This set-up link does not work any more. Restart the program for a new one; if somebody has set it up already, sign in.")
}
