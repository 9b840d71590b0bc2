package account

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// The cost of one password hash: argon2id with 46 MiB and one pass on one core, about 50 ms.
const (
	hashMemory  = 46 << 10 // KiB
	hashPasses  = 1
	hashThreads = 1
	hashSalt    = 16
	hashKey     = 32
)

// phc is a password hash in the PHC string format: it names its own cost, so that the cost may change.
type phc struct {
	memory, passes uint32
	threads        uint8
	salt, key      []byte
}

var raw64 = base64.RawStdEncoding

// newPHC gives a hash of a password with a new salt.
func newPHC(password string) string {
	h := phc{memory: hashMemory, passes: hashPasses, threads: hashThreads, salt: random(hashSalt)}
	h.key = h.derive(password, hashKey)
	return h.String()
}

// unmatched gives a hash that no password has, at the usual cost: who asks for an unknown user waits as long.
func unmatched() string {
	return phc{memory: hashMemory, passes: hashPasses, threads: hashThreads, salt: random(hashSalt), key: random(hashKey)}.String()
}

// matches says whether a stored hash is of the password.
func matches(stored, password string) (bool, error) {
	h, err := parsePHC(stored)
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(h.key, h.derive(password, len(h.key))) == 1, nil
}

func (h phc) derive(password string, size int) []byte {
	return argon2.IDKey([]byte(norm.NFKC.String(password)), h.salt, h.passes, h.memory, h.threads, uint32(size))
}

// String implements fmt.Stringer.
func (h phc) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, h.memory, h.passes, h.threads,
		raw64.EncodeToString(h.salt), raw64.EncodeToString(h.key))
}

func parsePHC(s string) (h phc, err error) {
	var version int
	var rest string
	if _, err = fmt.Sscanf(s, "$argon2id$v=%d$m=%d,t=%d,p=%d$%s", &version, &h.memory, &h.passes, &h.threads, &rest); err != nil || version != argon2.Version {
		return h, fmt.Errorf("a stored password hash has an unknown form (%v)", err)
	}
	return h, h.parseTail(rest)
}

func (h *phc) parseTail(rest string) (err error) {
	salt, key, _ := strings.Cut(rest, "$")
	if h.salt, err = raw64.DecodeString(salt); err != nil {
		return fmt.Errorf("salt of a stored password hash: %w", err)
	}
	if h.key, err = raw64.DecodeString(key); err != nil || len(h.key) == 0 {
		return fmt.Errorf("a stored password hash has no key (%v)", err)
	}
	return nil
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails: it would end the program
	return b
}
