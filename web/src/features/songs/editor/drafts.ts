import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { SongDraft } from "./draft";

export interface KeptDraft {
  /** The song's id, or "new". */
  id: string;
  draft: SongDraft;
  /** What the draft grew from, so that a conflict can tell who changed what. */
  base: SongDraft;
  version: number;
  savedAt: number;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

let database: Promise<IDBPDatabase<Drafts>> | undefined;

function open() {
  database ??= openDB<Drafts>("churchmusic", 1, {
    upgrade(db) {
      db.createObjectStore("drafts", { keyPath: "id" });
    },
  });
  return database;
}

const lastWords = (id: string) => `cmd.draft.${id}`;

/** For a page that is being closed: only a synchronous store is sure to be done in time. */
export function keepLastWords(draft: KeptDraft) {
  try {
    localStorage.setItem(lastWords(draft.id), JSON.stringify(draft));
  } catch {
    // What was kept a moment ago stays.
  }
}

/** What a closing page left behind becomes an ordinary draft. */
async function takeLastWords(id: string): Promise<KeptDraft | undefined> {
  const text = localStorage.getItem(lastWords(id));
  if (!text) return undefined;
  const draft = JSON.parse(text) as KeptDraft;
  if (await keepDraft(draft)) localStorage.removeItem(lastWords(id));
  return draft;
}

/** The draft that this device keeps for a song; undefined too where the browser keeps nothing. */
export async function readDraft(id: string): Promise<KeptDraft | undefined> {
  try {
    return (await takeLastWords(id)) ?? (await (await open()).get("drafts", id));
  } catch {
    return undefined;
  }
}

/** Answers whether the device kept it. */
export async function keepDraft(draft: KeptDraft): Promise<boolean> {
  try {
    await (await open()).put("drafts", draft);
    return true;
  } catch {
    return false;
  }
}

export async function dropDraft(id: string): Promise<void> {
  try {
    localStorage.removeItem(lastWords(id));
    await (await open()).delete("drafts", id);
  } catch {
    // Where nothing is kept there is nothing to drop.
  }
}
