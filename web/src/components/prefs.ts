import { createStore, useStore } from "./store";

export type Theme = "system" | "light" | "dark";
export type TextSize = "normal" | "large" | "larger";
export type Notation = "letters" | "nashville" | "roman" | "solfege" | "german" | "words";
export type NoteNames = Extract<Notation, "letters" | "solfege" | "german">;

/** What this device remembers about how its reader likes things. */
export interface Prefs {
  theme: Theme;
  text: TextSize;
  singleKeys: boolean;
  notation: Notation;
  /** The note names to come back to from numbers or words. */
  names: NoteNames;
  /** Chart text, as a factor of the screen's own size. */
  chartScale: number;
  columns: 1 | 2;
  writeOut: boolean;
  clearLetters: boolean;
  readChords: boolean;
}

const name = "cmd.prefs";
const defaults: Prefs = {
  theme: "system",
  text: "normal",
  singleKeys: true,
  notation: "letters",
  names: "letters",
  chartScale: 1,
  columns: 2,
  writeOut: false,
  clearLetters: false,
  readChords: false,
};

/** What follows a person to other devices; the rest fits a device's screen and stays on it. */
export const followed = ["theme", "text", "singleKeys", "notation", "names"] as const;
export type Followed = Pick<Prefs, (typeof followed)[number]>;

const allowed: { [K in keyof Followed]: readonly Followed[K][] } = {
  theme: ["system", "light", "dark"],
  text: ["normal", "large", "larger"],
  singleKeys: [true, false],
  notation: ["letters", "nashville", "roman", "solfege", "german", "words"],
  names: ["letters", "solfege", "german"],
};

/** Those of an account's preferences that make sense here. */
export function readFollowed(raw: Record<string, unknown>): Partial<Followed> {
  const fits = followed.filter((name) => (allowed[name] as readonly unknown[]).includes(raw[name]));
  return Object.fromEntries(fits.map((name) => [name, raw[name]]));
}

function load(): Prefs {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Prefs>) };
  } catch {
    return defaults;
  }
}

function apply(prefs: Prefs) {
  const data = document.documentElement.dataset;
  if (prefs.theme === "system") delete data.theme;
  else data.theme = prefs.theme;
  if (prefs.text === "normal") delete data.text;
  else data.text = prefs.text;
}

export const prefs = createStore<Prefs>(load(), (value) => {
  apply(value);
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A device that stores nothing keeps the choice until the page is closed.
  }
});

function areNames(notation: Notation): notation is NoteNames {
  return notation === "letters" || notation === "solfege" || notation === "german";
}

/** Sets how chords are written; a choice of note names is remembered. */
export function chooseNotation(notation: Notation) {
  prefs.set(areNames(notation) ? { notation, names: notation } : { notation });
}

export function usePrefs(): Prefs {
  return useStore(prefs);
}
