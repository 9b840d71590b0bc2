import { Link } from "@tanstack/react-router";
import { ChevronLeft, Pencil, Printer } from "lucide-react";
import type { Profile } from "@/api/types";
import { Avatar } from "@/components/ui/Bits";
import { Button, IconButton } from "@/components/ui/Button";
import { Sk } from "@/components/ui/States";
import { t } from "@/i18n";
import { doing } from "../model";

export function Crumb() {
  return (
    <Link className="ppl-crumb" to="/people" search={{}}>
      <ChevronLeft className="i sm" aria-hidden />
      {t("nav.people")}
    </Link>
  );
}

export function PersonHead({ profile, onEdit }: { profile: Profile; onEdit: () => void }) {
  return (
    <header className="who">
      <Avatar name={profile.name} hue={profile.colour} size="lg" />
      <div className="grow">
        <h1 className="h-page">{profile.name}</h1>
        <p className="sub">{doing(profile)}</p>
      </div>
      <div className="bar no-print">
        <IconButton className="only-wide" label={t("list.print")} icon={Printer} onClick={() => window.print()} />
        {profile.may.edit && (
          <Button icon={Pencil} onClick={onEdit} aria-label={t("person.edit")}>
            <span className="only-wide">{t("action.edit")}</span>
          </Button>
        )}
      </div>
    </header>
  );
}

export function PersonSkeleton() {
  return (
    <div className="who">
      <Sk w="4rem" h="4rem" />
      <div className="grow">
        <Sk w="12rem" h="1.5rem" />
        <Sk w="7rem" top=".625rem" />
      </div>
    </div>
  );
}
