import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Chart, Song } from "@/api/types";
import { useDebounced } from "@/components/useDebounced";

const pause = 250;

/** The chart of a text that was read already. */
interface Known {
  text: string;
  key: string;
  chart: () => Chart | undefined;
}

/** The chart that came with the song, for the text as it is stored. */
export function storedChart(song: Song | undefined, id: string | undefined): Known | undefined {
  const stored = song?.arrangements.find((a) => a.id === id);
  if (!song || !stored) return undefined;
  const chart = () => queryClient.getQueryData<Chart>(keys.chart(song.id, stored.id));
  return { text: stored.chart_text, key: stored.default_key, chart };
}

/** The chart that the server reads in the text, once the fingers rest. Nothing is stored. */
export function usePreview(text: string, key: string, known?: Known) {
  const settled = useDebounced(text, pause);
  return useQuery({
    initialData: () => (known && known.text === settled && known.key === key ? known.chart() : undefined),
    queryKey: keys.preview(settled, key),
    queryFn: async ({ signal }) => {
      const body = { chart_text: settled, ...(key ? { key } : {}) };
      return (await api.post("/api/charts/preview", { body, signal })).data;
    },
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
