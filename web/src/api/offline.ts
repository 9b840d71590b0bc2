import { hashKey, type QueryKey } from "@tanstack/react-query";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { useSyncExternalStore } from "react";
import { keys } from "./keys";
import { Problem } from "./problem";
import { queryClient } from "./queryClient";
import type { Session } from "./types";

interface Kept {
  hash: string;
  /** Whose it is: the device keeps one person's things at a time. Empty for a visitor. */
  user: string;
  data: unknown;
  savedAt: number;
}

interface Device extends DBSchema {
  kept: { key: string; value: Kept };
}

const pause = 500;
const sessionHash = hashKey(keys.session);
const wholeList = hashKey(keys.songList({}));
const keptNames = new Set<unknown>(["session", "song", "chart", "profiles", "profile"]);

let database: Promise<IDBPDatabase<Device>> | undefined;

async function open(): Promise<IDBPDatabase<Device>> {
  database ??= openDB<Device>("churchmusic-offline", 1, {
    upgrade: (db) => void db.createObjectStore("kept", { keyPath: "hash" }),
  });
  return database;
}

/** What this device keeps for the time without a network: lists, songs with their charts, people with theirs. */
function isKept(key: QueryKey): boolean {
  return keptNames.has(key[0]) || hashKey(key) === wholeList;
}

let owner: string | undefined;
let ready: Promise<unknown> = Promise.resolve();
const pending = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs after everything that was asked of the store before; a browser that keeps nothing is no fault. */
function then<T>(work: (db: IDBPDatabase<Device>) => Promise<T>): Promise<T | undefined> {
  const done = ready.then(async () => work(await open())).catch(() => undefined);
  ready = done;
  return done;
}

/** Says whose device this is now. What was kept for somebody else goes. */
export function ownOffline(user: string) {
  if (owner === user) return;
  owner = user;
  pending.clear();
  void then(async (db) => {
    const session = await db.get("kept", sessionHash);
    if (session?.user !== user) await db.clear("kept");
  });
}

/** Wipes what this device keeps: tablets are shared. */
export async function forgetOffline(): Promise<void> {
  pending.clear();
  await then((db) => db.clear("kept"));
}

function flush() {
  timer = undefined;
  const user = owner;
  if (user === undefined) return;
  const rows = [...pending].flatMap((hash): Kept[] => {
    const state = queryClient.getQueryCache().get(hash)?.state;
    if (state?.data === undefined) return [];
    const data = hash === sessionHash ? { ...(state.data as Session), csrf_token: "" } : state.data;
    return [{ hash, user, data, savedAt: state.dataUpdatedAt }];
  });
  pending.clear();
  void then(async (db) => {
    const tx = db.transaction("kept", "readwrite");
    if (user === owner) await Promise.all(rows.map((row) => tx.store.put(row)));
    await tx.done;
  });
}

function remember(hash: string) {
  pending.add(hash);
  if (timer === undefined) timer = setTimeout(flush, pause);
}

/** Entries of the cache that came from this device, with the time when they were saved. */
let copies: ReadonlyMap<string, number> = new Map();
const listeners = new Set<() => void>();

function setCopy(hash: string, savedAt: number | undefined) {
  if (copies.get(hash) === savedAt) return;
  const next = new Map(copies);
  if (savedAt === undefined) next.delete(hash);
  else next.set(hash, savedAt);
  copies = next;
  for (const listener of listeners) listener();
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type === "removed") setCopy(event.query.queryHash, undefined);
  if (event.type !== "updated" || event.action.type !== "success") return;
  const { queryKey, queryHash } = event.query;
  if (event.action.manual) setCopy(queryHash, undefined);
  if (isKept(queryKey) && !copies.has(queryHash)) remember(queryHash);
});

async function copyOf(hash: string): Promise<Kept | undefined> {
  const found = await then(async (db) => [await db.get("kept", hash), await db.get("kept", sessionHash)] as const);
  const [row, session] = found ?? [];
  return row && row.user === (owner ?? session?.user) ? row : undefined;
}

type Fetch<T> = (context: { signal: AbortSignal }) => Promise<T>;

/** What can be had without a server, and of when it is. */
export interface Copy<T> {
  data: T;
  savedAt: number;
}

/**
 * A fetch that gives what this device keeps, else what can be made of it, when no server answers. What is gone or forbidden
 * is not kept longer.
 */
export function kept<T>(key: QueryKey, fetch: Fetch<T>, make?: () => Promise<Copy<T> | undefined>): Fetch<T> {
  const hash = hashKey(key);
  return async (context) => {
    try {
      const data = await fetch(context);
      setCopy(hash, undefined);
      return data;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 403 || error.status === 404) void then((db) => db.delete("kept", hash));
      const copy = error.unreachable ? ((await keptCopy<T>(key)) ?? (await make?.())) : undefined;
      if (!copy) throw error;
      setCopy(hash, copy.savedAt);
      return copy.data;
    }
  };
}

/** The kept value of an entry. */
export async function keptCopy<T>(key: QueryKey): Promise<Copy<T> | undefined> {
  return (await copyOf(hashKey(key))) as (Kept & { data: T }) | undefined;
}

/** The songs whose page is on this device. */
export async function keptSongs(): Promise<Set<string>> {
  const hashes = (await then((db) => db.getAllKeys("kept"))) ?? [];
  return new Set(hashes.flatMap((hash) => songOf(JSON.parse(hash) as string[])));
}

function songOf([name, id]: string[]): string[] {
  return name === "song" && id !== undefined ? [id] : [];
}

/** Fetches anew what came from this device; a chart comes along with its song. */
export function refreshCopies() {
  if (copies.size === 0) return;
  void queryClient.invalidateQueries({
    predicate: ({ queryHash, queryKey }) => copies.has(queryHash) && queryKey[0] !== "chart",
  });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function oldestCopy(): number {
  return copies.size === 0 ? 0 : Math.min(...copies.values());
}

/** When the oldest of what stands here from this device was saved; 0 when all of it is the server's. */
export function useSavedAt(): number {
  return useSyncExternalStore(subscribe, oldestCopy, () => 0);
}
