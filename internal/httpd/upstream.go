package httpd

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// newUpstream passes requests on to the API process of --only api.
func (s *Server) newUpstream(to *url.URL) *httputil.ReverseProxy {
	return &httputil.ReverseProxy{
		Rewrite: func(p *httputil.ProxyRequest) {
			p.SetURL(to)
			p.Out.Host = p.In.Host // origin checks compare with the host that the browser asked
			p.SetXForwarded()
		},
		Transport: &http.Transport{
			DialContext:           (&net.Dialer{Timeout: 2 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
			MaxIdleConnsPerHost:   64,
			IdleConnTimeout:       50 * time.Second, // before the API's own 60 s
			ResponseHeaderTimeout: 15 * time.Second,
			DisableCompression:    true,
		},
		ModifyResponse: s.withoutOurHeaders,
		ErrorHandler:   s.upstreamGone,
	}
}

// withoutOurHeaders drops what this process sets itself, so that no header comes twice.
func (s *Server) withoutOurHeaders(r *http.Response) error {
	for _, h := range s.dress.headers {
		r.Header.Del(h.name)
	}
	for _, name := range []string{requestID, "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers"} {
		r.Header.Del(name)
	}
	return nil
}

func (s *Server) upstreamGone(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() == nil {
		s.log.Warn("the API does not answer", "request_id", r.Header.Get(requestID), "error", err)
	}
	later(w, 2, "The API does not answer just now. Try again in a moment.")
}

func (s *Server) passOn(w http.ResponseWriter, r *http.Request) {
	routed(w, "upstream")
	r.Header[requestID] = w.Header()[requestID]
	s.upstream.ServeHTTP(w, r)
}

// UpstreamReady gives the readiness of a web-only process: that of the API behind it.
func UpstreamReady(api *url.URL) func(context.Context) error {
	at := api.JoinPath("/readyz").String()
	return func(ctx context.Context) error {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, at, nil)
		if err != nil {
			return err
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return err
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return fmt.Errorf("%s answers %s", at, answer.Status)
		}
		return nil
	}
}
