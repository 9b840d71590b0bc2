import { History, type LucideIcon, Music, ShieldUser, UserRound, UsersRound } from "lucide-react";
import type { Session } from "@/api/types";
import type { MessageKey } from "@/i18n";

export interface NavEntry {
  to: string;
  label: MessageKey;
  icon: LucideIcon;
  /** In the phone's bar; the rest is under More. */
  bar?: boolean;
  /** Only under More and in the account menu. */
  personal?: boolean;
  count?: (session: Session) => number;
  when?: (session: Session) => boolean;
}

/** Every place that the navigation leads to. Add a screen's entry together with its route. */
export const nav: NavEntry[] = [
  { to: "/songs", label: "nav.songs", icon: Music, bar: true, count: (s) => s.counts.songs },
  { to: "/people", label: "nav.people", icon: UsersRound, bar: true, when: (s) => s.user !== null },
  { to: "/history", label: "nav.history", icon: History, when: (s) => s.user !== null },
  { to: "/users", label: "nav.users", icon: ShieldUser, when: (s) => s.may.manage_users },
  { to: "/account", label: "nav.account", icon: UserRound, personal: true, when: (s) => s.user !== null },
];

export function visibleNav(session: Session | undefined): NavEntry[] {
  return nav.filter((entry) => !entry.when || (session !== undefined && entry.when(session)));
}
