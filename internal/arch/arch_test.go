// Package arch reads the import table of ARCHITECTURE.md and fails when code breaks it.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "churchmusic/"

type layer struct {
	packages []string
	may      []string // packages of this module that the layer may import
	outside  bool     // may import libraries, not only the standard one
}

var (
	kernel = []string{"fault", "ident", "fold", "music", "chart", "negotiate", "layout"}
	domain = []string{"account", "song", "profile", "history", "audit", "live"}

	// formats are pure packages, one for each format of other programs.
	formats = []string{"exchange/chordpro", "exchange/csv", "exchange/onsong", "exchange/openlyrics", "exchange/opensong", "exchange/overlyrics", "exchange/songselect",
		"exchange/propresenter", "exchange/propresenter7", "exchange/songbeamer", "exchange/songpro", "exchange/videopsalm", "exchange/powerpraise", "exchange/openlpdb",
		"exchange/easyworship", "exchange/powerpoint", "exchange/word", "exchange/opendocument", "exchange/archive"}
	// between are what formats share.
	between = []string{"exchange/encoding", "exchange/format", "exchange/columns", "exchange/markup", "exchange/sounding", "exchange/model",
		"exchange/boxes", "exchange/credits", "exchange/rtf", "exchange/unzip"}
)

// table is the import table. Tests of a package are free: they may look around.
var table = map[string]layer{
	"fault":     {},
	"ident":     {},
	"negotiate": {},
	"music":     {},
	"fold":      {may: []string{"fault"}, outside: true}, // golang.org/x/text: folding tables are not ours to write
	"chart":     {may: []string{"music", "fault"}},
	"layout":    {may: []string{"music", "chart"}},
	"pdf":       {may: []string{"fault", "music", "chart", "layout"}},
	"webpage":   {may: []string{"chart", "layout"}},
	"starter":   {},
	"live":      {may: kernel},
	"audit":     {may: kernel},
	"account":   {may: append([]string{"audit", "live"}, kernel...), outside: true}, // argon2
	"song":      {may: append([]string{"account", "audit", "live"}, kernel...)},
	"profile":   {may: append([]string{"account", "song", "audit", "live"}, kernel...)},
	"history":   {may: append([]string{"account", "song", "profile", "audit", "live"}, kernel...)},

	"exchange":            {may: append(append([]string{"song"}, append(formats, between...)...), kernel...)},
	"exchange/encoding":   {outside: true}, // golang.org/x/text: code pages are not ours to write
	"exchange/format":     {may: []string{"exchange/encoding", "chart", "music", "fault"}},
	"exchange/columns":    {may: []string{"exchange/format", "chart", "music"}},
	"exchange/markup":     {may: []string{"exchange/encoding", "fault"}},
	"exchange/sounding":   {may: append([]string{"exchange/chordpro", "exchange/format"}, kernel...)},
	"exchange/model":      {may: []string{"exchange/format", "chart"}},
	"exchange/chordpro":   {may: append(between, kernel...)},
	"exchange/overlyrics": {may: append(between, kernel...)},
	"exchange/onsong":     {may: append([]string{"exchange/overlyrics"}, append(between, kernel...)...)},
	"exchange/songselect": {may: append([]string{"exchange/overlyrics"}, append(between, kernel...)...)},
	"exchange/csv":        {may: append([]string{"exchange/overlyrics", "exchange/chordpro"}, append(between, kernel...)...)},
	"exchange/opensong":   {may: append(between, kernel...)},
	"exchange/openlyrics": {may: append(between, kernel...)},

	"exchange/rtf":                   {outside: true}, // golang.org/x/text, as all that reads code pages
	"exchange/unzip":                 {may: []string{"fault"}},
	"exchange/boxes":                 {may: []string{"exchange/format", "exchange/columns"}, outside: true},
	"exchange/credits":               {may: []string{"exchange/format"}},
	"exchange/pages":                 {may: append([]string{"exchange/overlyrics", "exchange/chordpro"}, append(between, kernel...)...)},
	"exchange/sqlitefile":            {outside: true},
	"exchange/sqlitefile/sqlitetest": {},
	"exchange/sqlitefile/compare":    {},
	"exchange/propresenter":          {may: append(between, kernel...)},
	"exchange/propresenter7":         {may: append(between, kernel...), outside: true}, // the wire format of protocol buffers
	"exchange/songbeamer":            {may: append(between, kernel...)},
	"exchange/songpro":               {may: append(between, kernel...)},
	"exchange/videopsalm":            {may: append(between, kernel...)},
	"exchange/powerpraise":           {may: append(between, kernel...)},
	"exchange/openlpdb":              {may: append([]string{"exchange/sqlitefile"}, append(between, kernel...)...)},
	"exchange/easyworship":           {may: append([]string{"exchange/sqlitefile"}, append(between, kernel...)...)},
	"exchange/powerpoint":            {may: append([]string{"exchange/pages"}, append(between, kernel...)...)},
	"exchange/word":                  {may: append([]string{"exchange/pages"}, append(between, kernel...)...)},
	"exchange/opendocument":          {may: append([]string{"exchange/pages"}, append(between, kernel...)...)},
	"exchange/archive":               {may: append([]string{"exchange/easyworship"}, append(between, kernel...)...)},

	"store":  {may: append(slices.Clone(domain), kernel...), outside: true},
	"api":    {may: append(append([]string{"store"}, domain...), kernel...), outside: true},
	"httpd":  {may: append(append([]string{"api"}, domain...), kernel...), outside: true},
	"config": {may: []string{"fault"}, outside: true},
}

type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir, cmd.Stderr = "../..", os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportTable(t *testing.T) {
	for _, p := range packages(t) {
		name, ok := strings.CutPrefix(p.ImportPath, module+"internal/")
		if !ok {
			continue
		}
		l, ok := table[name]
		if !ok {
			continue // app and testkit stand on top and may import everything below
		}
		for _, imp := range p.Imports {
			checkImport(t, name, l, imp)
		}
	}
}

func checkImport(t *testing.T, name string, l layer, imp string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imp, module); ok {
		own = strings.TrimPrefix(own, "internal/")
		if !slices.Contains(l.may, own) {
			t.Errorf("internal/%s imports internal/%s: the import table of ARCHITECTURE.md allows %v", name, own, l.may)
		}
		return
	}
	if strings.Contains(strings.Split(imp, "/")[0], ".") && !l.outside {
		t.Errorf("internal/%s imports %s: it lives on the standard library alone", name, imp)
	}
}

func TestEveryRoomIsInTheTable(t *testing.T) {
	top := []string{"app", "testkit", "arch"}
	for _, p := range packages(t) {
		name, ok := strings.CutPrefix(p.ImportPath, module+"internal/")
		if _, known := table[name]; ok && !known && !slices.Contains(top, strings.Split(name, "/")[0]) {
			t.Errorf("internal/%s stands in no layer: add it to the table here and in ARCHITECTURE.md", name)
		}
	}
}
