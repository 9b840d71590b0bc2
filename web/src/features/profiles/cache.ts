import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Profile, ProfileSong } from "@/api/types";
import type { Found } from "./queries";

type Rows = ProfileSong[];
type Cached = Rows | Found | undefined;

/** How a change shows in a person's list, and in the songs that could be added. */
export interface Patch {
  list: (rows: Rows, whole: boolean) => Rows;
  found: (rows: Rows) => Rows;
}

function patched(cached: Cached, patch: Patch, whole: boolean): Cached {
  if (!cached) return cached;
  return Array.isArray(cached) ? patch.list(cached, whole) : { ...cached, rows: patch.found(cached.rows) };
}

export function patchRows(profileId: string, patch: Patch) {
  for (const [key, cached] of queryClient.getQueriesData<Cached>({ queryKey: keys.profileSongs(profileId) }))
    queryClient.setQueryData<Cached>(key, patched(cached, patch, key.at(-1) === ""));
}

/** Shows a change at once; answers the way back for when the server refuses it. */
export async function optimistic(profileId: string, patch: Patch, songs = 0): Promise<() => void> {
  const queryKey = keys.profileSongs(profileId);
  await queryClient.cancelQueries({ queryKey });
  const before = queryClient.getQueriesData({ queryKey });
  patchRows(profileId, patch);
  addToCount(profileId, songs);
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data);
    addToCount(profileId, -songs);
  };
}

function addToCount(profileId: string, songs: number) {
  if (songs === 0) return;
  queryClient.setQueryData<Profile>(
    keys.profile(profileId),
    (was) => was && { ...was, song_count: was.song_count + songs },
  );
}

/** The row as the page holds it now, with the version of the last answer. */
export function cachedRow(profileId: string, songId: string): ProfileSong | undefined {
  for (const [, cached] of queryClient.getQueriesData<Cached>({ queryKey: keys.profileSongs(profileId) })) {
    const rows = Array.isArray(cached) ? cached : (cached?.rows ?? []);
    const hit = rows.find((row) => row.in_list && row.song.id === songId);
    if (hit) return hit;
  }
  return undefined;
}

/** Changes the rows of one song wherever they stand; the song itself keeps what the search marked in it. */
export function rowPatch(songId: string, change: Partial<ProfileSong>): Patch {
  const each = (rows: Rows) =>
    rows.map((row) => (row.song.id === songId ? { ...row, ...change, song: row.song } : row));
  return { list: each, found: each };
}

export function addPatch(row: ProfileSong): Patch {
  const { found } = rowPatch(row.song.id, row);
  return {
    found,
    list: (rows, whole) => {
      if (rows.some((one) => one.song.id === row.song.id)) return found(rows);
      return whole ? [...rows, row] : rows;
    },
  };
}

export function removePatch(songIds: string[]): Patch {
  const gone = new Set(songIds);
  return {
    list: (rows) => rows.filter((row) => !gone.has(row.song.id)),
    found: (rows) =>
      rows.map((row) => (gone.has(row.song.id) ? { ...row, in_list: false, version: 0, preferred_key: "" } : row)),
  };
}

export function orderPatch(songIds: string[]): Patch {
  const place = new Map(songIds.map((id, i) => [id, i]));
  const at = (row: ProfileSong) => place.get(row.song.id) ?? songIds.length;
  return { list: (rows, whole) => (whole ? [...rows].sort((a, b) => at(a) - at(b)) : rows), found: (rows) => rows };
}
