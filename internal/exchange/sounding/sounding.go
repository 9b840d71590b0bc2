// Package sounding turns songs of programs whose key is the sounding one into ChordPro, where the key names the written shapes.
package sounding

import (
	"strconv"
	"strings"

	"churchmusic/internal/chart"
	"churchmusic/internal/exchange/chordpro"
	"churchmusic/internal/exchange/format"
	"churchmusic/internal/music"
)

// Capo takes a song whose {key} is the sounding key and whose {capo} is meant for players, and makes the chart's key that of the
// shapes. The program named keeps chords as they sound, unless they plainly are the shapes.
func Capo(song *format.Song, program string) {
	c := chart.Read(song.ChartText)
	key, fret, ok := keyAndCapo(c)
	if !ok || Evident(song, program) {
		return
	}
	shapes := music.CapoShapes(key, fret, false)
	song.ChartText = moved(song.ChartText, key, fret)
	lose(song, program+" writes the chords as they sound, in "+key.Text()+"; with capo "+strconv.Itoa(fret)+" they are kept as shapes in "+
		shapes.Text()+", and sound the same.")
}

// Evident names the shapes' key in a song whose chords plainly are the shapes of its {key} with its {capo}; it says whether they are.
func Evident(song *format.Song, program string) bool {
	c := chart.Read(song.ChartText)
	key, fret, ok := keyAndCapo(c)
	shapes := music.CapoShapes(key, fret, false)
	if !ok || !writtenIn(c, shapes) || writtenIn(c, key) {
		return false
	}
	song.ChartText = rekeyed(song.ChartText, key, shapes)
	lose(song, program+" gives the sounding key, "+key.Text()+"; the chart is in "+shapes.Text()+" with capo "+strconv.Itoa(fret)+", and sounds the same.")
	return true
}

func keyAndCapo(c *chart.Chart) (key music.Key, fret int, ok bool) {
	key, ok = music.ParseKey(c.Meta.Get("key"))
	fret = c.Meta.Capo()
	return key, fret, ok && fret > 0
}

// lose adds a sentence to the losses of a song.
func lose(song *format.Song, message string) {
	losses := format.Losses(song.Losses)
	losses.Add(0, message)
	song.Losses = losses
}

// writtenIn says whether the chords speak for a key.
func writtenIn(c *chart.Chart, key music.Key) bool {
	var chords []music.Chord
	for i := range c.Sections {
		for _, line := range c.Sections[i].Lines {
			for _, part := range line.Parts {
				if chord, ok := music.ParseChord(part.Chord); ok {
					chords = append(chords, chord)
				}
			}
		}
	}
	guess, _, ok := music.GuessKey(chords)
	return ok && (guess.Pitch() == key.Pitch() || guess.InMode(key.Minor).Pitch() == key.Pitch())
}

// rekeyed only names the shapes' key.
func rekeyed(text string, from, to music.Key) string {
	old, next := chart.Write(&chart.Chart{Meta: chart.Metadata{{Name: "key", Value: from.String()}}}), chart.Write(&chart.Chart{Meta: chart.Metadata{{Name: "key", Value: to.String()}}})
	return strings.Replace(text, old, next, 1)
}

// moved writes the shapes for a capo.
func moved(text string, key music.Key, fret int) string {
	capo := "{capo: " + strconv.Itoa(fret) + "}\n"
	doc := format.NewDocument(strings.Replace(text, capo, "{capo: 0}\n", 1), format.Options{Key: key.String(), Capo: fret})
	out, _, err := chordpro.Format{}.Write(doc)
	if err != nil {
		return text
	}
	return string(out)
}

// Move writes a song's chords, and its key, so many semitones higher.
func Move(song *format.Song, semitones int) {
	doc := format.NewDocument(song.ChartText, format.Options{Semitones: semitones, Capo: format.Keep})
	if out, _, err := (chordpro.Format{}).Write(doc); err == nil {
		song.ChartText = string(out)
	}
}
