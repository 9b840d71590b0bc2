import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { profilesQuery } from "@/features/profiles/queries";
import { parsePeopleSearch } from "@/features/profiles/search";

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/people",
  validateSearch: parsePeopleSearch,
  loader: () => void queryClient.prefetchQuery(profilesQuery),
  component: lazyRouteComponent(() => import("@/features/profiles/PeopleScreen")),
});
