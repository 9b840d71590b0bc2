import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, render } from "@testing-library/react";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Session } from "@/api/types";
import { router as app } from "@/app/router";

export const session: Session = {
  user: {
    id: "u1",
    username: "ana",
    name: "Ana Whitfield",
    role: "admin",
    profile_id: "p1",
    version: 1,
    preferences: {},
  },
  csrf_token: "token",
  church: { name: "Harbour Street Church" },
  setup_needed: false,
  insecure: false,
  counts: { songs: 412, profiles: 2, trash: 1 },
  may: {
    create_songs: true,
    edit_songs: true,
    manage_users: true,
    manage_profiles: true,
    purge: true,
    see_trash: true,
  },
};

/** The real program at an address, with a session and an empty cache. */
export async function open(path: string, who: Session = session) {
  queryClient.clear();
  queryClient.setQueryData(keys.session, who);
  const router = createRouter({
    ...app.options,
    history: createMemoryHistory({ initialEntries: [path] }),
  } as typeof app.options);
  await act(async () => {
    await router.load();
  });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as typeof app} />
    </QueryClientProvider>,
  );
  return { router, ...view };
}
