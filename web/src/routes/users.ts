import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "@/api/queryClient";
import { shellRoute } from "@/app/shellRoute";
import { usersQuery } from "@/features/admin/queries";

export const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/users",
  loader: () => void queryClient.prefetchQuery(usersQuery),
  component: lazyRouteComponent(() => import("@/features/admin/UsersScreen")),
});
