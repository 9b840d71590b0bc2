import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { songQuery } from "@/features/songs/queries";
import { parseChartSearch } from "@/features/songs/search";

export const songRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/songs/$songId",
  validateSearch: parseChartSearch,
  loader: ({ params }) => void queryClient.prefetchQuery(songQuery(params.songId)),
  component: lazyRouteComponent(() => import("@/features/songs/SongScreen")),
});
