package config

import (
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"strings"
)

const (
	prefix     = "CHURCHMUSIC_"
	configEnv  = prefix + "CONFIG"
	testPrefix = prefix + "TEST_" // servers that tests use; the program itself ignores them
)

// Sources is where settings come from. Zero values mean: nothing given there.
type Sources struct {
	Flags      map[string]string            // flag name to value, only those that were given
	ConfigFile string                       // --config
	Environ    []string                     // as os.Environ gives it
	ReadFile   func(string) ([]byte, error) // os.ReadFile unless a test says otherwise
}

// Problem is one setting that cannot be used: where it stood, its value (hidden when secret) and what is allowed.
type Problem struct {
	Name, Value, Allowed string
}

func (p Problem) Error() string {
	if p.Value == "" {
		return fmt.Sprintf("%s: %s", p.Name, p.Allowed)
	}
	return fmt.Sprintf("%s = %s: allowed is %s", p.Name, p.Value, p.Allowed)
}

// Load reads, checks and merges the sources. Its error joins one Problem for everything that is wrong.
func Load(s Sources) (*Config, error) {
	if s.ReadFile == nil {
		s.ReadFile = os.ReadFile
	}
	l := &loader{sources: s, env: environment(s.Environ), unset: map[string]bool{}}
	l.readFile()
	l.checkNames()
	c := &Config{}
	for _, o := range Options() {
		l.apply(c, o)
	}
	if len(l.problems) == 0 {
		l.followWebPort(c)
		l.checkTogether(c)
	}
	return c, errors.Join(l.problems...)
}

type loader struct {
	sources  Sources
	env      map[string]string
	file     map[string]string
	fileName string
	problems []error
	unset    map[string]bool // options that took their default
}

func (l *loader) refuse(name, value, allowed string) {
	l.problems = append(l.problems, Problem{name, value, allowed})
}

func environment(environ []string) map[string]string {
	env := map[string]string{}
	for _, e := range environ {
		if k, v, ok := strings.Cut(e, "="); ok && strings.HasPrefix(k, prefix) && !strings.HasPrefix(k, testPrefix) {
			env[k] = v
		}
	}
	return env
}

func envName(flag string) string {
	return prefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

func (l *loader) readFile() {
	name := l.sources.ConfigFile
	from := "--config"
	if name == "" {
		name, from = l.env[configEnv], configEnv
	}
	if name == "" {
		return
	}
	text, err := l.sources.ReadFile(name)
	if err != nil {
		l.refuse(from, quote(name), "a file that can be read ("+err.Error()+")")
		return
	}
	l.fileName = name
	if l.file, err = parseFile(text); err != nil {
		l.refuse(name, "", err.Error())
	}
}

func (l *loader) checkNames() {
	known := map[string]bool{configEnv: true}
	keys := map[string]bool{}
	var names []string
	for _, o := range Options() {
		known[o.Env()], keys[o.Flag] = true, true
		names = append(names, o.Flag)
		if o.Secret {
			known[o.Env()+"_FILE"], keys[o.Flag+"-file"] = true, true
		}
	}
	for _, k := range sorted(l.env) {
		if !known[k] {
			l.refuse(k, "", "there is no such setting; known are "+strings.Join(mapped(names, envName), ", "))
		}
	}
	for _, k := range sorted(l.file) {
		if !keys[k] {
			l.refuse(l.fileName+": "+k, "", "there is no such setting; known are "+strings.Join(names, ", "))
		}
	}
}

// apply finds the strongest source of an option and sets its value.
func (l *loader) apply(c *Config, o Option) {
	name, value, ok := l.find(o)
	if !ok {
		return
	}
	if err := o.set(c, value); err != nil {
		shown := quote(value)
		if o.Secret {
			shown = "(hidden)"
		}
		l.refuse(name, shown, err.Error())
	}
}

// find gives the place and the value of an option; false when a problem was noted instead.
func (l *loader) find(o Option) (name, value string, ok bool) {
	if v, given := l.sources.Flags[o.Flag]; given {
		return "--" + o.Flag, v, true
	}
	if name, value, given, ok := l.fromEnv(o); given {
		return name, value, ok
	}
	if name, value, given, ok := l.fromFile(o); given {
		return name, value, ok
	}
	l.unset[o.Flag] = true
	return "default of " + o.Flag, o.Default, true
}

func (l *loader) fromEnv(o Option) (name, value string, given, ok bool) {
	return l.pick(o, l.env, o.Env(), o.Env()+"_FILE", "")
}

func (l *loader) fromFile(o Option) (name, value string, given, ok bool) {
	return l.pick(o, l.file, o.Flag, o.Flag+"-file", l.fileName+": ")
}

func (l *loader) pick(o Option, from map[string]string, key, fileKey, place string) (name, value string, given, ok bool) {
	v, direct := from[key]
	path, byFile := from[fileKey]
	byFile = byFile && o.Secret
	switch {
	case direct && byFile:
		l.refuse(place+fileKey, quote(path), "either "+key+" or "+fileKey+", not both")
		return "", "", true, false
	case direct:
		return place + key, v, true, true
	case !byFile:
		return "", "", false, false
	}
	text, err := l.sources.ReadFile(path)
	if err != nil {
		l.refuse(place+fileKey, quote(path), "a file that can be read ("+err.Error()+")")
		return "", "", true, false
	}
	return place + fileKey, strings.TrimSpace(string(text)), true, true
}

// followWebPort makes the public address that of the web listener when only the latter was given.
func (l *loader) followWebPort(c *Config) {
	_, port, _ := net.SplitHostPort(c.WebAddr)
	if l.unset["public-url"] && port != "0" {
		c.PublicURL, _ = origin("http://localhost:" + port) // a checked port makes an origin
	}
}

// checkTogether refuses settings that are each right but wrong beside one another.
func (l *loader) checkTogether(c *Config) {
	if c.Only == "" && clash(c.APIAddr, c.WebAddr) {
		l.refuse("web-addr", quote(c.WebAddr), "another port than api-addr")
	}
	if c.MetricsAddr != "" && (c.ServesAPI() && clash(c.APIAddr, c.MetricsAddr) || c.ServesWeb() && clash(c.WebAddr, c.MetricsAddr)) {
		l.refuse("metrics-addr", quote(c.MetricsAddr), "another port than api-addr and web-addr")
	}
	if _, given := l.sources.Flags["api-url"]; given && c.Only != "web" {
		l.refuse("--api-url", quote(c.APIURL.String()), "only together with --only web")
	}
	if c.Only == "web" && c.APIURL.String() == c.PublicURL.String() {
		l.refuse("api-url", quote(c.APIURL.String()), "the API's own address, not public-url, or pages would call themselves")
	}
}

func clash(a, b string) bool {
	ah, ap, _ := net.SplitHostPort(a)
	bh, bp, _ := net.SplitHostPort(b)
	return ap == bp && ap != "0" && (ah == bh || ah == "" || bh == "")
}

func quote(v string) string { return fmt.Sprintf("%q", v) }

func mapped(in []string, f func(string) string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = f(s)
	}
	return out
}

func sorted(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
