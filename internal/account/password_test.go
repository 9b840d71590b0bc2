package account

import (
	"strings"
	"testing"

	"churchmusic/internal/fault"
)

func TestPasswordsThatAreTriedFirstAreRefused(t *testing.T) {
	for _, p := range []string{
		"short", "elevenchars", "passwordpassword", "P@ssw0rd123456!", "Password1234", "qwertyuiop12", "abcdefghijklm", "aaaaaaaaaaaaaaa", "123123123123",
		"Worship2024!!!", "JesusLovesMe1", "jesus loves me 2024", "amazinggrace", "Amazing Grace!", "Kirche12345678", "church-music-database",
		"ILoveYouSoMuch<3", "correct horse battery staple", "2024Hallelujah!!", "987654321098", "zxcvbnm,./123", "JesusIsLord777",
		"annabell1234", "St. Marys 2026!", "gracechapel1", strings.Repeat("long words ", 30),
	} {
		var wrong fault.Fields
		checkPassword(&wrong, "password", p, "annabell", "Anna Bell", "St. Mary's Grace Chapel")
		if wrong.Err() == nil {
			t.Errorf("%q was accepted", p)
		}
	}
}

func TestPassphrasesNeedNoSpecialCharacters(t *testing.T) {
	for _, p := range []string{
		"ladder sparrow vinegar", "tuesday plum kettle drum", "purple elephant stairs", "gxqvtnwzkrlp", "837465920183", "eine Tasse grüner Tee", "我们的教会有很多很多的诗歌",
		"annabell walks to the lighthouse twice", "correct-zebra-battery-99",
	} {
		var wrong fault.Fields
		checkPassword(&wrong, "password", p, "annabell", "Anna Bell", "St. Mary's Grace Chapel")
		if err := wrong.Err(); err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
}

func TestTheListOfCommonPasswordsIsLong(t *testing.T) {
	if n := len(common()); n < 500 {
		t.Fatalf("%d entries", n)
	}
}
