import { createRouter } from "@tanstack/react-router";
import { accountRoute } from "@/routes/account";
import { historyRoute } from "@/routes/history";
import { indexRoute } from "@/routes/index";
import { moreRoute } from "@/routes/more";
import { peopleRoute } from "@/routes/people";
import { personRoute } from "@/routes/person";
import { setupRoute } from "@/routes/setup";
import { signInRoute } from "@/routes/signIn";
import { songRoute } from "@/routes/song";
import { songEditRoute } from "@/routes/songEdit";
import { songNewRoute } from "@/routes/songNew";
import { songsRoute } from "@/routes/songs";
import { usersRoute } from "@/routes/users";
import { Missing, PageError, rootRoute } from "./root";
import { shellRoute } from "./shellRoute";

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  shellRoute.addChildren([
    indexRoute,
    songsRoute,
    songNewRoute,
    songRoute,
    songEditRoute,
    peopleRoute,
    personRoute,
    historyRoute,
    usersRoute,
    accountRoute,
    moreRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
  // An address keeps only what its screen understands: without this, what a screen's parser drops would still be there.
  search: { strict: true },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
