import type { Profile, Session, SongSummary } from "@/api/types";

export type PaletteMode = "all" | "actions" | "people" | "themes";

const signs: Record<string, PaletteMode> = { ">": "actions", "@": "people", "#": "themes" };

/** What is looked for, and among what: `>` actions, `@` people, `#` themes. */
export function readQuery(text: string): { mode: PaletteMode; query: string } {
  const mode = signs[text.trimStart()[0] ?? ""];
  return mode ? { mode, query: text.trimStart().slice(1).trim() } : { mode: "all", query: text.trim() };
}

/** Letters and figures without accents, for names that are matched here. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .toLowerCase();
}

/** Whether every word of the query begins a word of the text, in any order. */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(/\s+/);
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

export type Entry =
  | { kind: "song"; id: string; song: SongSummary; sung: boolean }
  | { kind: "person"; id: string; person: Profile }
  | { kind: "theme"; id: string; name: string }
  | { kind: "action"; id: string; label: string; icon: Action["icon"]; run: () => void };

export interface Action {
  id: string;
  label: string;
  icon: "plus" | "search" | "songs" | "people" | "history" | "users" | "account" | "look" | "keys" | "out";
  when?: (session: Session | undefined) => boolean;
  run: () => void;
}

export interface EntryGroup {
  title: "songs" | "words" | "people" | "themes" | "do";
  entries: Entry[];
}

const most = { title: 6, lyrics: 4, people: 5, themes: 8 };

export function groupSongs(songs: SongSummary[]): EntryGroup[] {
  const entries = songs.map((song): Entry & { kind: "song" } => {
    const sung = song.match?.field === "lyrics" || song.match?.field === "first_line";
    return { kind: "song", id: `song-${song.id}`, song, sung };
  });
  const groups: EntryGroup[] = [
    { title: "songs", entries: entries.filter((e) => !e.sung).slice(0, most.title) },
    { title: "words", entries: entries.filter((e) => e.sung).slice(0, most.lyrics) },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

export function groupPeople(people: Profile[], query: string): EntryGroup[] {
  const found = people.filter((person) => matches(person.name, query)).slice(0, most.people);
  const entries = found.map((person): Entry => ({ kind: "person", id: `person-${person.id}`, person }));
  return entries.length ? [{ title: "people", entries }] : [];
}

export function groupThemes(themes: { group: string; value: string }[], query: string): EntryGroup[] {
  const found = themes.filter((theme) => matches(theme.value, query)).slice(0, most.themes);
  const entries = found.map(
    (theme): Entry => ({
      kind: "theme",
      id: `theme-${theme.group}-${theme.value}`,
      name: `${theme.group}:${theme.value}`,
    }),
  );
  return entries.length ? [{ title: "themes", entries }] : [];
}
