package store

import (
	"errors"

	"churchmusic/internal/fault"

	"github.com/jackc/pgx/v5/pgconn"
)

type postgresEngine struct{ postgresSearch }

// SQLSTATE codes, PostgreSQL documentation, appendix A.
const (
	pgUniqueViolation   = "23505"
	pgNoCharacter       = "22021"
	pgDiskFull          = "53100"
	pgQueryCanceled     = "57014"
	pgLockNotAvailable  = "55P03"
	pgSerialization     = "40001"
	pgDeadlock          = "40P01"
	pgTooManyConnection = "53300"
)

// translate turns what the server reports by code into a fault, and leaves the rest as it is.
func (postgresEngine) translate(err error) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return translateLost(err)
	}
	switch e.Code {
	case pgUniqueViolation:
		return fault.New(fault.Conflict, "Something with the same name or number is stored already.").Because(err)
	case pgNoCharacter: // SQLite looks for such a text and finds nothing
		return fault.New(fault.Invalid, "The request holds a character that cannot be stored.").Because(err)
	case pgDiskFull:
		return fault.New(fault.NoSpace, "The disk is full. Nothing was lost; reading goes on.").Because(err)
	case pgQueryCanceled, pgLockNotAvailable, pgSerialization, pgDeadlock, pgTooManyConnection:
		return fault.New(fault.Unavailable, "The database is busy. Please try again.").Because(err)
	}
	return err
}

func translateLost(err error) error {
	var c *pgconn.ConnectError
	if errors.As(err, &c) {
		return fault.New(fault.Unavailable, "The database cannot be reached. Please try again in a moment.").Because(err)
	}
	return translateCommon(err)
}
