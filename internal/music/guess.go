package music

// GuessKey proposes a key from the first and the last chord of a chart, and says in
// a sentence how it came to that. ok is false when there is no chord to go by.
func GuessKey(chords []Chord) (key Key, reason string, ok bool) {
	first, last := ends(chords)
	if !first.HasRoot {
		return Key{}, "No chord to guess the key from", false
	}
	a, b := first.asKey(), last.asKey()
	if a == b {
		return a.Offered(false), "Guessed: the first and the last chord are " + a.Text(), true
	}
	key = b
	if fit(chords, a) > fit(chords, b) {
		key = a
	}
	reason = "Guessed from the first chord, " + a.Text() + ", and the last, " + b.Text()
	return key.Offered(false), reason, true
}

func ends(chords []Chord) (first, last Chord) {
	for _, c := range chords {
		if !c.HasRoot || c.Silent {
			continue
		}
		if !first.HasRoot {
			first = c
		}
		last = c
	}
	return first, last
}

func (c Chord) asKey() Key {
	return Key{c.Root, c.Triad == Minor}
}

// fit counts the chords whose root and third belong to the key's scale.
func fit(chords []Chord, key Key) int {
	var in [12]bool
	for _, n := range key.scale() {
		in[n.Pitch()] = true
	}
	count := 0
	for _, c := range chords {
		if c.HasRoot && in[c.Root.Pitch()] && in[c.third()] {
			count++
		}
	}
	return count
}

func (c Chord) third() int {
	if c.Triad == Minor || c.Triad == Diminished {
		return wrap(c.Root.Pitch()+3, 12)
	}
	return wrap(c.Root.Pitch()+4, 12)
}
