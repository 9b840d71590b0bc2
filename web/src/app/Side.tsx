import { Link } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useSession } from "@/api/session";
import { Logo } from "@/components/Logo";
import { Kbd } from "@/components/ui/Bits";
import { formatNumber, t } from "@/i18n";
import { Foot } from "./Foot";
import { type NavEntry, visibleNav } from "./nav";
import { openPalette } from "./overlays";

function NavLink({ entry, count }: { entry: NavEntry; count?: number }) {
  return (
    <Link to={entry.to} className={entry.bar ? "nav" : "nav wide"} activeProps={{ "aria-current": "page" }}>
      <entry.icon className="i" aria-hidden />
      {t(entry.label)}
      {count !== undefined && <span className="n">{formatNumber(count)}</span>}
    </Link>
  );
}

/** The sidebar; a rail on tablets and the bar at the bottom of phones. */
export function Side() {
  const session = useSession();
  return (
    <nav className="side" aria-label={t("nav.main")}>
      <div className="church">
        <Logo />
        <span>{session?.church.name ?? t("app.name")}</span>
      </div>
      <button type="button" className="find" title={t("nav.find")} onClick={() => openPalette()}>
        <Search className="i" aria-hidden />
        <span>{t("nav.find")}</span>
        <Kbd keys="mod+k" />
      </button>
      {visibleNav(session)
        .filter((entry) => !entry.personal)
        .map((entry) => (
          <NavLink key={entry.to} entry={entry} count={session && entry.count?.(session)} />
        ))}
      <Link to="/more" className="nav only-phone" activeProps={{ "aria-current": "page" }}>
        <MenuIcon className="i" aria-hidden />
        {t("nav.more")}
      </Link>
      <Foot session={session} />
    </nav>
  );
}
