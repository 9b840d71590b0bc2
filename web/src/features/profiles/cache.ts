import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { PersonPage, Profile, ProfileSong } from "@/api/types";
import type { Found } from "./queries";

type Rows = ProfileSong[];
type Cached = Rows | Found | undefined;

/** How a change shows in a person's list, and in the songs that could be added. */
export interface Patch {
  list: (rows: Rows, whole: boolean) => Rows;
  found: (rows: Rows) => Rows;
}

function patched(cached: Cached, patch: Patch): Cached {
  if (!cached) return cached;
  return Array.isArray(cached) ? patch.list(cached, false) : { ...cached, rows: patch.found(cached.rows) };
}

/** Changes what is cached and leaves it as stale as it was, for setting data would make it fresh: what waits to be fetched again still does. */
function amend<T>(queryKey: readonly unknown[], change: (data: T) => T) {
  const stale = queryClient.getQueryState(queryKey)?.isInvalidated;
  queryClient.setQueryData<T>(queryKey, (data) => data && change(data));
  if (stale) void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
}

function setPage(profileId: string, change: (page: PersonPage) => PersonPage) {
  amend<PersonPage>(keys.profile(profileId), change);
}

export function patchRows(profileId: string, patch: Patch) {
  setPage(profileId, (page) => ({ ...page, songs: patch.list(page.songs, true) }));
  for (const [key] of searches(profileId)) amend<Cached>(key, (cached) => patched(cached, patch));
}

function searches(profileId: string) {
  return queryClient.getQueriesData<Cached>({ queryKey: keys.profileSongs(profileId) });
}

/** Shows a change at once; answers the way back for when the server refuses it. */
export async function optimistic(profileId: string, patch: Patch, songs = 0): Promise<() => void> {
  const queryKey = keys.profileSongs(profileId);
  await queryClient.cancelQueries({ queryKey });
  await queryClient.cancelQueries({ queryKey: keys.profile(profileId) });
  const before = searches(profileId);
  const page = queryClient.getQueryData<PersonPage>(keys.profile(profileId));
  patchRows(profileId, patch);
  addToCount(profileId, songs);
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data);
    addToCount(profileId, -songs);
    queryClient.setQueryData(keys.profile(profileId), page);
  };
}

/** How many songs a person has stands on the page and in the list of people. */
function addToCount(profileId: string, songs: number) {
  if (songs === 0) return;
  const counted = (one: Profile) => ({ ...one, song_count: one.song_count + songs });
  setPage(profileId, (page) => ({ ...page, profile: counted(page.profile) }));
  amend<Profile[]>(keys.profiles, (all) => all.map((one) => (one.id === profileId ? counted(one) : one)));
}

/** The row as the page holds it now, with the version of the last answer. */
export function cachedRow(profileId: string, songId: string): ProfileSong | undefined {
  const page = queryClient.getQueryData<PersonPage>(keys.profile(profileId));
  const inList = (row: ProfileSong) => row.in_list && row.song.id === songId;
  const hit = page?.songs.find(inList);
  if (hit) return hit;
  for (const [, cached] of searches(profileId)) {
    const found = (Array.isArray(cached) ? cached : (cached?.rows ?? [])).find(inList);
    if (found) return found;
  }
  return undefined;
}

/** The rows with the versions that a change of several gave them. */
export function versionsPatch(versions: Record<string, number>): Patch {
  const each = (rows: Rows) =>
    rows.map((row) => {
      const version = row.in_list ? versions[row.song.id] : undefined;
      return version === undefined ? row : { ...row, version };
    });
  return { list: each, found: each };
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
