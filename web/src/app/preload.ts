import { queryClient } from "@/api/queryClient";
import { sessionQuery } from "@/api/session";
import type { router as Router } from "./router";

const quiet = 4000;

interface Loadable {
  preload?: () => Promise<unknown>;
}

/**
 * Fetches the other screens once the first has long been shown, so that opening one does not need the network.
 * The editor comes along for those who may edit.
 */
export function preloadScreens(router: typeof Router) {
  setTimeout(() => {
    const mayEdit = queryClient.getQueryData(sessionQuery.queryKey)?.may.edit_songs;
    for (const route of Object.values(router.routesById)) {
      const component = route.options.component as Loadable | undefined;
      void component?.preload?.().catch(() => undefined);
    }
    if (mayEdit) void import("@/features/songs/editor/SourceEditor").catch(() => undefined);
  }, quiet);
}
