package openlyrics

import "strings"

// structures are the names that 0.9 has for kinds of chords, as suffixes.
var structures = map[string]string{
	"": "", "power": "5", "maj": "", "min": "m", "aug": "+", "dim": "dim", "dom7": "7", "maj7": "maj7", "min7": "m7", "dim7": "dim7",
	"halfdim7": "m7b5", "minmaj7": "m(maj7)", "augmaj7": "maj7(#5)", "aug7": "7(#5)", "maj6": "6", "maj6b": "(b6)", "min6": "m6", "min6b": "m(b6)",
	"dom9": "9", "dom9b": "7(b9)", "maj9": "maj9", "min9": "m9", "minmaj9": "m(maj9)", "aug9": "9(#5)", "halfdim9": "m9(b5)",
	"sus4": "sus4", "sus2": "sus2", "add9": "add9",
}

// structure writes a structure as a chord suffix. A formula such as "m3-5-7-9" lists the degrees above the root: m is minor, d
// diminished, a augmented.
func structure(s string) string {
	if suffix, ok := structures[s]; ok {
		return suffix
	}
	has := map[string]bool{}
	for _, degree := range strings.Split(s, "-") {
		if strings.Trim(degree, "mda0123456789") != "" || degree == "" {
			return s
		}
		has[degree] = true
	}
	return formula(has)
}

func formula(has map[string]bool) string {
	third, rest := "", []string{}
	switch {
	case has["m3"]:
		third = "m"
	case has["4"]:
		rest = append(rest, "sus4")
	case has["2"]:
		rest = append(rest, "sus2")
	case !has["3"]:
		return "5"
	}
	switch {
	case has["m3"] && has["d5"] && has["d7"]:
		third = "dim"
	case has["m3"] && has["d5"] && !has["m7"] && !has["7"]:
		return "dim"
	}
	top, used := stack(has)
	suffix := third + seventh(has, third, top)
	if third == "dim" && top == "" {
		suffix = "dim7"
	}
	return suffix + strings.Join(rest, "") + altered(has, third, used)
}

// stack finds the highest of an unbroken stack of ninth, eleventh and thirteenth, and what it covers.
func stack(has map[string]bool) (top string, used map[string]bool) {
	used = map[string]bool{}
	if !has["7"] && !has["m7"] && !has["d7"] || !has["9"] {
		return "", used
	}
	top = "9"
	used["9"] = true
	if has["11"] || has["a11"] && has["13"] {
		top = "11"
		used["11"] = has["11"]
		if has["13"] {
			top, used["13"] = "13", true
		}
		if !has["11"] && top == "11" {
			top = "9"
		}
	}
	return top, used
}

func seventh(has map[string]bool, third, top string) string {
	number := top
	if number == "" {
		number = "7"
	}
	switch {
	case has["7"] && third == "m":
		return "(maj" + number + ")"
	case has["7"]:
		return "maj" + number
	case has["m7"], has["d7"]:
		return number
	case has["6"]:
		return "6"
	}
	return ""
}

// altered lists what the name does not say yet, in parentheses.
func altered(has map[string]bool, third string, used map[string]bool) string {
	var list []string
	seven := has["7"] || has["m7"] || has["d7"]
	for _, a := range [][2]string{{"d5", "b5"}, {"a5", "#5"}, {"m6", "b6"}, {"m9", "b9"}, {"9", "add9"}, {"m10", "b10"}, {"d11", "b11"}, {"11", "add11"}, {"a11", "#11"}, {"13", "add13"}} {
		degree, name := a[0], a[1]
		if !has[degree] || used[degree] || degree == "d5" && third == "dim" {
			continue
		}
		if degree == "9" && has["6"] && !seven {
			name = "9"
		}
		list = append(list, name)
	}
	if len(list) == 0 {
		return ""
	}
	if len(list) == 1 && (list[0] == "add9" || list[0] == "9") {
		return strings.Replace(list[0], "9", map[bool]string{true: "/9", false: "9"}[list[0] == "9"], 1)
	}
	return "(" + strings.Join(list, ",") + ")"
}
