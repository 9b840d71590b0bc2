import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { kept } from "@/api/offline";
import { queryClient } from "@/api/queryClient";
import type { PersonPage, Profile, ProfileSong } from "@/api/types";

/** How many songs "add songs" shows at once. */
export const mostFound = 20;

export interface Found {
  rows: ProfileSong[];
  total: number;
}

export const profilesQuery = queryOptions({
  queryKey: keys.profiles,
  queryFn: kept(keys.profiles, ({ signal }) => api.get("/api/profiles", { signal })),
});

/** Who is known already from the list of people: the head of the page stands there before the page has come. */
export function knownPerson(id: string): Profile | undefined {
  const list = queryClient.getQueryState<Profile[]>(keys.profiles);
  return list?.isInvalidated ? undefined : list?.data?.find((one) => one.id === id);
}

/** One person and their whole list in its own order. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: keys.profile(id),
    queryFn: kept(
      keys.profile(id),
      ({ signal }): Promise<PersonPage> => api.get("/api/profiles/{id}/page", { path: { id }, signal }),
    ),
  });
}

/** What `q` finds in a person's list, best first; until it has come, what stood there before. */
export function findInListQuery(id: string, q: string) {
  return queryOptions<ProfileSong[]>({
    queryKey: keys.profileSongs(id, "list", q),
    queryFn: ({ signal }) => api.get("/api/profiles/{id}/songs", { path: { id }, query: { q }, signal }),
    enabled: q !== "",
    placeholderData: (before) => before ?? queryClient.getQueryData<PersonPage>(keys.profile(id))?.songs,
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
