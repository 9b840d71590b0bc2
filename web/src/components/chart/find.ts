/** A pattern for `split` that finds the words of a search in plain text, ignoring case; undefined without words. */
export function findPattern(query: string | undefined): RegExp | undefined {
  const phrases = [...(query ?? "").matchAll(/"([^"]+)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? "");
  const words = phrases.map((p) => p.replace(/["“”]/g, "").trim()).filter((p) => p.length > 1);
  if (words.length === 0) return undefined;
  const source = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’]/g, "['’]")).join("|");
  return new RegExp(`(${source})`, "giu");
}
