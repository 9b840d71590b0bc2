package store

import (
	"context"
	"errors"

	"churchmusic/internal/fault"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

type sqliteEngine struct{ sqliteSearch }

// translate turns what the driver reports by code into a fault, and leaves the rest as it is.
func (sqliteEngine) translate(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return translateCommon(err)
	}
	switch code := e.Code(); {
	case code == lib.SQLITE_CONSTRAINT_UNIQUE || code == lib.SQLITE_CONSTRAINT_PRIMARYKEY:
		return fault.New(fault.Conflict, "Something with the same name or number is stored already.").Because(err)
	case code&0xff == lib.SQLITE_FULL:
		return fault.New(fault.NoSpace, "The disk is full. Nothing was lost; reading goes on.").Because(err)
	case code&0xff == lib.SQLITE_BUSY:
		return fault.New(fault.Unavailable, "The database is busy. Please try again.").Because(err)
	case code&0xff == lib.SQLITE_INTERRUPT:
		return translateCommon(errors.Join(context.DeadlineExceeded, err))
	}
	return err
}

func translateCommon(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Unavailable, "That took too long and was stopped. Nothing was changed.").Because(err)
	}
	return err
}
