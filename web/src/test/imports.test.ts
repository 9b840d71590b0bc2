import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = resolve(__dirname, "..");

/** The wire's shapes carry no code, so that components may name what they draw. */
const free = join(src, "api/types");

/** What each layer may import, besides itself and packages: the table in ARCHITECTURE.md. */
const layers: Record<string, string[]> = {
  "components/ui": ["components", "i18n"],
  components: ["components/ui", "i18n"],
  api: [],
  i18n: [],
  features: ["components", "components/ui", "api", "i18n"],
  routes: ["features", "app", "api"],
  app: ["routes", "features", "components", "components/ui", "api", "i18n"],
};

function files(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") ? [path] : [];
  });
}

function layerOf(path: string): string {
  const [first = "", second] = relative(src, path).split("/");
  return first === "components" && second === "ui" ? "components/ui" : first;
}

function importsOf(path: string): string[] {
  const found = readFileSync(path, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g);
  return [...found].flatMap(([, name = ""]) => {
    if (name.startsWith("@/")) return [join(src, name.slice(2))];
    return name.startsWith(".") ? [resolve(path, "..", name)] : [];
  });
}

function feature(path: string): string {
  return relative(join(src, "features"), path).split("/")[0] ?? "";
}

describe("layers", () => {
  const all = files(src).filter((path) => layerOf(path) in layers);

  it("import only what the table allows", () => {
    const wrong = all.flatMap((path) =>
      importsOf(path)
        .filter((target) => target !== free && layerOf(target) in layers && layerOf(target) !== layerOf(path))
        .filter((target) => !layers[layerOf(path)]?.includes(layerOf(target)))
        .map((target) => `${relative(src, path)} → ${relative(src, target)}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keep features apart", () => {
    const wrong = all
      .filter((path) => layerOf(path) === "features")
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => layerOf(target) === "features" && feature(target) !== feature(path))
          .map((target) => `${relative(src, path)} → ${relative(src, target)}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keep files short", () => {
    const long = files(src).filter((p) => !p.endsWith(".gen.ts") && readFileSync(p, "utf8").split("\n").length > 400);
    expect(long).toEqual([]);
  });
});
