import type { ProfileKind } from "@/api/types";

const kinds: ProfileKind[] = ["leader", "singer", "musician"];
export type ListSort = "own" | "title" | "key" | "led";
export const listSorts: ListSort[] = ["own", "title", "key", "led"];

/** What the list of people shows, in the address. */
export interface PeopleSearch {
  q?: string;
  kind?: ProfileKind;
}

/** What one person's list shows, in the address. */
export interface PersonSearch {
  q?: string;
  sort?: Exclude<ListSort, "own">;
}

function text(value: unknown): string | undefined {
  const out = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  return out.trim() ? out.slice(0, 200) : undefined;
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

export function parsePeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return compact({ q: text(raw.q), kind: kinds.find((kind) => kind === raw.kind) });
}

export function parsePersonSearch(raw: Record<string, unknown>): PersonSearch {
  const sort = listSorts.find((one) => one === raw.sort);
  return compact({ q: text(raw.q), sort: sort === "own" ? undefined : sort });
}
