import type { MatchField, SongSummary } from "@/api/types";

export type MatchGroup = "title" | "lyrics" | "people" | "other";

export type Row = { kind: "group"; group: MatchGroup } | { kind: "song"; song: SongSummary; position: number };

const groupOf: Record<MatchField, MatchGroup> = {
  title: "title",
  alias: "title",
  first_line: "lyrics",
  lyrics: "lyrics",
  author: "people",
  tune: "other",
  tag: "other",
  songbook: "other",
  ccli: "other",
};

/** The list with its headings. Best matches stand under where they matched; any other order needs no headings. */
export function rowsOf(songs: SongSummary[], grouped: boolean): Row[] {
  if (!grouped) return songs.map((song, position) => ({ kind: "song", song, position }));
  const groups = new Map<MatchGroup, SongSummary[]>();
  for (const song of songs) {
    const group = groupOf[song.match?.field ?? "title"];
    const list = groups.get(group);
    if (list) list.push(song);
    else groups.set(group, [song]);
  }
  const rows: Row[] = [];
  let position = 0;
  for (const [group, list] of groups) {
    rows.push({ kind: "group", group });
    for (const song of list) rows.push({ kind: "song", song, position: position++ });
  }
  return rows;
}

/** The songs in the order in which they stand on the screen. */
export function songsOf(rows: Row[]): SongSummary[] {
  return rows.flatMap((row) => (row.kind === "song" ? [row.song] : []));
}

/** The song a step away from the chosen one; the first when none is chosen. */
export function neighbour(songs: SongSummary[], id: string | undefined, by: 1 | -1): SongSummary | undefined {
  const here = songs.findIndex((s) => s.id === id);
  if (here < 0) return songs[0];
  return songs[Math.max(0, Math.min(songs.length - 1, here + by))];
}
