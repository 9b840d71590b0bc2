import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "@/app/shellRoute";
import { parseNewSearch } from "@/features/songs/search";

export const songNewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/songs/new",
  validateSearch: parseNewSearch,
  component: lazyRouteComponent(() => import("@/features/songs/editor/NewScreen")),
});
