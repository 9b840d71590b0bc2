package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"churchmusic/internal/song"
	"churchmusic/internal/store"
	"churchmusic/internal/testkit"
)

// shelf is the library of the table below, in the order of making.
func shelf() []*song.Song {
	return []*song.Song{
		testkit.Song("Amazing Grace", testkit.Chart("{key: G}\nA[G]mazing grace! How sweet the sound\nThat saved a [C]wretch like me\n"), func(s *song.Song) {
			s.Aliases = []string{"Faith’s Review and Expectation"}
			s.Authors = []song.Author{{Name: "John Newton", Role: song.Words}}
			s.Tags = []song.Tag{{Group: "theme", Name: "Redemption & Hope"}}
			s.Songbooks = []song.Songbook{{Book: "Mission Praise", Number: "31"}}
			s.CCLISongNumber = "4755360"
			s.Language = "en"
		}),
		testkit.Song("Grace Greater Than Our Sin", testkit.Chart("[C]Marvelous grace of our loving Lord\nGrace that exceeds our sin and our guilt\n")),
		testkit.Song("The First Noel", testkit.Chart("The first Noel the angel did say\nWas to certain poor shepherds\n")),
		testkit.Song("Be Thou My Vision", testkit.Chart("Be Thou my vision, O Lord of my heart\nNaught be all else to me\n"), func(s *song.Song) {
			s.Authors = []song.Author{{Name: "Eleanor Hull", Role: song.Translation}}
			s.Tune = "Slane"
		}),
		testkit.Song("All Hail the Power of Jesus’ Name", testkit.Chart("All hail the pow'r of Jesus' name\nLet angels prostrate fall\n")),
		testkit.Song("Großer Gott, wir loben dich", testkit.Chart("Großer Gott, wir loben dich\nHerr, wir preisen deine Stärke\n"), func(s *song.Song) { s.Language = "de" }),
		testkit.Song("Dejlig er jorden", testkit.Chart("Dejlig er jorden, prægtig er Guds himmel\n"), func(s *song.Song) { s.Aliases = []string{"Fairest Lord Jesus"} }),
		testkit.Song("奇异恩典", testkit.Chart("奇异恩典何等甘甜\n我罪已得赦免\n"), func(s *song.Song) { s.Language = "zh" }),
		testkit.Song("O Come, O Come, Emmanuel", testkit.Chart("O come, O come, Emmanuel\nAnd ransom captive Israel\n")),
		testkit.Song("How Great Thou Art", testkit.Chart("O Lord my God, when I in awesome wonder\nConsider all the worlds\n")),
		testkit.Song("Hidden Grace", testkit.Chart("Nobody sees this grace\n"), func(s *song.Song) { s.Visibility = song.Members }),
		testkit.Song("Wonderful Grace of Jesus", testkit.Chart("{start_of_chorus}\nHow shall my tongue describe it\nWonder of wonders\n{end_of_chorus}\n"), func(s *song.Song) {
			s.Arrangements = append(s.Arrangements, song.Arrangement{Name: "Choir", ChartText: "Broader than the scope of all transgressions\n"})
		}),
		testkit.Song("Ёлка", testkit.Chart("В лесу родилась ёлочка\n")),
		testkit.Song("23rd Psalm", testkit.Chart("The Lord's my Shepherd, I'll not want\n"), func(s *song.Song) { s.CCLISongNumber = "31999" }),
	}
}

