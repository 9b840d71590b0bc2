package store

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"churchmusic/internal/fold"
	"churchmusic/internal/song"
)

// between parts packed fields: no text that is stored can hold a control character.
const between = "\x1f"

func packCard(s *song.Summary) string {
	return strings.Join([]string{s.ID, strconv.FormatInt(s.Version, 10), s.Title, s.Byline, s.Tune, s.Key, strconv.Itoa(s.BPM), s.Meter,
		string(s.Tags), s.Language, strconv.FormatBool(s.Public), strconv.FormatInt(s.UpdatedAt, 10)}, between)
}

func unpackCard(s *song.Summary, card string) (err error) {
	var f [12]string
	if !unpack(f[:], card) {
		return fmt.Errorf("card of song %d", s.Seq)
	}
	s.ID, s.Title, s.Byline, s.Tune, s.Key, s.Meter, s.Tags, s.Language = f[0], f[2], f[3], f[4], f[5], f[7], song.Names(f[8]), f[9]
	s.Public = f[10] == "true"
	if s.Version, err = strconv.ParseInt(f[1], 10, 64); err != nil {
		return err
	}
	if s.BPM, err = strconv.Atoi(f[6]); err != nil {
		return err
	}
	s.UpdatedAt, err = strconv.ParseInt(f[11], 10, 64)
	return err
}

// packTexts gives everything of a song that a search compares and shows.
func packTexts(s *song.Song) string {
	sum := s.Summary()
	lyrics := s.Lyrics()
	first := ""
	if len(lyrics) > 0 {
		first = lyrics[0]
	}
	return strings.Join([]string{fold.SortTitle(s.Title, s.Language), listText(s.Aliases), first, listText(s.Songbooks), s.CCLISongNumber,
		listText(s.Authors), strings.Join(lyrics, "\n"), packCard(&sum)}, between)
}

func unpackTexts(c *song.Candidate, texts string) error {
	var f [8]string
	if !unpack(f[:], texts) {
		return fmt.Errorf("texts of song %d", c.Seq)
	}
	c.SortTitle, c.Aliases, c.First, c.Songbooks, c.CCLISongNumber, c.Authors, c.Lyrics = f[0], f[1], f[2], f[3], f[4], f[5], f[6]
	return unpackCard(&c.Summary, f[7])
}

// unpack cuts what is packed into fields; the last one may hold packed fields itself.
func unpack(fields []string, packed string) bool {
	last := len(fields) - 1
	for i := range last {
		at := strings.IndexByte(packed, between[0])
		if at < 0 {
			return false
		}
		fields[i], packed = packed[:at], packed[at+1:]
	}
	fields[last] = packed
	return true
}

func listText[T any](list []T) string {
	if len(list) == 0 {
		return ""
	}
	b, _ := json.Marshal(list) // lists of texts
	return string(b)
}
