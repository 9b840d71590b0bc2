package account

import (
	"context"
	"time"

	"churchmusic/internal/fault"
)

// Users lists all users, for administrators.
func (a *Accounts) Users(ctx context.Context, p Principal) ([]User, error) {
	if err := p.Need(ManageUsers); err != nil {
		return nil, err
	}
	return a.store.Users(ctx)
}

// User gives one user: administrators see all, others themselves.
func (a *Accounts) User(ctx context.Context, p Principal, id string) (User, error) {
	if err := p.Need(SignedIn); err != nil {
		return User{}, err
	}
	if !p.May(ManageUsers) && p.UserID != id {
		return User{}, missing("account")
	}
	return a.store.User(ctx, id)
}

// AddUser makes a user, for administrators. Invalid names what is wrong; Conflict when the username is taken.
func (a *Accounts) AddUser(ctx context.Context, p Principal, n NewUser) (User, error) {
	if err := p.Need(ManageUsers); err != nil {
		return User{}, err
	}
	u := a.newUser(n)
	if err := a.checkNew(ctx, u, n.Password); err != nil {
		return User{}, err
	}
	hash, err := a.hashes.hash(ctx, n.Password)
	if err != nil {
		return User{}, err
	}
	return u, a.store.AddUser(ctx, u, hash)
}

func (a *Accounts) newUser(n NewUser) User {
	u := User{ID: a.ids.Next(), Version: 1, Username: tidy(n.Username), Name: tidy(n.Name), Role: n.Role, ProfileID: n.ProfileID,
		Preferences: Preferences{}, CreatedAt: a.now().Truncate(time.Millisecond).UTC()}
	if u.Name == "" {
		u.Name = u.Username
	}
	return u
}

func (a *Accounts) checkNew(ctx context.Context, u User, password string) error {
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	var wrong fault.Fields
	if err := u.check(); err != nil {
		f, _ := fault.As(err)
		wrong = f.Fields
	}
	checkPassword(&wrong, "password", password, u.Username, u.Name, s.ChurchName)
	return wrong.Err()
}

// ChangeUser changes a user, for administrators, based on a version; Stale carries the newer User. A new role or password
// and disabling end the user's sessions everywhere. Conflict when it would leave no administrator.
func (a *Accounts) ChangeUser(ctx context.Context, p Principal, id string, version int64, patch UserPatch) (User, error) {
	if err := p.Need(ManageUsers); err != nil {
		return User{}, err
	}
	return a.changeUser(ctx, p, id, version, patch)
}

// ChangeOwn changes what a user may change about oneself: the name and the preferences.
func (a *Accounts) ChangeOwn(ctx context.Context, p Principal, version int64, patch UserPatch) (User, error) {
	if err := p.Need(SignedIn); err != nil {
		return User{}, err
	}
	return a.changeUser(ctx, p, p.UserID, version, UserPatch{Name: patch.Name, Preferences: patch.Preferences})
}

func (a *Accounts) changeUser(ctx context.Context, p Principal, id string, version int64, patch UserPatch) (User, error) {
	hash, err := a.hashOf(ctx, id, patch)
	if err != nil {
		return User{}, err
	}
	ended := false
	u, err := a.store.ChangeUser(ctx, id, func(old User, otherAdmins int) (UserChange, error) {
		if old.Version != version {
			return UserChange{}, stale("This account was", old)
		}
		u := patch.apply(old)
		ended = hash != "" || u.Role != old.Role || u.Disabled
		return UserChange{User: u, PasswordHash: hash, End: ended}, mayBecome(old, u, otherAdmins)
	})
	if err == nil && ended {
		a.live.EndUser(id, "")
	}
	return u, err
}

// hashOf gives the hash of a new password after checking it, or "" for none.
func (a *Accounts) hashOf(ctx context.Context, id string, patch UserPatch) (string, error) {
	if patch.Password == nil {
		return "", nil
	}
	old, err := a.store.User(ctx, id)
	if err != nil {
		return "", err
	}
	if err := a.checkNew(ctx, patch.apply(old), *patch.Password); err != nil {
		return "", err
	}
	return a.hashes.hash(ctx, *patch.Password)
}

func mayBecome(old, u User, otherAdmins int) error {
	if otherAdmins == 0 && old.rules() && !u.rules() {
		return lastAdmin()
	}
	return u.check()
}

func (u User) rules() bool { return u.Role == Admin && !u.Disabled }

func lastAdmin() error {
	return fault.New(fault.Conflict, "This is the last administrator. Make somebody else an administrator first.")
}

// RemoveUser removes a user and ends all sessions, for administrators. Conflict for the last administrator.
func (a *Accounts) RemoveUser(ctx context.Context, p Principal, id string, version int64) error {
	if err := p.Need(ManageUsers); err != nil {
		return err
	}
	err := a.store.RemoveUser(ctx, id, func(old User, otherAdmins int) error {
		switch {
		case old.Version != version:
			return stale("This account was", old)
		case otherAdmins == 0 && old.rules():
			return lastAdmin()
		}
		return nil
	})
	if err == nil {
		a.live.EndUser(id, "")
	}
	return err
}

// ChangePassword replaces the principal's own password for who knows the current one, and ends all other sessions.
func (a *Accounts) ChangePassword(ctx context.Context, p Principal, current, next string) error {
	if err := p.Need(SignedIn); err != nil {
		return err
	}
	u, err := a.store.User(ctx, p.UserID)
	if err != nil {
		return err
	}
	if err := a.checkNext(ctx, u, next); err != nil {
		return err
	}
	all := []limit{{"password:" + u.ID, accountLimit}}
	if _, err := a.proven(ctx, u.FoldedUsername(), current, all); fault.Is(err, fault.Unauthenticated) {
		return fault.At("current", "This is not your current password.")
	} else if err != nil {
		return err
	}
	hash, err := a.hashes.hash(ctx, next)
	if err != nil {
		return err
	}
	_, err = a.store.ChangeUser(ctx, u.ID, func(old User, _ int) (UserChange, error) {
		return UserChange{User: old, PasswordHash: hash, End: true, Kept: p.SessionID}, nil
	})
	if err == nil {
		a.live.EndUser(u.ID, p.SessionID)
	}
	return err
}

func (a *Accounts) checkNext(ctx context.Context, u User, password string) error {
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	var wrong fault.Fields
	checkPassword(&wrong, "new", password, u.Username, u.Name, s.ChurchName)
	return wrong.Err()
}
