// Package ident makes ids: 16 letters and digits that sort by the time they were made.
package ident

import (
	"crypto/rand"
	"encoding/binary"
	"sync"
	"time"
)

// alphabet is Crockford's base 32 in lower case: sorts like the numbers, has no i, l, o or u.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// Size is the length of an id: 48 bits of milliseconds and 32 bits that are random at first and count up within one millisecond.
const Size = 16

// Generator makes ids. It is a value, so that a test can fix its clock and its chance.
type Generator struct {
	Now    func() time.Time
	Random func([]byte)

	mu   sync.Mutex
	last int64
	tail uint32
}

// New gives a generator on the system's clock and random source.
func New() *Generator {
	return &Generator{Now: time.Now, Random: func(b []byte) { _, _ = rand.Read(b) }}
}

// Next gives an id greater than all that this generator gave before.
func (g *Generator) Next() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	ms := g.Now().UnixMilli()
	switch {
	case ms > g.last:
		g.last, g.tail = ms, g.chance()>>1 // the upper half stays free to count into
	case g.tail == ^uint32(0):
		g.last, g.tail = g.last+1, 0
	default:
		g.tail++
	}
	return encode(uint64(g.last), g.tail)
}

func (g *Generator) chance() uint32 {
	var b [4]byte
	g.Random(b[:])
	return binary.BigEndian.Uint32(b[:])
}

func encode(ms uint64, tail uint32) string {
	var out [Size]byte
	hi, lo := ms<<32|uint64(tail), uint16(ms>>32) // 80 bits: lo holds the upper 16
	for i := Size - 1; i >= 0; i-- {
		out[i] = alphabet[hi&31]
		hi = hi>>5 | uint64(lo&31)<<59
		lo >>= 5
	}
	return string(out[:])
}

// Valid says whether a text has the form of an id.
func Valid(s string) bool {
	if len(s) != Size {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if c < '0' || c > 'z' || (c > '9' && c < 'a') || c == 'i' || c == 'l' || c == 'o' || c == 'u' {
			return false
		}
	}
	return true
}
