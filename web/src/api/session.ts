import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, setCsrf } from "./client";
import { keys } from "./keys";
import { kept, ownOffline } from "./offline";
import { queryClient } from "./queryClient";
import type { Session } from "./types";

async function renew() {
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
}

/** Keeps the token of a session that just arrived, from GET, sign-in or set-up alike. */
export function acceptSession(session: Session): Session {
  setCsrf(session.csrf_token, renew);
  ownOffline(session.user?.id ?? "");
  return session;
}

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: kept(keys.session, async ({ signal }) => acceptSession(await api.get("/api/session", { signal }))),
});

/** Who is signed in and what they may do. The shell has loaded it before any screen mounts. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}

/** After sign-in or sign-out everything may look different, so the whole cache is dropped. */
export function replaceSession(session: Session) {
  queryClient.clear();
  queryClient.setQueryData(keys.session, acceptSession(session));
}
