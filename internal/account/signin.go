package account

import (
	"context"

	"churchmusic/internal/fault"
)

// SignIn starts a session for who knows the password. Unauthenticated when name or password are wrong or the user is
// disabled: the same answer after the same work in each case. TooMany after too many failures, Unavailable when too many
// wait. The session that the visitor had ends.
func (a *Accounts) SignIn(ctx context.Context, username, password string, v Visitor) (_ Started, err error) {
	defer fault.Wrap(&err, "sign in")
	folded := FoldUsername(username)
	known, err := a.knownDevice(ctx, folded, v)
	if err != nil {
		return Started{}, err
	}
	all := limits(folded, v.Address, known)
	u, err := a.proven(ctx, folded, password, all)
	if err != nil {
		return Started{}, err
	}
	n, s := a.newSession(u, v)
	n.Forgives = subjects(all[:1])
	if known == "" {
		n.know(&s)
	}
	if err := a.store.AddSession(ctx, n); err != nil {
		return Started{}, err
	}
	a.live.EndSessions(v.SessionID)
	return s, nil
}

func (a *Accounts) knownDevice(ctx context.Context, folded string, v Visitor) (string, error) {
	if !plausible(v.DeviceToken) {
		return "", nil
	}
	hash := hashToken(v.DeviceToken).String()
	ok, err := a.store.KnowsDevice(ctx, hash, folded, a.now())
	if !ok {
		return "", err
	}
	return hash, err
}

// proven gives the user behind a name and password. The limits are looked at before the queue, so that a flood costs
// little, and again in it: there one goes after the other, so that none gets past the count.
func (a *Accounts) proven(ctx context.Context, folded, password string, all []limit) (u User, err error) {
	if err := a.allow(ctx, all); err != nil {
		return User{}, err
	}
	err = a.hashes.do(ctx, func() error {
		if err := a.allow(ctx, all); err != nil {
			return err
		}
		u, err = a.prove(ctx, folded, password, all)
		return err
	})
	return u, err
}

func (a *Accounts) prove(ctx context.Context, folded, password string, all []limit) (User, error) {
	u, stored, err := a.store.Credentials(ctx, folded)
	unknown := fault.Is(err, fault.NotFound)
	if err != nil && !unknown {
		return User{}, err
	}
	if unknown {
		stored = unmatched()
	}
	ok, err := a.hashes.derive.matches(ctx, stored, password)
	if err != nil {
		return User{}, err
	}
	if ok && !u.Disabled {
		return u, nil
	}
	now := a.now()
	if err := a.store.AddFailure(ctx, subjects(all), now, now.Add(-attemptWindow)); err != nil {
		return User{}, err
	}
	return User{}, fault.New(fault.Unauthenticated, "The name or the password is not right.")
}
