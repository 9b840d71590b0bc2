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

/** The draft that this device keeps for a song; undefined too where the browser keeps nothing. */
export async function readDraft(id: string): Promise<KeptDraft | undefined> {
  try {
    return await (await open()).get("drafts", id);
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
    await (await open()).delete("drafts", id);
  } catch {
    // Where nothing is kept there is nothing to drop.
  }
}
