// Package web carries the built pages inside the binary.
package web

import "embed"

// Dist holds web/dist as the build left it; a tree without a build has only .gitkeep in it.
//
//go:embed all:dist
var Dist embed.FS
