import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Profile, ProfileSong } from "@/api/types";

/** How many songs "add songs" shows at once. */
export const mostFound = 20;

export interface Found {
  rows: ProfileSong[];
  total: number;
}

export const profilesQuery = queryOptions({
  queryKey: keys.profiles,
  queryFn: ({ signal }) => api.get("/api/profiles", { signal }),
});

function fromList(id: string): Profile | undefined {
  const list = queryClient.getQueryState<Profile[]>(keys.profiles);
  return list?.isInvalidated ? undefined : list?.data?.find((one) => one.id === id);
}

/** One person; coming from the list of people, who is known already is not asked for again. */
export function profileQuery(id: string) {
  return queryOptions({
    queryKey: keys.profile(id),
    queryFn: ({ signal }) => api.get("/api/profiles/{id}", { path: { id }, signal }),
    initialData: () => fromList(id),
  });
}

/** A person's list in its own order, or what `q` finds in it, best first. */
export function listQuery(id: string, q = "") {
  return queryOptions({
    queryKey: keys.profileSongs(id, "list", q),
    queryFn: ({ signal }) => api.get("/api/profiles/{id}/songs", { path: { id }, query: { q }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Songs of the whole library that could be added, with those in the list marked. */
export function addQuery(id: string, q: string) {
  return queryOptions({
    queryKey: keys.profileSongs(id, "all", q),
    queryFn: async ({ signal }): Promise<Found> => {
      const query = { q, scope: "all" as const, limit: mostFound };
      const { data, total } = await api.getPage("/api/profiles/{id}/songs", { path: { id }, query, signal });
      return { rows: data, total: total ?? data.length };
    },
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
}
