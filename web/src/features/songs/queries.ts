import { queryOptions, useMutation } from "@tanstack/react-query";
import { type Answer, api } from "@/api/client";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { type Copy, kept, keptCopy } from "@/api/offline";
import { queryClient } from "@/api/queryClient";
import type { Chart, Song, SongSummary } from "@/api/types";
import { undoChange } from "@/api/undo";
import { changeFailure } from "@/components/failure";
import { foldedIncludes } from "@/components/fold";
import { toast } from "@/components/ui/Toast";
import { listParams, type SongSearch } from "./search";

export function songListQuery(search: SongSearch) {
  const params = listParams(search);
  return queryOptions({
    queryKey: keys.songList(params),
    queryFn: kept(
      keys.songList(params),
      ({ signal }) => api.get("/api/songs", { query: params, signal }),
      () => findInKept(params),
    ),
  });
}

/** Without a server, a search by words looks at titles, people and tunes of the list that this device keeps. */
async function findInKept(params: ReturnType<typeof listParams>): Promise<Copy<SongSummary[]> | undefined> {
  const { q, sort: _, ...filters } = params;
  if (!q || Object.keys(filters).length > 0) return undefined;
  const list = await keptCopy<SongSummary[]>(keys.songList({}));
  const fits = (song: SongSummary) => foldedIncludes(`${song.title} ${song.byline ?? ""} ${song.tune ?? ""}`, q);
  return list && { data: list.data.filter(fits), savedAt: list.savedAt };
}

export const facetsQuery = queryOptions({
  queryKey: keys.facets,
  queryFn: ({ signal }) => api.get("/api/songs/facets", { signal }),
});

/** One request for a song's page: the chart of its default arrangement comes along and goes to its own entry. */
async function fetchSong(id: string, signal: AbortSignal): Promise<Song> {
  const { song, chart } = await api.get("/api/songs/{id}/page", { path: { id }, signal });
  queryClient.setQueryData(keys.chart(id, chart.arrangement_id), chart);
  void queryClient.invalidateQueries({
    queryKey: keys.chart(id),
    predicate: (query) => (query.state.data as Chart | undefined)?.version !== song.version,
  });
  return song;
}

export function songQuery(id: string) {
  return queryOptions({ queryKey: keys.song(id), queryFn: kept(keys.song(id), ({ signal }) => fetchSong(id, signal)) });
}

export function chartQuery(id: string, arrangement: string) {
  return queryOptions({
    queryKey: keys.chart(id, arrangement),
    queryFn: kept(keys.chart(id, arrangement), ({ signal }) =>
      api.get("/api/songs/{id}/arrangements/{arrangement_id}/chart", {
        path: { id, arrangement_id: arrangement },
        signal,
      }),
    ),
  });
}

export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: keys.revisions(id),
    queryFn: ({ signal }) => api.get("/api/songs/{id}/revisions", { path: { id }, signal }),
  });
}

export const profilesQuery = queryOptions({
  queryKey: keys.profiles,
  queryFn: kept(keys.profiles, ({ signal }) => api.get("/api/profiles", { signal })),
});

/** Puts a song that a change answered into the cache and tells every list. */
export function acceptSong(song: Song, isNew = false) {
  queryClient.setQueryData(keys.song(song.id), song);
  announce({ type: "song", id: song.id, own: true, counted: isNew });
}

export type SongInput = Partial<Omit<Song, "id" | "version" | "keys" | "may" | "arrangements">> & {
  title: string;
  arrangements?: Partial<Song["arrangements"][number]>[];
};

export function createSong(song: SongInput): Promise<Answer<Song>> {
  return api.post("/api/songs", { body: song });
}

export function saveSong(id: string, version: number, song: SongInput): Promise<Answer<Song>> {
  return api.put("/api/songs/{id}", { path: { id }, body: song, version });
}

interface BulkInput {
  song_ids: string[];
  action: "delete" | "restore" | "add_tags" | "remove_tags" | "set_visibility";
  tags?: { group: string; name: string }[];
  visibility?: "public" | "members";
}

/** Changes several songs as one; `told` is what the toast says, with Undo. */
export function useBulk() {
  return useMutation({
    mutationFn: ({ told: _, ...body }: BulkInput & { told: string }) => api.post("/api/songs/bulk", { body }),
    onSuccess: ({ data }, { told }) => {
      announce({ type: "many" });
      toast({ text: told, undo: () => undoChange(data.change_id) });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}

export function useDeleteSong() {
  return useMutation({
    mutationFn: ({ song }: { song: Pick<Song, "id" | "version">; told: string }) =>
      api.delete("/api/songs/{id}", { path: { id: song.id }, version: song.version }),
    onSuccess: ({ changeId }, { song, told }) => {
      announce({ type: "song", id: song.id });
      toast({ text: told, undo: changeId ? () => undoChange(changeId) : undefined });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}

export function useAddToList() {
  return useMutation({
    mutationFn: ({ profileId, songIds }: { profileId: string; songIds: string[]; told: string }) =>
      api.post("/api/profiles/{id}/songs", { path: { id: profileId }, body: { song_ids: songIds } }),
    onSuccess: ({ data }, { profileId, told }) => {
      announce({ type: "profile_song", id: profileId });
      toast({ text: told, undo: data.change_id ? () => undoChange(data.change_id) : undefined });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}

export function useRestoreRevision(id: string) {
  return useMutation({
    mutationFn: ({ version, current }: { version: number; current: number; told: string }) =>
      api.post("/api/songs/{id}/revisions/{version}/restore", { path: { id, version }, version: current }),
    onSuccess: ({ data, changeId }, { told }) => {
      acceptSong(data);
      toast({ text: told, undo: changeId ? () => undoChange(changeId) : undefined });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}
