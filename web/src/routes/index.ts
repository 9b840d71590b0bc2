import { createRoute, redirect } from "@tanstack/react-router";
import { shellRoute } from "@/app/shellRoute";

/** The first page is Songs. */
export const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/songs", search: {}, replace: true });
  },
});
