package fold

import "strings"

// articles by language, folded. A title of no known language loses an English one.
var articles = map[string]string{
	"en": " the a an ",
	"de": " der die das den dem des ein eine einen ",
	"fr": " le la les un une des ",
	"es": " el la los las lo un una unos unas ",
	"it": " il lo la i gli le un uno una ",
	"pt": " o a os as um uma ",
	"nl": " de het een ",
	"sv": " en ett den det de ", "da": " en et den det de ", "no": " en et ei den det de ", "nb": " en et ei den det de ",
	"hu": " a az egy ", "ro": " un o ", "ca": " el la els les un una ",
}

// elided are articles that stand before an apostrophe: L'amour sorts under A.
var elided = map[string]string{"fr": "l", "it": "l", "ca": "l"}

// SortTitle gives the form by which a title sorts: folded, without its leading article in the song's language.
func SortTitle(title, language string) string {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if letter := elided[base]; letter != "" {
		title = cutElided(title, letter)
	}
	text := Text(title)
	list, ok := articles[base]
	if !ok && base == "" {
		list = articles["en"]
	}
	first, rest, found := strings.Cut(text, " ")
	if found && strings.Contains(list, " "+first+" ") {
		return rest
	}
	return text
}

func cutElided(title, letter string) string {
	for i, r := range title {
		if isApostrophe(r) {
			if strings.EqualFold(title[:i], letter) {
				return title[i+len(string(r)):]
			}
			return title
		}
	}
	return title
}