// searches is the one table of queries and what they find, in order, for both engines: title, field of the match, and the
// matched text with its hits in brackets.
var searches = []struct {
	q    string
	want []string
}{
	{"amazing grace", []string{"Amazing Grace|title|[Amazing] [Grace]"}},
	{"AMAZING  grace!", []string{"Amazing Grace|title|[Amazing] [Grace]"}},
	{"grace", []string{"Grace Greater Than Our Sin|title|[Grace] Greater Than Our Sin", "Amazing Grace|title|Amazing [Grace]",
		"Hidden Grace|title|Hidden [Grace]", "Wonderful Grace of Jesus|title|Wonderful [Grace] of Jesus"}},
	{"grace hid", []string{"Hidden Grace|title|[Hid]den [Grace]"}},
	{"g", []string{"Grace Greater Than Our Sin|title|[G]race [G]reater Than Our Sin", "Großer Gott, wir loben dich|title|[G]roßer [G]ott, wir loben dich",
		"Amazing Grace|title|Amazing [G]race", "Hidden Grace|title|Hidden [G]race", "How Great Thou Art|title|How [G]reat Thou Art", "Wonderful Grace of Jesus|title|Wonderful [G]race of Jesus"}},
	{"first noel", []string{"The First Noel|title|The [First] [Noel]"}},
	{"the first", []string{"The First Noel|title|[The] [First] Noel"}},
	{"jesus name", []string{"All Hail the Power of Jesus’ Name|title|All Hail the Power of [Jesus’] [Name]"}},
	{"powr of jesus", []string{"All Hail the Power of Jesus’ Name|first_line|All hail the [pow'r] [of] [Jesus'] name"}},
	{"faiths review", []string{"Amazing Grace|alias|[Faith’s] [Review] and Expectation"}},
	{"fairest", []string{"Dejlig er jorden|alias|[Fairest] Lord Jesus"}},
	{"grosser gott", []string{"Großer Gott, wir loben dich|title|[Großer] [Gott], wir loben dich"}},
	{"starke", []string{"Großer Gott, wir loben dich|lyrics|Herr, wir preisen deine [Stärke]"}},
	{"praegtig", []string{"Dejlig er jorden|first_line|Dejlig er jorden, [prægtig] er Guds himmel"}},
	{"恩典", []string{"奇异恩典|title|奇异[恩典]"}},
	{"典", []string{"奇异恩典|title|奇异恩[典]"}},
	{"赦免", []string{"奇异恩典|lyrics|我罪已得[赦免]"}},
	{"елка", []string{"Ёлка|title|[Ёлка]"}},
	{"marvelous", []string{"Grace Greater Than Our Sin|first_line|[Marvelous] grace of our loving Lord"}},
	{"o lord my god when", []string{"How Great Thou Art|first_line|[O] [Lord] [my] [God], [when] I in awesome wonder"}},
	{"lord heart", []string{"Be Thou My Vision|first_line|Be Thou my vision, O [Lord] of my [heart]"}},
	{"wretch like", []string{"Amazing Grace|lyrics|That saved a [wretch] [like] me"}},
	{"wretch l", []string{"Amazing Grace|lyrics|That saved a [wretch] [l]ike me"}},
	{"wretch zz", nil},
	{"transgressions", []string{"Wonderful Grace of Jesus|lyrics|Broader than the scope of all [transgressions]"}},
	{"newton", []string{"Amazing Grace|author|John [Newton]"}},
	{"eleanor", []string{"Be Thou My Vision|author|[Eleanor] Hull"}},
	{"slane", []string{"Be Thou My Vision|tune|[Slane]"}},
	{"redemption hope", []string{"Amazing Grace|tag|[Redemption] & [Hope]"}},
	{"mission praise 31", []string{"Amazing Grace|songbook|[Mission] [Praise] [31]"}},
	{"31", []string{"Amazing Grace|songbook|Mission Praise [31]", "23rd Psalm|ccli|[31]999"}},
	{"4755360", []string{"Amazing Grace|ccli|[4755360]"}},
	{`"wonder of wonders"`, []string{"Wonderful Grace of Jesus|lyrics|[Wonder] [of] [wonders]"}},
	{`"of wonder"`, nil},
	{`"my vision"`, []string{"Be Thou My Vision|title|Be Thou [My] [Vision]"}},
	{`"sweet the sound" amaz`, []string{"Amazing Grace|first_line|[Amaz]ing grace! How [sweet] [the] [sound]"}},
	{"amazng grace", []string{"Amazing Grace|title|[Amazing] [Grace]"}},
	{"amazing garce", []string{"Amazing Grace|title|[Amazing] [Grace]"}},
	{"emanuel", []string{"O Come, O Come, Emmanuel|title|O Come, O Come, [Emmanuel]"}},
	{"wonderfull", []string{"Wonderful Grace of Jesus|title|[Wonderful] Grace of Jesus"}},
	{"zzzz", nil},
	{"!!!", nil},
	{"angels", []string{"All Hail the Power of Jesus’ Name|lyrics|Let [angels] prostrate fall"}},
	{"angel", []string{"The First Noel|first_line|The first Noel the [angel] did say", "All Hail the Power of Jesus’ Name|lyrics|Let [angel]s prostrate fall"}},
	{"thou", []string{"Be Thou My Vision|title|Be [Thou] My Vision", "How Great Thou Art|title|How Great [Thou] Art"}},
	{`'; DROP TABLE songs; --`, nil},
	{`a" OR "b`, nil},
	{"& | ! ( ) * : NEAR AND NOT", nil},
}

