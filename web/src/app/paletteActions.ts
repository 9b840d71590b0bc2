import { useNavigate } from "@tanstack/react-router";
import type { Session } from "@/api/types";
import { t } from "@/i18n";
import { openLook, openShortcuts } from "./overlays";
import type { Action, Entry, EntryGroup } from "./paletteModel";
import { matches } from "./paletteModel";
import { useSignOut } from "./useSignOut";

const signedIn = (session: Session | undefined) => Boolean(session?.user);

/** Everything that can be done from anywhere. */
export function useActions(): Action[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  return [
    { id: "songs", label: t("keys.goto.songs"), icon: "songs", run: () => void navigate({ to: "/songs", search: {} }) },
    {
      id: "people",
      label: t("keys.goto.people"),
      icon: "people",
      when: signedIn,
      run: () => void navigate({ to: "/people" }),
    },
    {
      id: "history",
      label: t("nav.history"),
      icon: "history",
      when: signedIn,
      run: () => void navigate({ to: "/history" }),
    },
    {
      id: "users",
      label: t("nav.users"),
      icon: "users",
      when: (s) => Boolean(s?.may.manage_users),
      run: () => void navigate({ to: "/users" }),
    },
    {
      id: "account",
      label: t("nav.account"),
      icon: "account",
      when: signedIn,
      run: () => void navigate({ to: "/account" }),
    },
    { id: "look", label: t("look.title"), icon: "look", run: openLook },
    { id: "keys", label: t("keys.title"), icon: "keys", run: openShortcuts },
    { id: "out", label: t("nav.signout"), icon: "out", when: signedIn, run: () => void signOut() },
  ];
}

/** Actions that grow from the typed words: write such a song, search for them in the list. */
export function useTypedActions(session: Session | undefined): (query: string) => Action[] {
  const navigate = useNavigate();
  return (query) => [
    {
      id: "write",
      icon: "plus",
      label: query ? t("palette.write", { query }) : t("songs.new"),
      when: () => Boolean(session?.may.create_songs),
      run: () => void navigate({ to: "/songs/new", search: query ? { title: query } : {} }),
    },
    ...(query
      ? [
          {
            id: "search",
            icon: "search" as const,
            label: t("palette.search", { query }),
            run: () => void navigate({ to: "/songs", search: { q: query } }),
          },
        ]
      : []),
  ];
}

export function groupActions(actions: Action[], session: Session | undefined, query: string): EntryGroup[] {
  const allowed = actions.filter((a) => (!a.when || a.when(session)) && matches(a.label, query));
  const entries = allowed.map(
    ({ id, label, icon, run }): Entry => ({ kind: "action", id: `do-${id}`, label, icon, run }),
  );
  return entries.length ? [{ title: "do", entries }] : [];
}
