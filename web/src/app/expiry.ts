import type { AnyRouter } from "@tanstack/react-router";
import { onSignInNeeded } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/queryClient";
import type { Session } from "@/api/types";

const membersOnly = /^\/(people|history|users|account)(\/|$)/;

/**
 * When a session has ended, or a visitor opens what is for members, the sign-in comes first and leads back here.
 * A visitor on a public page stays there, whatever a part of it was refused.
 */
export function watchExpiry(router: AnyRouter) {
  onSignInNeeded(() => {
    const { pathname, href } = router.state.location;
    const hadUser = Boolean(queryClient.getQueryData<Session>(keys.session)?.user);
    if (pathname === "/sign-in" || pathname === "/setup" || !(hadUser || membersOnly.test(pathname))) return;
    void router.navigate({ to: "/sign-in", search: { return: href } });
  });
}
