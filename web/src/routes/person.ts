import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "@/app/shellRoute";

export const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/people/$profileId",
  component: lazyRouteComponent(() => import("@/features/profiles/PersonScreen")),
});
