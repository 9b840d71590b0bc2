# Verbs only: `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev build test check gen e2e bench fmt

export CGO_ENABLED = 0

version := $(shell git describe --tags --always --dirty 2>/dev/null || echo development)
go_sources := $(shell find cmd internal -name testdata -prune -o \( -type d -o -type f ! -name '*_test.go' \) -print) web/embed.go go.mod go.sum
web_sources := $(shell find web/src web/public -type d -o -type f ! -name '*.test.*') $(wildcard web/*.html web/*.json web/*.ts) scripts/precompress/main.go

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: build ## build what changed and start the program: pages on 5100, API on 8080, data in ./data
	@exec bin/churchmusic serve

dev: web/node_modules/.package-lock.json ## the API and, on 5173, pages that reload themselves
	@go build -o bin/churchmusic-dev ./cmd/churchmusic
	@bin/churchmusic-dev serve --only api & api=$$!; trap "kill $$api" EXIT; cd web && npm run dev

build: bin/churchmusic ## the one binary at bin/churchmusic

test: build ## everything: Go on SQLite and PostgreSQL, web, generated files, stories in a browser
	@$(MAKE) --no-print-directory check
	@scripts/generated
	@$(MAKE) --no-print-directory e2e

check: web/node_modules/.package-lock.json ## the quick look: format, vet, types, unit tests
	@test -z "$$(gofmt -l bench cmd internal scripts web/embed.go)" || { gofmt -l bench cmd internal scripts web/embed.go; echo "make fmt mends these files" >&2; exit 1; }
	@scripts/need initdb=postgresql
	go vet ./bench/... ./cmd/... ./internal/... ./scripts/...
	scripts/with-postgres go test ./cmd/... ./internal/...
	cd web && npm run check && npm test

gen: web/node_modules/.package-lock.json ## write the generated files: the API's document and the web's types
	@mkdir -p api
	go run ./cmd/churchmusic openapi > api/openapi.yaml.new && mv api/openapi.yaml.new api/openapi.yaml
	cd web && npm run gen

e2e: build e2e/node_modules/.package-lock.json ## stories in a browser, on the real binary
	@scripts/need chromium=chromium
	cd e2e && npm run check && npx playwright test

bench: build ## our server beside others: make bench HARNESS=../shared/bench (bench/README.md)
	bench/run

fmt: web/node_modules/.package-lock.json ## format all sources
	gofmt -w bench cmd internal scripts web/embed.go
	cd web && npm run fix

bin/churchmusic: $(go_sources) web/dist/index.html
	go build -trimpath -ldflags "-s -w -X main.version=$(version)" -o $@ ./cmd/churchmusic

web/dist/index.html: web/node_modules/.package-lock.json $(web_sources)
	cd web && npm run build
	go run ./scripts/precompress web/dist
	@touch web/dist/.gitkeep $@

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --no-fund --no-audit
	@touch $@
