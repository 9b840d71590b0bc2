import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { kept } from "@/api/offline";
import { useDebounced } from "@/components/useDebounced";
import { type EntryGroup, groupPeople, groupSongs, groupThemes, type PaletteMode } from "./paletteModel";

const pause = 120;
const limit = 12;

/** What songs, people and themes fit the typed words. People and themes are fetched once and matched here. */
export function usePaletteResults(mode: PaletteMode, query: string, signedIn: boolean): EntryGroup[] {
  const settled = useDebounced(query, pause);
  const songs = useQuery({
    queryKey: keys.songList({ palette: settled }),
    queryFn: ({ signal }) => api.get("/api/songs", { query: { q: settled, limit }, signal }),
    enabled: mode === "all" && settled !== "",
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    queryKey: keys.profiles,
    queryFn: kept(keys.profiles, ({ signal }) => api.get("/api/profiles", { signal })),
    enabled: signedIn && (mode === "people" || (mode === "all" && settled !== "")),
  });
  const facets = useQuery({
    queryKey: keys.facets,
    queryFn: ({ signal }) => api.get("/api/songs/facets", { signal }),
    enabled: mode === "themes",
  });
  if (mode === "themes") return groupThemes(facets.data?.tags ?? [], query);
  if (mode === "people") return groupPeople(people.data ?? [], query);
  if (mode === "actions" || query === "") return [];
  return [...groupSongs(songs.data ?? []), ...groupPeople(people.data ?? [], query)];
}
