import type { SongSort } from "@/api/types";

/** The list's state in the address, so that it survives a reload and can be sent to somebody. */
export interface SongSearch {
  q?: string;
  key?: string;
  tag?: string[];
  bpm_min?: number;
  bpm_max?: number;
  meter?: string;
  language?: string;
  author?: string;
  sort?: SongSort;
  /** The song in the preview. */
  song?: string;
}

type Raw = Record<string, unknown>;

const sorts: SongSort[] = ["title", "-updated", "key", "bpm", "relevance"];

function text(value: unknown): string | undefined {
  const out = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  return out.trim() ? out.slice(0, 200) : undefined;
}

function bpm(value: unknown): number | undefined {
  const number = Number(value);
  return value !== "" && Number.isInteger(number) && number >= 1 && number <= 400 ? number : undefined;
}

function list(value: unknown): string[] | undefined {
  const all = (Array.isArray(value) ? value : [value]).map(text).filter((v) => v !== undefined);
  return all.length ? [...new Set(all)] : undefined;
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

/** Keeps what makes sense of an address that anybody may have typed; the rest is dropped without a word. */
export function parseSongSearch(raw: Raw): SongSearch {
  const low = bpm(raw.bpm_min);
  const high = bpm(raw.bpm_max);
  const swapped = low !== undefined && high !== undefined && low > high;
  return compact({
    q: text(raw.q),
    key: text(raw.key)?.match(/^[A-G][b#]?m?$/)?.[0],
    tag: list(raw.tag),
    bpm_min: swapped ? high : low,
    bpm_max: swapped ? low : high,
    meter: text(raw.meter),
    language: text(raw.language),
    author: text(raw.author),
    sort: sorts.find((s) => s === raw.sort),
    song: text(raw.song),
  });
}

/** What the server is asked for; the preview's song is not part of the list. */
export function listParams({ song: _, ...search }: SongSearch): Omit<SongSearch, "song"> {
  return compact(search);
}

export function hasFilters(search: SongSearch): boolean {
  const { q, sort, song, ...filters } = search;
  return Object.keys(compact(filters)).length > 0;
}

export interface ChartSearch {
  /** The arrangement; the default one without it. */
  arr?: string;
  key?: string;
  capo?: number;
}

export function parseChartSearch(raw: Raw): ChartSearch {
  const capo = Number(raw.capo);
  return compact({
    arr: text(raw.arr),
    key: text(raw.key)?.match(/^[A-G][b#]?m?$/)?.[0],
    capo: Number.isInteger(capo) && capo > 0 && capo <= 11 ? capo : undefined,
  });
}

export function parseEditSearch(raw: Raw): { arr?: string } {
  return compact({ arr: text(raw.arr) });
}

export function parseNewSearch(raw: Raw): { title?: string } {
  return compact({ title: text(raw.title) });
}
