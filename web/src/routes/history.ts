import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "@/app/shellRoute";

export const historyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/history",
  component: lazyRouteComponent(() => import("@/features/history/HistoryScreen")),
});
