import { useMutation } from "@tanstack/react-query";
import { type Answer, api } from "@/api/client";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { asProblem, Problem } from "@/api/problem";
import { queryClient } from "@/api/queryClient";
import type { ProfileSong } from "@/api/types";
import { undoChange } from "@/api/undo";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { addPatch, cachedRow, optimistic, orderPatch, patchRows, removePatch, rowPatch, versionsPatch } from "./cache";
import { type Entry, entryOf, newEntry, sameEntry } from "./model";

interface Bulk {
  change_id: string;
  count: number;
  versions?: Record<string, number>;
}

type Undoable = { changeId: string } | { data: Bulk };

function tell(text: string | undefined, answer: Undoable) {
  const id = "changeId" in answer && answer.changeId ? answer.changeId : "data" in answer ? answer.data.change_id : "";
  if (text) toast({ text, undo: id ? () => undoChange(id) : undefined });
}

/** What all changes of a list share: one after the other, shown at once, taken back when refused. */
function shared(profileId: string) {
  return {
    scope: { id: `profile-songs-${profileId}` },
    onError: (error: Error, _: unknown, rollback: (() => void) | undefined) => {
      rollback?.();
      void queryClient.invalidateQueries({ queryKey: keys.profile(profileId) });
      void queryClient.invalidateQueries({ queryKey: keys.profileSongs(profileId) });
      toast({ text: changeFailure(error), danger: true });
    },
    onSettled: () => {
      announce({ type: "profile_song", id: profileId, own: true });
      // Word of somebody else's change may have come while this one was under way.
      void queryClient.refetchQueries({
        queryKey: keys.profile(profileId),
        predicate: (query) => query.state.isInvalidated,
      });
    },
  };
}

function put(profileId: string, songId: string, body: Entry, version?: number): Promise<Answer<ProfileSong>> {
  return api.put("/api/profiles/{id}/songs/{song_id}", { path: { id: profileId, song_id: songId }, body, version });
}

interface EntryChange {
  row: ProfileSong;
  change: Partial<Entry>;
  told?: string;
}

/**
 * Saves a row. When only its place or version moved on meanwhile, the change still holds and is sent again;
 * when somebody changed the same row, theirs stays.
 */
async function saveEntry(profileId: string, { row, change }: EntryChange): Promise<Answer<ProfileSong>> {
  const base = entryOf(row);
  const body = { ...base, ...change };
  try {
    return await put(profileId, row.song.id, body, cachedRow(profileId, row.song.id)?.version ?? row.version);
  } catch (error) {
    const current = error instanceof Problem && error.conflict ? (error.current as ProfileSong | undefined) : undefined;
    if (!current || !sameEntry(entryOf(current), base)) throw error;
    return put(profileId, row.song.id, body, current.version);
  }
}

export function useChangeEntry(profileId: string) {
  return useMutation({
    ...shared(profileId),
    mutationFn: (input: EntryChange) => saveEntry(profileId, input),
    onMutate: ({ row, change }) => optimistic(profileId, rowPatch(row.song.id, change)),
    onSuccess: (answer, { row, told }) => {
      patchRows(profileId, rowPatch(row.song.id, { version: answer.data.version }));
      tell(told, answer);
    },
  });
}

/** Puts one song at the end of the list, in a key of its own or, with none, in the arrangement's. */
export function useAddSong(profileId: string) {
  return useMutation({
    ...shared(profileId),
    mutationFn: ({ row, key }: { row: ProfileSong; key: string; told: string }) =>
      put(profileId, row.song.id, { ...newEntry, preferred_key: key }),
    onMutate: ({ row, key }) => {
      const { match: _, ...song } = row.song;
      return optimistic(profileId, addPatch({ ...row, ...newEntry, song, in_list: true, preferred_key: key }), 1);
    },
    onSuccess: (answer, { told }) => {
      patchRows(profileId, addPatch(answer.data));
      tell(told, answer);
    },
  });
}

export function useRemoveSongs(profileId: string) {
  return useMutation({
    ...shared(profileId),
    mutationFn: ({ songIds }: { songIds: string[]; told: string }) =>
      api.post("/api/profiles/{id}/songs/remove", { path: { id: profileId }, body: { song_ids: songIds } }),
    onMutate: ({ songIds }) => optimistic(profileId, removePatch(songIds), -songIds.length),
    onSuccess: (answer, { told }) => tell(told, answer),
  });
}

/** Stores the list's own order; only the part up to the last moved song needs to be named. */
export function useOrderSongs(profileId: string) {
  return useMutation({
    ...shared(profileId),
    mutationFn: ({ songIds }: { songIds: string[]; told: string }) =>
      api.put("/api/profiles/{id}/songs/order", { path: { id: profileId }, body: { song_ids: songIds } }),
    onMutate: ({ songIds }) => optimistic(profileId, orderPatch(songIds)),
    onSuccess: (answer, { told }) => {
      patchRows(profileId, versionsPatch(answer.data.versions ?? {}));
      tell(told, answer);
    },
  });
}

/** Copies songs, all when none is named, to another person's list. */
export function useCopySongs(profileId: string) {
  return useMutation({
    mutationFn: ({ toId, songIds }: { toId: string; songIds?: string[]; told: (count: number) => string }) =>
      api.post("/api/profiles/{id}/songs/copy", {
        path: { id: profileId },
        body: { to_profile_id: toId, ...(songIds && { song_ids: songIds }) },
      }),
    onSuccess: (answer, { toId, told }) => {
      announce({ type: "profile_song", id: toId });
      tell(told(answer.data.count), answer);
    },
    onError: (error) => toast({ text: changeFailure(asProblem(error)), danger: true }),
  });
}
