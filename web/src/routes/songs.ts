import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { songListQuery } from "@/features/songs/queries";
import { parseSongSearch } from "@/features/songs/search";

export const songsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/songs",
  validateSearch: parseSongSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void queryClient.prefetchQuery(songListQuery(deps)),
  component: lazyRouteComponent(() => import("@/features/songs/SongsScreen")),
});
