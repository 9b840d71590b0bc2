package account

import (
	"context"
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

// Derivation is the work of one password hash: argon2id of a password with a salt at a cost.
type Derivation struct {
	Password, Salt []byte
	Memory         uint32 // KiB
	Passes         uint32
	Threads        uint8
	Size           uint32 // of the key, in bytes
}

// Key does the work in this process.
func (d Derivation) Key() []byte {
	return argon2.IDKey(d.Password, d.Salt, d.Passes, d.Memory, d.Threads, d.Size)
}

// Deriver does the work of a hash somewhere; it is asked for one at a time.
type Deriver func(ctx context.Context, d Derivation) ([]byte, error)

func inProcess(_ context.Context, d Derivation) ([]byte, error) { return d.Key(), nil }

// newHash gives the hash of a password with a new salt.
func (derive Deriver) newHash(ctx context.Context, password string) (_ string, err error) {
	h := phc{memory: hashMemory, passes: hashPasses, threads: hashThreads, salt: random(hashSalt)}
	h.key, err = derive(ctx, h.of(password, hashKey))
	return h.String(), err
}

// matches says whether a stored hash is of the password.
func (derive Deriver) matches(ctx context.Context, stored, password string) (bool, error) {
	h, err := parsePHC(stored)
	if err != nil {
		return false, err
	}
	key, err := derive(ctx, h.of(password, len(h.key)))
	return err == nil && subtle.ConstantTimeCompare(h.key, key) == 1, err
}

// unmatched gives a hash that no password has, at the usual cost: who asks for an unknown user waits as long.
func unmatched() string {
	return phc{memory: hashMemory, passes: hashPasses, threads: hashThreads, salt: random(hashSalt), key: random(hashKey)}.String()
}

func (h phc) of(password string, size int) Derivation {
	return Derivation{Password: []byte(norm.NFKC.String(password)), Salt: h.salt, Memory: h.memory, Passes: h.passes, Threads: h.threads, Size: uint32(size)}
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
