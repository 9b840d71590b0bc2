import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "@/app/shellRoute";

export const moreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/more",
  component: lazyRouteComponent(() => import("@/app/MoreScreen")),
});
