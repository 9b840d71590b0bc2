import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { songQuery } from "@/features/songs/queries";
import { parseEditSearch } from "@/features/songs/search";

export const songEditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/songs/$songId/edit",
  validateSearch: parseEditSearch,
  loader: ({ params }) => void queryClient.prefetchQuery(songQuery(params.songId)),
  component: lazyRouteComponent(() => import("@/features/songs/editor/EditScreen")),
});
