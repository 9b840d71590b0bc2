import { Link } from "@tanstack/react-router";
import { ChevronRight, Keyboard, LogOut } from "lucide-react";
import { useSession } from "@/api/session";
import { LookChoices } from "@/components/LookChoices";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { visibleNav } from "./nav";
import { openShortcuts } from "./overlays";
import { useSignOut } from "./useSignOut";

/** The rest of the navigation, where a phone's bar has no room for it. */
export default function MoreScreen() {
  const session = useSession();
  const signOut = useSignOut();
  useTitle(t("more.title"));
  return (
    <div className="scroll page">
      <h1 className="h-page">{t("more.title")}</h1>
      <div className="ways">
        {visibleNav(session)
          .filter((entry) => !entry.bar)
          .map((entry) => (
            <Link key={entry.to} to={entry.to} className="way">
              <entry.icon className="i lg" aria-hidden />
              <span>{t(entry.label)}</span>
              <ChevronRight className="i" aria-hidden />
            </Link>
          ))}
        <button type="button" className="way" onClick={openShortcuts}>
          <Keyboard className="i lg" aria-hidden />
          <span>{t("keys.title")}</span>
        </button>
        {session?.user && (
          <button type="button" className="way" onClick={signOut}>
            <LogOut className="i lg" aria-hidden />
            <span>{t("nav.signout")}</span>
          </button>
        )}
      </div>
      <h2 className="h-sec">{t("look.title")}</h2>
      <LookChoices />
    </div>
  );
}
