package httpd

import (
	"maps"
	"net/http"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"churchmusic/internal/live"
)

// metrics counts. What one route, method and status count into is looked up once and then kept.
type metrics struct {
	kept        atomic.Pointer[map[meterKey]meter]
	keeping     sync.Mutex
	requests    *prometheus.CounterVec
	seconds     *prometheus.HistogramVec
	bytes       prometheus.Counter
	inFlight    prometheus.Gauge
	shed        prometheus.Counter
	panics      prometheus.Counter
	propagation prometheus.Histogram
}

func newMetrics(reg *prometheus.Registry, hub *live.Hub, version string) *metrics {
	name := func(n, help string) prometheus.CounterOpts {
		return prometheus.CounterOpts{Namespace: "churchmusic", Name: n, Help: help}
	}
	m := &metrics{
		requests: prometheus.NewCounterVec(name("http_requests_total", "Requests by route, method and status."), []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "churchmusic", Name: "http_request_seconds",
			Help: "Time from the request's header to the end of its answer.", Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 8}},
			[]string{"route", "method"}),
		bytes:    prometheus.NewCounter(name("http_response_bytes_total", "Bytes of answers, without headers.")),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts(name("http_in_flight", "Requests and sockets that are open."))),
		shed:     prometheus.NewCounter(name("http_shed_total", "Requests refused because too many were worked on.")),
		panics:   prometheus.NewCounter(name("http_panics_total", "Panics in handlers.")),
		propagation: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: "churchmusic", Name: "socket_propagation_seconds",
			Help: "Time from a committed change to its event being written to a socket.", Buckets: []float64{.001, .005, .01, .025, .05, .1, .25, 1, 5}}),
	}
	reg.MustRegister(m.requests, m.seconds, m.bytes, m.inFlight, m.shed, m.panics, m.propagation,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	registerBuild(reg, version)
	if hub != nil {
		registerHub(reg, hub)
	}
	return m
}

func registerBuild(reg *prometheus.Registry, version string) {
	info := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "churchmusic", Name: "build_info", Help: "The program that runs; always 1.",
		ConstLabels: prometheus.Labels{"version": version, "go": runtime.Version()}})
	info.Set(1)
	reg.MustRegister(info)
}

func registerHub(reg *prometheus.Registry, hub *live.Hub) {
	value := func(n, help string, read func(live.Stats) float64) {
		reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: "churchmusic", Name: n, Help: help},
			func() float64 { return read(hub.Stats()) }))
	}
	value("sockets", "Open WebSockets.", func(s live.Stats) float64 { return float64(s.Listeners) })
	value("live_events", "Events published since the start.", func(s live.Stats) float64 { return float64(s.Published) })
	value("live_slow", "Listeners dropped because they were too slow, since the start.", func(s live.Stats) float64 { return float64(s.Slow) })
}

type meterKey struct {
	route, method string
	status        int
}

type meter struct {
	requests prometheus.Counter
	seconds  prometheus.Observer
}

func (m *metrics) count(x *exchange, took time.Duration) {
	at := m.meter(meterKey{x.name(), known(x.request.Method), x.status})
	at.requests.Inc()
	if x.status != http.StatusSwitchingProtocols {
		at.seconds.Observe(took.Seconds())
	}
	m.bytes.Add(float64(x.written))
}

func (m *metrics) meter(k meterKey) meter {
	if kept := m.kept.Load(); kept != nil {
		if at, ok := (*kept)[k]; ok {
			return at
		}
	}
	m.keeping.Lock()
	defer m.keeping.Unlock()
	more := map[meterKey]meter{}
	if kept := m.kept.Load(); kept != nil {
		maps.Copy(more, *kept)
	}
	more[k] = meter{m.requests.WithLabelValues(k.route, k.method, strconv.Itoa(k.status)), m.seconds.WithLabelValues(k.route, k.method)}
	m.kept.Store(&more)
	return more[k]
}

// known keeps the number of label values finite.
func known(method string) string {
	switch method {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS":
		return method
	}
	return "other"
}

// MetricsHandler answers the metrics listener.
func (s *Server) MetricsHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(s.options.Registry, promhttp.HandlerOpts{}))
	return mux
}
