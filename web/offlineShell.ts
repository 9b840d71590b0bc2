import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Large and seldom needed: kept on a device once they were used, not before. */
const seldom = /codemirror|SourceEditor|latin-ext|italic|commit-mono|atkinson|\.(svg|map|txt)$/;
const fixed = ["theme.js", "icon.svg"];

function read(name: string): Buffer {
  return readFileSync(new URL(name, import.meta.url));
}

/** Writes sw.js: the worker of src/worker with the files of this build and a version that follows from their content. */
export function offlineShell(): Plugin {
  return {
    name: "offline-shell",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const built = Object.keys(bundle).filter((name) => name.startsWith("assets/") && !seldom.test(name));
        const page = bundle["index.html"];
        const source = read("src/worker/sw.js").toString();
        const hash = createHash("sha256").update(source).update(built.sort().join());
        if (page?.type === "asset") hash.update(page.source);
        for (const name of fixed) hash.update(read(`public/${name}`));
        const files = ["/", ...fixed.map((name) => `/${name}`), ...built.map((name) => `/${name}`)];
        this.emitFile({
          type: "asset",
          fileName: "sw.js",
          source: source
            .replace("%VERSION%", hash.digest("hex").slice(0, 16))
            .replace('["%FILES%"]', JSON.stringify(files)),
        });
      },
    },
  };
}
