package config

// Option is one setting: how it is named in the three places, and what it means.
type Option struct {
	Flag    string // --flag, also the key in the file
	Default string
	Meaning string
	Secret  bool // the value is never shown, and NAME_FILE may name a file that holds it
	Serve   bool // only serve needs it; other commands have no flag for it
	Bool    bool // the flag alone means true
	set     func(c *Config, value string) error
}

// Env gives the option's environment variable.
func (o Option) Env() string { return envName(o.Flag) }

// Options is the table of all settings, in the order of the help.
func Options() []Option {
	return []Option{
		{Flag: "data", Default: "./data", set: setData,
			Meaning: "folder for the database, its lock and files"},
		{Flag: "database-url", Secret: true, set: setDatabaseURL,
			Meaning: "postgres://user:password@host/name; empty keeps everything in SQLite in the data folder"},
		{Flag: "api-addr", Default: ":8080", Serve: true, set: addr("api-addr", false, func(c *Config) *string { return &c.APIAddr }),
			Meaning: "where the API listens"},
		{Flag: "web-addr", Default: ":5100", Serve: true, set: addr("web-addr", false, func(c *Config) *string { return &c.WebAddr }),
			Meaning: "where the web pages listen"},
		{Flag: "metrics-addr", Default: "127.0.0.1:9464", Serve: true, set: addr("metrics-addr", true, func(c *Config) *string { return &c.MetricsAddr }),
			Meaning: "where Prometheus metrics listen; off for none"},
		{Flag: "public-url", Default: "http://localhost:5100", set: setPublicURL,
			Meaning: "address people type, by itself localhost with the port of web-addr; https:// makes cookies Secure and sends HSTS"},
		{Flag: "only", Serve: true, set: setOnly,
			Meaning: "run one half: api or web; empty runs both"},
		{Flag: "api-url", Default: "http://127.0.0.1:8080", Serve: true, set: setAPIURL,
			Meaning: "with --only web: the API to pass /api and /ws to"},
		{Flag: "allowed-origins", Serve: true, set: setOrigins,
			Meaning: "further origins whose pages may call the API, with commas between"},
		{Flag: "trusted-proxies", Default: "127.0.0.0/8,::1/128", Serve: true, set: setProxies,
			Meaning: "networks of proxies whose X-Forwarded-For is believed, with commas between; none for none"},
		{Flag: "log-level", Default: "info", set: setLogLevel,
			Meaning: "least level that is logged: debug, info, warn or error"},
		{Flag: "log-requests", Default: "errors", Serve: true, set: setLogRequests,
			Meaning: "errors (with changes and slow requests) or all"},
		{Flag: "church-name", Default: "Our church", set: setChurchName,
			Meaning: "the church's name until it is set on the settings screen"},
		{Flag: "starter", Default: "true", Serve: true, Bool: true, set: setStarter,
			Meaning: "load the public-domain starter library into an empty database"},
	}
}
