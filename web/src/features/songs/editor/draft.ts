import type { Arrangement, Song } from "@/api/types";
import type { SongInput } from "../queries";

export type DraftArrangement = Pick<
  Arrangement,
  "id" | "name" | "default" | "chart_text" | "default_key" | "bpm" | "meter" | "duration_seconds" | "sequence"
>;

/** Everything that people edit of a song. An arrangement that is not stored yet has the id "". */
export type SongDraft = Omit<
  Song,
  "id" | "version" | "arrangements" | "created_at" | "updated_at" | "deleted_at" | "keys" | "may"
> & { arrangements: DraftArrangement[] };

const facts = [
  "title",
  "aliases",
  "tune",
  "year",
  "authors",
  "copyright",
  "public_domain",
  "ccli_song_number",
  "language",
  "tags",
  "songbooks",
  "scripture",
  "notes",
  "links",
  "visibility",
] as const;

export type FactName = (typeof facts)[number];

export function emptyArrangement(name: string, isDefault: boolean): DraftArrangement {
  return {
    id: "",
    name,
    default: isDefault,
    chart_text: "",
    default_key: "",
    bpm: 0,
    meter: "",
    duration_seconds: 0,
    sequence: [],
  };
}

export function emptyDraft(title = ""): SongDraft {
  return {
    title,
    aliases: [],
    tune: "",
    year: 0,
    authors: [],
    copyright: "",
    public_domain: false,
    ccli_song_number: "",
    language: "",
    tags: [],
    songbooks: [],
    scripture: [],
    notes: "",
    links: [],
    visibility: "members",
    arrangements: [emptyArrangement("", true)],
  };
}

function arrangementDraft(a: Arrangement): DraftArrangement {
  const { id, name, chart_text, default_key, bpm, meter, duration_seconds, sequence } = a;
  return { id, name, default: a.default, chart_text, default_key, bpm, meter, duration_seconds, sequence };
}

export function draftOf(song: Song): SongDraft {
  const picked = Object.fromEntries(facts.map((name) => [name, song[name]])) as Pick<Song, FactName>;
  return { ...picked, arrangements: song.arrangements.map(arrangementDraft) };
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is sent: empty rows of the form are left out. */
export function inputOf(draft: SongDraft): SongInput {
  return {
    ...draft,
    title: draft.title.trim(),
    aliases: draft.aliases.filter((line) => line.trim()),
    scripture: draft.scripture.filter((line) => line.trim()),
    authors: draft.authors.filter((a) => a.name.trim()),
    tags: draft.tags.filter((tag) => tag.name.trim()),
    songbooks: draft.songbooks.filter((b) => b.book.trim() || b.number.trim()),
    links: draft.links.filter((link) => link.url.trim()),
    arrangements: draft.arrangements.map(({ id, ...rest }) => (id ? { id, ...rest } : rest)),
  };
}

export { facts };
