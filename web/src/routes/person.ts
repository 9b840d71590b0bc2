import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { findInListQuery, personQuery } from "@/features/profiles/queries";
import { parsePersonSearch } from "@/features/profiles/search";

export const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/people/$profileId",
  validateSearch: parsePersonSearch,
  loaderDeps: ({ search }) => ({ q: search.q }),
  loader: ({ params, deps }) => {
    void queryClient.prefetchQuery(personQuery(params.profileId));
    if (deps.q) void queryClient.prefetchQuery(findInListQuery(params.profileId, deps.q));
  },
  component: lazyRouteComponent(() => import("@/features/profiles/PersonScreen")),
});
