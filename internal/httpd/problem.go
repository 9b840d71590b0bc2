package httpd

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// problemBody is an error answer (RFC 9457) with the fields that the API's own problems have.
type problemBody struct {
	Type      string `json:"type"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail"`
	Code      string `json:"code"`
	RequestID string `json:"request_id,omitempty"`
}

// usual gives code and sentence for statuses that libraries answer without a word of ours.
var usual = map[int][2]string{
	http.StatusBadRequest:                  {"invalid", "The request could not be understood."},
	http.StatusForbidden:                   {"forbidden", "This is not allowed."},
	http.StatusNotFound:                    {"not_found", "There is nothing at this address."},
	http.StatusMethodNotAllowed:            {"method_not_allowed", "This address does not take that method; the Allow header names those it takes."},
	http.StatusRequestEntityTooLarge:       {"too_large", "The request is larger than allowed."},
	http.StatusUnsupportedMediaType:        {"unsupported_media_type", "Send application/json."},
	http.StatusUpgradeRequired:             {"upgrade_required", "This address speaks WebSocket only."},
	http.StatusTooManyRequests:             {"too_many", "That was too often. Try again shortly."},
	http.StatusRequestHeaderFieldsTooLarge: {"too_large", "The request's header is larger than allowed."},
	http.StatusServiceUnavailable:          {"unavailable", "The server is busy just now. Try again shortly."},
}

func newProblem(status int, code, detail string) problemBody {
	known, ok := usual[status]
	if !ok {
		known = [2]string{"internal", "Something went wrong in the server."}
		if status < 500 {
			known = [2]string{"invalid", "The request could not be answered."}
		}
	}
	if code == "" {
		code = known[0]
	}
	if detail == "" {
		detail = known[1]
	}
	return problemBody{Type: "urn:churchmusic:problem:" + code, Title: http.StatusText(status), Status: status, Detail: detail, Code: code}
}

// problem answers with a problem; empty code and detail take the usual ones of the status.
func problem(w http.ResponseWriter, status int, code, detail string) {
	x := w.(*exchange)
	if x.status != 0 {
		return
	}
	x.status = status
	x.free()
	x.sendProblem(status, code, detail)
}

func (x *exchange) sendProblem(status int, code, detail string) {
	body := newProblem(status, code, detail)
	body.RequestID = x.id[0]
	text, _ := json.Marshal(body)
	h := x.Header()
	for _, stale := range []string{"Content-Encoding", "Etag", "Last-Modified"} {
		h.Del(stale)
	}
	h["Content-Type"] = []string{"application/problem+json"}
	h["Content-Length"] = []string{strconv.Itoa(len(text))}
	h["Cache-Control"] = []string{"no-store"}
	x.writeHeader(status)
	_, _ = x.send(text) // a client that has gone needs no answer
}

// later answers 503 and says when to come back.
func later(w http.ResponseWriter, seconds int, detail string) {
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	problem(w, http.StatusServiceUnavailable, "unavailable", detail)
}