func TestWhatASearchFinds(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		testkit.Store(t, db, shelf()...)
		for _, c := range searches {
			got := told(t, db, song.Filter{Query: c.q})
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%q finds\n%s\nwant\n%s", c.q, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		}
		if got := told(t, db, song.Filter{Query: "grace", PublicOnly: true}); len(got) != 3 {
			t.Errorf("a guest finds %q", got)
		}
		if got := told(t, db, song.Filter{Query: "grace", Key: "G"}); len(got) != 1 {
			t.Errorf("in G: %q", got)
		}
		if got := told(t, db, song.Filter{Query: "grace", Sort: song.ByTitle, Limit: 2}); len(got) != 2 || !strings.HasPrefix(got[0], "Amazing") {
			t.Errorf("by title: %q", got)
		}
	})
}

func openStore(t *testing.T, place string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), place, store.Options{Now: testkit.NewClock().Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func told(t *testing.T, db *store.DB, f song.Filter) (out []string) {
	t.Helper()
	page, err := db.Songs(t.Context(), f)
	if err != nil {
		t.Fatal(f.Query, err)
	}
	for _, s := range page.Songs {
		text := "nothing"
		if s.Match != nil {
			text = s.Match.Field + "|"
			for _, p := range s.Match.Parts {
				if p.Hit {
					p.Text = "[" + p.Text + "]"
				}
				text += p.Text
			}
		}
		out = append(out, s.Title+"|"+text)
	}
	return out
}

func TestBothEnginesFindTheSameInManySongs(t *testing.T) {
	songs := func() []*song.Song {
		g, out := testkit.NewGenerator(3), []*song.Song{}
		for range 1200 {
			out = append(out, g.Song())
		}
		return out
	}
	stored, places := songs(), testkit.Places(t)
	sqlite, postgres := openStore(t, places["sqlite"]), openStore(t, places["postgres"])
	testkit.Store(t, sqlite, stored...)
	testkit.Store(t, postgres, stored...)
	g := testkit.NewGenerator(3)
	for i := range 40 {
		phrase := g.Words(1 + i%4)
		for end := 1; end <= len(phrase); end += 1 + i%3 {
			f := song.Filter{Query: phrase[:end], Limit: []int{0, 5, 40}[i%3]}
			if i%5 == 0 {
				f.Key = "C"
			}
			a, b := told(t, sqlite, f), told(t, postgres, f)
			if strings.Join(a, "\n") != strings.Join(b, "\n") {
				t.Fatalf("%+v: SQLite finds %d, PostgreSQL %d:\n%q\n%q", f, len(a), len(b), a, b)
			}
		}
	}
}

func TestAChangedSongIsFoundByItsNewWordsOnly(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		s := testkit.Song("Old Name", testkit.Chart("ancient words\n"))
		testkit.Store(t, db, s)
		change := func(fn func(*song.Song)) {
			t.Helper()
			if _, _, err := db.ChangeSong(t.Context(), s.ID, 0, "updated", func(x *song.Song) error {
				fn(x)
				err := x.Normalise()
				x.Derive(x)
				return err
			}); err != nil {
				t.Fatal(err)
			}
		}
		finds := func(want string, queries ...string) {
			t.Helper()
			for _, q := range queries {
				if got := fmt.Sprint(len(told(t, db, song.Filter{Query: q}))); got != want {
					t.Errorf("%q finds %s, want %s", q, got, want)
				}
			}
		}
		finds("1", "old", "ancient", "anc")
		change(func(x *song.Song) { x.Title, x.Arrangements[0].ChartText = "New Title", "modern words\n" })
		finds("0", "old name", "ancient")
		finds("1", "new", "modern", "words")
		change(func(x *song.Song) { x.DeletedAt = x.UpdatedAt })
		finds("0", "new", "modern")
		change(func(x *song.Song) { x.DeletedAt = time.Time{} })
		finds("1", "new", "modern")
	})
}

func TestAHighLimitGivesNoFewerThanALowOne(t *testing.T) {
	testkit.Engines(t, func(t *testing.T, place string) {
		db := openStore(t, place)
		many := make([]*song.Song, song.MostFound+20)
		for i := range many {
			many[i] = testkit.Song(fmt.Sprint("Song ", i))
		}
		testkit.Store(t, db, many...)
		for limit, want := range map[int]int{0: song.MostFound, 10: 10, 1000: len(many), 1500: len(many)} {
			if got := len(told(t, db, song.Filter{Query: "song", Limit: limit})); got != want {
				t.Errorf("limit %d gives %d of %d", limit, got, len(many))
			}
		}
	})
}
