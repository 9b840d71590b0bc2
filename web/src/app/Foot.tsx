import { Link, useNavigate } from "@tanstack/react-router";
import { Keyboard, LogIn, LogOut, Palette, UserRound } from "lucide-react";
import { useOnline } from "@/api/online";
import type { Session } from "@/api/types";
import { Avatar } from "@/components/ui/Bits";
import { Menu } from "@/components/ui/Menu";
import { t } from "@/i18n";
import { openLook, openShortcuts } from "./overlays";
import { useSignOut } from "./useSignOut";

function stateWords(session: Session | undefined, online: boolean): string {
  if (!online) return t("nav.offline");
  if (!session) return t("nav.connecting");
  return session.user ? t("nav.saved") : t("nav.guest.note");
}

/** Who is signed in, whether the server hears us, and the person's own menu. */
export function Foot({ session }: { session: Session | undefined }) {
  const online = useOnline();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const name = session?.user?.name ?? t("nav.guest");
  const words = stateWords(session, online);
  if (session && !session.user)
    return (
      <Link to="/sign-in" className="foot">
        <LogIn className="i lg" aria-hidden />
        <div>
          <b>{t("nav.signin")}</b>
          <small>{words}</small>
        </div>
      </Link>
    );
  return (
    <Menu
      label={name}
      end={false}
      items={[
        { label: t("nav.account"), icon: UserRound, run: () => void navigate({ to: "/account" }) },
        { label: t("look.title"), icon: Palette, run: openLook },
        { label: t("keys.title"), icon: Keyboard, keys: "?", run: openShortcuts },
        { label: t("nav.signout"), icon: LogOut, apart: true, run: signOut },
      ]}
      button={(props) => (
        <button type="button" {...props} className="foot" title={name} aria-haspopup="menu">
          {session && <Avatar name={name} />}
          <div>
            <b>{session ? name : ""}</b>
            <small>{words}</small>
          </div>
        </button>
      )}
    />
  );
}
