import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { changesQuery, trashQuery } from "@/features/history/queries";
import { parseHistorySearch } from "@/features/history/search";

export const historyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/history",
  validateSearch: parseHistorySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => {
    if (deps.tab === "trash") void queryClient.prefetchQuery(trashQuery);
    else void queryClient.prefetchInfiniteQuery(changesQuery(deps.entity));
  },
  component: lazyRouteComponent(() => import("@/features/history/HistoryScreen")),
});
