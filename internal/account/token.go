package account

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
)

// tokenBytes is the size of every secret token: 256 bits.
const tokenBytes = 32

// tokenHash is what is stored of a token, so that a stolen database opens no session.
type tokenHash [sha256.Size]byte

func newToken() string { return base64.RawURLEncoding.EncodeToString(random(tokenBytes)) }

func hashToken(token string) tokenHash { return sha256.Sum256([]byte(token)) }

// String gives the hash as it is stored.
func (h tokenHash) String() string { return hex.EncodeToString(h[:]) }

// plausible says whether a text could be a token, before any work is spent on it.
func plausible(token string) bool { return len(token) == (tokenBytes*8+5)/6 }
