import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { devicesQuery } from "@/features/account/queries";

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/account",
  loader: () => void queryClient.prefetchQuery(devicesQuery),
  component: lazyRouteComponent(() => import("@/features/account/AccountScreen")),
});
