import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

/** One cache for the program. Live events mark entries stale, so nothing is refetched by a timer or by focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30 * 60_000,
      networkMode: "always",
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => asProblem(error).status >= 502 && count < 2,
    },
    mutations: { networkMode: "always" },
  },
});
