package account

import "strings"

// mark is a word in a User-Agent and what it means. The order matters: many browsers name others too.
type mark struct{ word, means string }

var browsers = []mark{
	{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"}, {"Vivaldi/", "Vivaldi"}, {"DuckDuckGo/", "DuckDuckGo"},
	{"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chromium/", "Chromium"}, {"HeadlessChrome/", "Chrome"},
	{"Chrome/", "Chrome"}, {"Safari/", "Safari"}, {"curl/", "curl"}, {"Go-http-client", "a program"}, {"python", "a program"},
}

var systems = []mark{
	{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"CrOS", "ChromeOS"}, {"Windows", "Windows"},
	{"Macintosh", "Mac"}, {"Linux", "Linux"}, {"FreeBSD", "FreeBSD"},
}

// DeviceLabel names a browser and system in words a person knows, such as "Chrome on Windows".
func DeviceLabel(userAgent string) string {
	browser, system := first(browsers, userAgent), first(systems, userAgent)
	switch {
	case browser == "" && system == "":
		return "Unknown device"
	case browser == "":
		return system
	case system == "":
		return strings.ToUpper(browser[:1]) + browser[1:]
	}
	return strings.ToUpper(browser[:1]) + browser[1:] + " on " + system
}

func first(marks []mark, userAgent string) string {
	for _, m := range marks {
		if strings.Contains(userAgent, m.word) {
			return m.means
		}
	}
	return ""
}
