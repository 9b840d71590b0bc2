package api

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed docs.html
var docsPage string

//go:embed docs.css
var docsStyle []byte

// RegisterDocument serves the OpenAPI document and its readable page; call it after all operations are registered.
func (a *API) RegisterDocument() error {
	document, err := json.Marshal(a.OpenAPI())
	if err != nil {
		return err
	}
	page, err := docsHTML(a.OpenAPI())
	if err != nil {
		return err
	}
	a.serve("/api/openapi.json", "application/json", document)
	a.serve("/api/docs", "text/html; charset=utf-8", page)
	a.serve("/api/docs.css", "text/css; charset=utf-8", docsStyle)
	return nil
}

// serve answers a path with bytes that never change while the program runs, for everybody.
func (a *API) serve(path, contentType string, body []byte) {
	ready := newAnswer(body, 0)
	ready.contentType = []string{contentType}
	a.mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) { ready.send(w, r) })
}

type docsGroup struct {
	Tag        string
	Operations []docsOperation
}

type docsOperation struct {
	Method, Path, ID, Summary, Permission string
	Parameters                            []*huma.Param
	Request, Response                     string
}

type docsSchema struct {
	Name   string
	Fields []docsField
}

type docsField struct {
	Name, Type, Doc string
	Required        bool
}

func docsHTML(doc *huma.OpenAPI) ([]byte, error) {
	t, err := template.New("docs").Parse(docsPage)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{"Title": doc.Info.Title, "Description": doc.Info.Description, "Version": doc.Info.Version,
		"Groups": docsGroups(doc), "Schemas": docsSchemas(doc)})
	return out.Bytes(), err
}

func docsGroups(doc *huma.OpenAPI) []docsGroup {
	byTag := map[string][]docsOperation{}
	for path, item := range doc.Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "PATCH": item.Patch, "DELETE": item.Delete} {
			if op != nil {
				byTag[op.Tags[0]] = append(byTag[op.Tags[0]], describeOperation(method, path, op))
			}
		}
	}
	var out []docsGroup
	for tag, ops := range byTag {
		slices.SortFunc(ops, func(x, y docsOperation) int {
			return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Method, y.Method))
		})
		out = append(out, docsGroup{tag, ops})
	}
	slices.SortFunc(out, func(x, y docsGroup) int { return cmp.Compare(x.Tag, y.Tag) })
	return out
}

func describeOperation(method, path string, op *huma.Operation) docsOperation {
	d := docsOperation{Method: method, Path: path, ID: op.OperationID, Summary: op.Summary, Parameters: op.Parameters}
	if p, ok := op.Extensions["x-permission"]; ok {
		b, _ := json.Marshal(p)
		d.Permission = string(bytes.Trim(b, `"`))
	}
	if op.RequestBody != nil {
		d.Request = mediaType(op.RequestBody.Content)
	}
	for _, status := range []string{"200", "201"} {
		if r := op.Responses[status]; r != nil {
			d.Response = mediaType(r.Content)
		}
	}
	return d
}

func mediaType(content map[string]*huma.MediaType) string {
	if m := content["application/json"]; m != nil {
		return typeName(m.Schema)
	}
	return ""
}

func typeName(s *huma.Schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return s.Ref[len("#/components/schemas/"):]
	case s.Type == "array":
		return "list of " + typeName(s.Items)
	}
	return s.Type
}

func docsSchemas(doc *huma.OpenAPI) []docsSchema {
	var out []docsSchema
	for name, s := range doc.Components.Schemas.Map() {
		d := docsSchema{Name: name}
		for field, p := range s.Properties {
			d.Fields = append(d.Fields, docsField{field, typeName(p), p.Description, slices.Contains(s.Required, field)})
		}
		slices.SortFunc(d.Fields, func(x, y docsField) int { return cmp.Compare(x.Name, y.Name) })
		out = append(out, d)
	}
	slices.SortFunc(out, func(x, y docsSchema) int { return cmp.Compare(x.Name, y.Name) })
	return out
}
