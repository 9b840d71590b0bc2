import type { AnyRouter } from "@tanstack/react-router";
import { onSignInNeeded } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Session } from "@/api/types";

const membersOnly = /^\/(people|history|users|account)(\/|$)/;

/** Calls back when somebody was signed in and is no longer. */
function onUserLost(lost: () => void) {
  let had = false;
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== "updated" || query.queryKey[0] !== keys.session[0] || !query.state.data) return;
    const has = Boolean((query.state.data as Session).user);
    if (had && !has) lost();
    had = has;
  });
}

/**
 * When a session has ended, or a visitor opens what is for members, the sign-in comes first and leads back here.
 * A visitor on a public page stays there, whatever a part of it was refused.
 */
export function watchExpiry(router: AnyRouter) {
  function signIn(always: boolean) {
    const { pathname, href } = router.state.location;
    if (pathname === "/sign-in" || pathname === "/setup" || !(always || membersOnly.test(pathname))) return;
    void router.navigate({ to: "/sign-in", search: { return: href } });
  }
  onSignInNeeded(() => signIn(Boolean(queryClient.getQueryData<Session>(keys.session)?.user)));
  onUserLost(() => signIn(false));
}
