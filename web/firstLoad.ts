import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What the first page may cost on the wire, in bytes: scripts and styles as brotli, without fonts. */
const budget = 180_000;
const firstScreen = "features/songs/SongsScreen.tsx";

type Bundle = Rolldown.OutputBundle;

function isFirst(chunk: Rolldown.OutputChunk): boolean {
  return chunk.isEntry || chunk.moduleIds.some((id) => id.endsWith(firstScreen));
}

/** The files that the first page needs: its scripts, what they import, and their styles. */
function needed(bundle: Bundle): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk") return;
    found.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
    chunk.imports.forEach(visit);
  };
  for (const chunk of Object.values(bundle)) if (chunk.type === "chunk" && isFirst(chunk)) visit(chunk.fileName);
  return [...found];
}

function sizeOf(bundle: Bundle, name: string): number {
  const file = bundle[name];
  return file ? brotliCompressSync(file.type === "chunk" ? file.code : file.source).length : 0;
}

/** Ends a build whose first page has grown beyond the budget. */
export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const theme = brotliCompressSync(readFileSync(new URL("public/theme.js", import.meta.url))).length;
        const sizes = needed(bundle).map((name) => [name, sizeOf(bundle, name)] as const);
        const total = sizes.reduce((sum, [, size]) => sum + size, theme);
        const words = `first page: ${(total / 1000).toFixed(1)} KB of scripts and styles (brotli, without fonts)`;
        if (total <= budget) return this.info(words);
        const list = sizes.sort((a, b) => b[1] - a[1]).map(([name, size]) => `  ${size} ${name}`);
        this.error(`${words}, more than ${budget / 1000} KB:\n${list.join("\n")}`);
      },
    },
  };
}
