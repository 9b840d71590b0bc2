import { useQuery } from "@tanstack/react-query";
import type { Arrangement, Song } from "@/api/types";
import { chartQuery, songQuery } from "./queries";

export function arrangementOf(song: Song | undefined, id: string | undefined): Arrangement | undefined {
  if (!song) return undefined;
  return song.arrangements.find((a) => a.id === id) ?? song.arrangements.find((a) => a.default) ?? song.arrangements[0];
}

/** A song and the chart of one arrangement. The default arrangement's chart comes in the same answer as the song. */
export function useSongView(id: string, arrangementId?: string) {
  const song = useQuery(songQuery(id));
  const arrangement = arrangementOf(song.data, arrangementId);
  const chart = useQuery({
    ...chartQuery(id, arrangement?.id ?? ""),
    enabled: arrangement !== undefined,
    placeholderData: (before) => (before?.arrangement_id === arrangement?.id ? before : undefined),
  });
  return {
    song: song.data,
    arrangement,
    chart: chart.data,
    error: song.error ?? chart.error,
    retry: () => void (song.error ? song.refetch() : chart.refetch()),
  };
}
