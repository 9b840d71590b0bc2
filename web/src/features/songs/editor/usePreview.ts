import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { useDebounced } from "@/components/useDebounced";

const pause = 250;

/** The chart that the server reads in the text, once the fingers rest. Nothing is stored. */
export function usePreview(text: string, key: string) {
  const settled = useDebounced(text, pause);
  return useQuery({
    queryKey: keys.preview(settled, key),
    queryFn: async ({ signal }) => {
      const body = { chart_text: settled, ...(key ? { key } : {}) };
      return (await api.post("/api/charts/preview", { body, signal })).data;
    },
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
