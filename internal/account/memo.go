package account

import "sync"

// memo keeps what was read in one state of the database; a new state forgets it all.
type memo[K comparable, V any] struct {
	mu     sync.Mutex
	state  uint64
	values map[K]V
}

func (m *memo[K, V]) get(state uint64, key K, read func() (V, error)) (V, error) {
	if v, ok := m.find(state, key); ok {
		return v, nil
	}
	v, err := read()
	if err == nil {
		m.put(state, key, v)
	}
	return v, err
}

func (m *memo[K, V]) find(state uint64, key K) (v V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.state == state {
		v, ok = m.values[key]
	}
	return v, ok
}

func (m *memo[K, V]) put(state uint64, key K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.state != state || m.values == nil || len(m.values) >= maxCached {
		m.state, m.values = state, map[K]V{}
	}
	m.values[key] = v
}
